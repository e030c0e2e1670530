import { Suspense, useCallback, useState, type ReactNode } from 'react'

import { useClient, useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { Boundary } from '../ui/Boundary'
import { Button } from '../ui/Button'
import { lazyPart } from '../ui/chunk'
import { Dialog } from '../ui/Dialog'
import { useWallet } from './use-wallet'

const RainbowModal = lazyPart(() => import('./RainbowModal'))
const WalletList = lazyPart(() => import('./WalletList'))

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
        <OrElse instead={<CannotConnect onClose={stopChoosing} />}>
          <OrElse instead={<WalletList onClose={stopChoosing} />}>
            <RainbowModal onClose={stopChoosing} />
          </OrElse>
        </OrElse>
      )}
    </>
  )
}

function OrElse({ instead, children }: { instead: ReactNode; children: ReactNode }) {
  return (
    <Boundary fallback={() => <Suspense fallback={null}>{instead}</Suspense>}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  )
}

function CannotConnect({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Wallets could not be loaded"
      footer={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      <p>This page may be older than the site. Reload it and connect again.</p>
    </Dialog>
  )
}

function AccountButton({ account, onDisconnect }: { account: string; onDisconnect: () => void }) {
  const client = useClient()
  const { explorerUrl } = useNetwork()
  const [isOpen, setIsOpen] = useState(false)
  const leave = async () => {
    onDisconnect()
    const { leaveWallet } = await import('./session')
    await leaveWallet(client)
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
        footer={<Button onClick={() => void leave()}>Disconnect</Button>}
      >
        <AddressText address={account} explorerUrl={explorerUrl} isFull />
      </Dialog>
    </>
  )
}
