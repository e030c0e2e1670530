import { getAbiItem, isAddressEqual, zeroAddress } from 'viem'

import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import type { History } from '../chain/history'
import type { VaultIdentity } from './snapshot'
import type { EventSummary, EventAmount } from '../system/activity'
import { t } from '../words/t'

const vault = { abi: musdtVaultAbi } as const

/** What an account does with the vault, and whom it gives its mNFTs. The account is the first indexed argument. */
export const musdtEventsAbi = [
  getAbiItem({ ...vault, name: 'Deposit' }),
  getAbiItem({ ...vault, name: 'DepositLocked' }),
  getAbiItem({ ...vault, name: 'DepositUnlocked' }),
  getAbiItem({ ...vault, name: 'WithdrawRequested' }),
  getAbiItem({ ...vault, name: 'WithdrawCanceled' }),
  getAbiItem({ ...vault, name: 'Withdraw' }),
  getAbiItem({ abi: musdtLockedNftAbi, name: 'Transfer' }),
] as const

type EventName = (typeof musdtEventsAbi)[number]['name']
type LogOf<Name extends EventName> = Pick<
  History<typeof musdtEventsAbi, Name>['logs'][number],
  'eventName' | 'args' | 'address'
>
export type MusdtLog = { readonly [Name in EventName]: LogOf<Name> }[EventName]

/** In the words of the vault's pages; undefined for what another event tells already. */
export function describeMusdtEvent(
  log: MusdtLog,
  { address, asset, share }: VaultIdentity,
): EventSummary | undefined {
  const assets = (field: string, value: bigint, direction: EventAmount['direction']): EventAmount => {
    return { field, value, direction, decimals: asset.decimals, unit: asset.symbol }
  }
  const shares = (value: bigint, direction: EventAmount['direction']): EventAmount => {
    return { field: 'shares', value, direction, decimals: share.decimals, unit: share.symbol }
  }
  switch (log.eventName) {
    case 'Deposit': {
      const { owner: to, assets: paid, shares: minted } = log.args
      // Shares that stay with the vault are those of a lock.
      if (isAddressEqual(to, address)) return undefined
      return { what: t`Minted`, to, amounts: [assets('assets', paid, 'out'), shares(minted, 'in')] }
    }
    case 'DepositLocked': {
      const { owner: to, depositId, d } = log.args
      const amounts = [assets('assetsDeposited', d.assetsDeposited, 'out'), shares(d.shares, 'none')]
      return { what: t`Minted and locked in mNFT ${depositId}`, to, amounts }
    }
    case 'DepositUnlocked': {
      const { receiver: to, depositId, d } = log.args
      return { what: t`mNFT ${depositId} unlocked`, to, amounts: [shares(d.shares, 'in')] }
    }
    case 'WithdrawRequested': {
      const { unlockEpoch, shares: requested } = log.args
      return { what: t`Requested for epoch ${unlockEpoch}`, amounts: [shares(requested, 'none')] }
    }
    case 'WithdrawCanceled': {
      const { unlockEpoch, shares: freed } = log.args
      return { what: t`Request for epoch ${unlockEpoch} cancelled`, amounts: [shares(freed, 'none')] }
    }
    case 'Withdraw': {
      const { receiver: to, assets: paid, shares: burnt } = log.args
      return { what: t`Redeemed`, to, amounts: [shares(burnt, 'out'), assets('assets', paid, 'in')] }
    }
    case 'Transfer': {
      const { to, tokenId } = log.args
      // Unlocking burns the mNFT.
      if (isAddressEqual(to, zeroAddress)) return undefined
      const unit = `mNFT ${tokenId}`
      const amount = { field: 'tokenId', value: 1n, decimals: 0, unit, direction: 'out' } as const
      return { what: t`${unit} given away`, to, amounts: [amount] }
    }
  }
}
