import { zeroAddress } from 'viem'
import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { ownEvents } from '../activity/own-events'
import { logOf, tellOf } from '../activity/testing/events'
import { eventsAbi } from './activity'
import { activityOf } from './activity-of'
import type { VaultIdentity } from './snapshot'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

const vault: VaultIdentity = {
  address: '0x00000000000000000000000000000000000000aa',
  nft: '0x00000000000000000000000000000000000000ab',
  asset: {
    kind: 'erc20',
    address: '0x00000000000000000000000000000000000000ac',
    symbol: 'USDT',
    decimals: 6,
  },
  share: {
    kind: 'erc20',
    address: '0x00000000000000000000000000000000000000aa',
    symbol: 'mUSDT',
    decimals: 6,
  },
  isTether: true,
}
const { sources, spenders } = activityOf(vault)
const told = tellOf(eventsAbi, account, sources)

describe('what the vault tells of an account', () => {
  const d = {
    owner: account,
    shares: 11n,
    assetsDeposited: 9n,
    assetsDiscount: 2n,
    atTimestamp: 5n,
    lockDuration: 6n,
  }
  it.each([
    [
      'Deposit',
      { sender: account, owner: account, assets: 4n, shares: 3n },
      'Minted',
      ['out 4 USDT', 'in 3 mUSDT'],
    ],
    [
      'DepositLocked',
      { sender: account, owner: account, depositId: 7n, d },
      'Minted and locked in mNFT 7',
      ['out 9 USDT', 'none 11 mUSDT'],
    ],
    [
      'DepositUnlocked',
      { sender: account, receiver: account, owner: account, depositId: 7n, d },
      'mNFT 7 unlocked',
      ['in 11 mUSDT'],
    ],
    [
      'WithdrawRequested',
      { sender: account, owner: account, shares: 3n, currEpoch: 1n, unlockEpoch: 4n },
      'Requested for epoch 4',
      ['none 3 mUSDT'],
    ],
    [
      'WithdrawCanceled',
      { sender: account, owner: account, shares: 3n, currEpoch: 1n, unlockEpoch: 4n },
      'Request for epoch 4 cancelled',
      ['none 3 mUSDT'],
    ],
    [
      'Withdraw',
      { sender: account, receiver: account, owner: account, assets: 4n, shares: 3n },
      'Redeemed',
      ['out 3 mUSDT', 'in 4 USDT'],
    ],
  ] as const)('%s of the vault', (name, args, what, amounts) =>
    expect(told(name, args, vault.address)).toEqual([what, amounts, undefined]),
  )
  it('tells who was given an mNFT, but not that unlocking burns one, nor a transfer of the shares', async () => {
    const given = { from: account, to: friend, tokenId: 7n }
    expect(told('Transfer', given, vault.nft)).toEqual(['mNFT 7 given away', ['out 1 mNFT 7'], friend])
    const burnt = logOf(eventsAbi, 'Transfer', { ...given, to: zeroAddress }, vault.nft)
    const ofShares = logOf(eventsAbi, 'Transfer', given, vault.address)
    expect(await ownEvents([...burnt, ...ofShares], account, sources)).toEqual([])
  })
  it('tells a mint that is locked once', async () => {
    const intoVault = { sender: account, owner: vault.address, assets: 4n, shares: 3n }
    expect(await ownEvents(logOf(eventsAbi, 'Deposit', intoVault, vault.address), account, sources)).toEqual(
      [],
    )
  })
  it('takes its asset only', () => {
    expect(spenders).toMatchObject([
      { address: vault.address, tokens: [{ symbol: 'USDT' }, { symbol: 'mUSDT' }] },
    ])
  })
})
