import { useEffect } from 'react'
import { useConnect, useConnectors } from 'wagmi'

import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { useWallet } from './use-wallet'
import { walletReason } from './wallet-reason'

/** A plain list of wallets for when RainbowKit can't be loaded or fails: connecting must not depend on it. */
export function WalletList({ onClose }: { onClose: () => void }) {
  const connectors = useConnectors()
  const { connect, isPending, error } = useConnect()
  const { status } = useWallet()
  useEffect(() => {
    if (status === 'connected') onClose()
  }, [status, onClose])
  return (
    <Dialog isOpen onClose={onClose} title="Connect a wallet">
      <ul className="grid gap-2">
        {connectors.map((connector) => (
          <li key={connector.uid}>
            <Button isWide onClick={() => connect({ connector })}>
              {connector.name}
            </Button>
          </li>
        ))}
      </ul>
      {connectors.length === 0 && (
        <p>No wallet was found in this browser. Install one, then reload this page.</p>
      )}
      <p role="status" className="mt-2">
        {isPending ? 'The wallet is asking you.' : error && walletReason(error)}
      </p>
    </Dialog>
  )
}
