import { useNetwork } from '../chain/network'
import { useOtherNetworks } from '../chain/other-networks'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { useSwitchNetwork } from './use-switch-network'
import { useWallet } from './use-wallet'
import { WalletEnded } from './WalletEnded'
import { onAnotherNetwork } from './on-another-network'
import { t } from '../words/t'

/** Says that the wallet is on another network, and offers to change it or what is shown; or that it has gone. */
export default function WrongNetwork() {
  const { name } = useNetwork()
  const { chainId, wasEnded } = useWallet()
  const { switchNetwork, isAsking, problem } = useSwitchNetwork()
  const wallets = useOtherNetworks('#/').find(({ network }) => network.chainId === chainId)
  if (wasEnded) return <WalletEnded />
  return (
    <Callout
      tone="warn"
      title={onAnotherNetwork(chainId)}
      action={
        <Button size="small" onClick={switchNetwork}>
          {t`Switch to ${name}`}
        </Button>
      }
    >
      <p>{t`What you see here is ${name}. Nothing can be sent until the wallet is on it too.`}</p>
      {wallets && (
        <p>
          <a className="font-medium text-accent underline underline-offset-2" href={wallets.href}>
            {t`Show ${wallets.network.name} here instead`}
          </a>
        </p>
      )}
      <p role="status">{isAsking ? t`The wallet is asking you.` : problem}</p>
    </Callout>
  )
}
