import { lazy, Suspense, useCallback, useState } from 'react'
import { useDisconnect } from 'wagmi'

import { useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { Boundary } from '../ui/Boundary'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { useWallet } from './use-wallet'
import { WalletList } from './WalletList'

const RainbowModal = lazy(() => import('./RainbowModal'))

/** "Connect wallet", or the account that is connected and a way to leave it. */
export function ConnectButton() {
  const { status, account } = useWallet()
  const [isChoosing, setIsChoosing] = useState(false)
  const stopChoosing = useCallback(() => setIsChoosing(false), [])
  if (account) return <AccountButton account={account} onDisconnect={stopChoosing} />
  return (
    <>
      <Button
        variant="primary"
        aria-busy={isChoosing || status === 'reconnecting'}
        onClick={() => setIsChoosing(true)}
      >
        Connect wallet
      </Button>
      {isChoosing && (
        <Boundary fallback={() => <WalletList onClose={stopChoosing} />}>
          <Suspense fallback={null}>
            <RainbowModal onClose={stopChoosing} />
          </Suspense>
        </Boundary>
      )}
    </>
  )
}

function AccountButton({ account, onDisconnect }: { account: string; onDisconnect: () => void }) {
  const { explorerUrl } = useNetwork()
  const { disconnect } = useDisconnect()
  const [isOpen, setIsOpen] = useState(false)
  const leave = () => {
    onDisconnect()
    disconnect()
  }
  return (
    <>
      <Button aria-label={`Account ${account}`} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <span className="font-mono text-xs">{`${account.slice(0, 6)}…${account.slice(-4)}`}</span>
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title="Your wallet"
        footer={<Button onClick={leave}>Disconnect</Button>}
      >
        <AddressText address={account} explorerUrl={explorerUrl} isFull />
      </Dialog>
    </>
  )
}
