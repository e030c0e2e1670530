import { useMemo, useState } from 'react'
import type { Address } from 'viem'

import type { Network } from '../chain/config'
import { useClient, useNetwork } from '../chain/network'
import { AddressText } from '../ui/AddressText'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { EnsName } from './EnsName'
import { Holdings } from './Holdings'
import type { ConfiguredToken } from './holdings'
import { ShortAccount } from './ShortAccount'
import { useWallet } from './use-wallet'
import { onAnotherNetwork } from './on-another-network'
import { t } from '../words/t'

type AccountButtonProps = {
  account: Address
  tokensOn: (network: Network) => readonly ConfiguredToken[]
  /** `isRevoked`: the wallet has forgotten this page, too. */
  onDisconnect: (isRevoked: boolean) => void
}

/** The account that is connected; opens its address in full, what it holds, and a way to leave it. */
export default function AccountButton({ account, tokensOn, onDisconnect }: AccountButtonProps) {
  const client = useClient()
  const [isOpen, setIsOpen] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const leave = async () => {
    setIsLeaving(true)
    const { leaveWallet } = await import('./session')
    onDisconnect(await leaveWallet(client))
  }
  return (
    <>
      <Button aria-label={t`Account ${account}`} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <ShortAccount account={account} />
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={t`Your wallet`}
        footer={
          <Button disabled={isLeaving} onClick={() => void leave()}>
            {isLeaving ? t`Disconnecting…` : t`Disconnect`}
          </Button>
        }
      >
        <Wallet account={account} tokensOn={tokensOn} />
      </Dialog>
    </>
  )
}

function Wallet({ account, tokensOn }: Pick<AccountButtonProps, 'account' | 'tokensOn'>) {
  const network = useNetwork()
  const { chainId, isWrongNetwork } = useWallet()
  const tokens = useMemo(() => tokensOn(network), [tokensOn, network])
  return (
    <div className="grid gap-4">
      <div>
        <AddressText address={account} explorerUrl={network.explorerUrl} isFull />
        <EnsName account={account} />
      </div>
      <p>
        {isWrongNetwork
          ? t`${onAnotherNetwork(chainId)}. The balances below are on ${network.name} (chain ${network.chainId}).`
          : t`Network: ${network.name} (chain ${network.chainId})`}
      </p>
      <Holdings account={account} tokens={tokens} />
    </div>
  )
}
