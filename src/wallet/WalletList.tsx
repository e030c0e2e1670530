import { useConnect, useConnectors } from 'wagmi'

import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { SessionProvider } from './SessionProvider'
import { walletReason } from './wallet-reason'

/** A plain list of wallets for when RainbowKit fails or can't be loaded: connecting must not depend on it. */
export default function WalletList({ onClose }: { onClose: () => void }) {
  return (
    <SessionProvider>
      <Dialog isOpen onClose={onClose} title="Connect a wallet">
        <Wallets />
      </Dialog>
    </SessionProvider>
  )
}

function Wallets() {
  const connectors = useConnectors()
  const { connect, isPending, error } = useConnect()
  if (connectors.length === 0)
    return <p>No wallet was found in this browser. Install one, then reload this page.</p>
  return (
    <>
      <ul className="grid gap-2">
        {connectors.map((connector) => (
          <li key={connector.uid}>
            <Button isWide onClick={() => connect({ connector })}>
              {connector.name}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2">
        {isPending ? 'The wallet is asking you.' : error && walletReason(error)}
      </p>
    </>
  )
}
