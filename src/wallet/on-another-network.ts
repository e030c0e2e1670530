import { t } from '../words/t'

/** Without a full stop: it is a title, too. */
export function onAnotherNetwork(chainId: number | undefined): string {
  return chainId === undefined
    ? t`Your wallet is on another network`
    : t`Your wallet is on another network (chain ${chainId})`
}
