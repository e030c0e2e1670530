import { useState } from 'react'

import { useClient, useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ShortAccount } from './ShortAccount'

type AccountButtonProps = { account: string; onDisconnect: () => void }

/** The account that is connected; opens its address in full, and a way to leave it. */
export default function AccountButton({ account, onDisconnect }: AccountButtonProps) {
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
        <ShortAccount account={account} />
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
