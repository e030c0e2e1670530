import { Suspense, useState } from 'react'
import { useConnect, useConnectors } from 'wagmi'

import { useRuntime } from '../chain/network'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/chunk'
import { Dialog } from '../ui/Dialog'
import { OtherDevice, otherDeviceTitle } from './OtherDevice'
import { SessionProvider } from './SessionProvider'
import { TryPractice } from './TryPractice'
import { walletReason } from './wallet-reason'
import { t } from '../words/t'

const WalletConnect = lazyPart(() => import('./WalletConnect'))

/** A plain list of wallets: on phones, and for when RainbowKit fails, can't be loaded or has nothing to list. */
export default function WalletList({ onClose }: { onClose: () => void }) {
  const { walletConnect } = useRuntime().config
  const [isDistant, setIsDistant] = useState(false)
  return (
    <SessionProvider>
      <Dialog isOpen onClose={onClose} title={isDistant ? 'WalletConnect' : t`Connect a wallet`}>
        {isDistant && walletConnect ? (
          <Suspense fallback={null}>
            <WalletConnect choice={walletConnect} onClose={onClose} />
          </Suspense>
        ) : (
          <div className="grid gap-4">
            <Wallets />
            {walletConnect && (
              <Button isWide onClick={() => setIsDistant(true)}>
                WalletConnect
              </Button>
            )}
          </div>
        )}
      </Dialog>
    </SessionProvider>
  )
}

function Wallets() {
  const connectors = useConnectors()
  const { connect, isPending, error } = useConnect()
  if (connectors.length === 0)
    return (
      <div className="grid gap-4">
        <p role="status">
          {t`No wallet was found in this browser. Install or enable one: it is listed here as soon as it is there; some need this page to be reloaded first.`}
        </p>
        <TryPractice />
        <section aria-labelledby="other-device" className="grid gap-2 border-t pt-4">
          <h3 id="other-device" className="font-medium">
            {otherDeviceTitle()}
          </h3>
          <OtherDevice />
        </section>
      </div>
    )
  return (
    <div>
      <ul className="grid gap-2">
        {connectors.map((connector) => (
          <li key={connector.uid}>
            <Button isWide onClick={() => connect({ connector })}>
              {connector.icon !== undefined && <img src={connector.icon} alt="" className="size-6 rounded" />}
              <span>{connector.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2">
        {isPending ? t`The wallet is asking you.` : error && walletReason(error)}
      </p>
    </div>
  )
}
