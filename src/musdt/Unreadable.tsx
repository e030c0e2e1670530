import { Callout } from '../ui/Callout'
import type { Vault } from './snapshot'
import { t } from '../words/t'

/** Said wherever the vault is shown while a part of it is not known. */
export function Unreadable({ state }: Pick<Vault, 'state'>) {
  if (state.isKnown) return null
  return (
    <Callout tone="warn" title={t`The vault could not be read in full`}>
      {t`${state.reason} Nothing can be sent until it can.`}
    </Callout>
  )
}
