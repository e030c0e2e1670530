import {
  encodeAbiParameters,
  encodeEventTopics,
  getAbiItem,
  getAddress,
  parseEventLogs,
  zeroAddress,
} from 'viem'
import type { AbiEvent, Address } from 'viem'
import { describe, expect, it } from 'vitest'

import { account, addresses } from '../backstop/test-series'
import type { VaultIdentity } from '../musdt/snapshot'
import { historyCsv } from './history-csv'
import { ownEventNames, ownEvents, ownEventsAbi } from './own-events'
import type { Contracts } from './own-events'

const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const hash = `0x${'ab'.repeat(32)}` as const

/** A log as a node sends it, decoded as the page does. */
function logOf(eventName: (typeof ownEventNames)[number], args: Record<string, unknown>, address: Address) {
  const item = getAbiItem({ abi: ownEventsAbi, name: eventName }) as AbiEvent
  const plain = item.inputs.filter(({ indexed }) => !indexed)
  const raw = {
    address,
    topics: encodeEventTopics({ abi: [item], eventName, args }) as [],
    data: encodeAbiParameters(
      plain,
      plain.map(({ name }) => args[name ?? '']),
    ),
    blockNumber: 7n,
    blockTimestamp: 1_800_003_600n,
    blockHash: hash,
    transactionHash: hash,
    transactionIndex: 0,
    logIndex: 3,
    removed: false,
  } as const
  return parseEventLogs({ abi: ownEventsAbi, eventName: [...ownEventNames], logs: [raw] })
}
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
const contracts: Contracts = {
  seriesOf: (contract) =>
    contract === addresses.pool || contract === addresses.series ? { id: 4, name: 'Series A' } : undefined,
  vault,
}
const told = (...log: Parameters<typeof logOf>) => {
  const [event] = ownEvents(logOf(...log), account, contracts)
  if (!event) throw new Error('The event was dropped.')
  const amounts = event.amounts.map(({ direction, value, unit }) => `${direction} ${value} ${unit}`)
  return [event.what, amounts, event.recipient]
}
const { pool, series } = addresses

describe('own events', () => {
  it.each([
    ['Staked', { staker: account, usdtSent: 11n, shares: 10n, totalShares: 99n }, 'Staked', ['out 11 USDT']],
    ['Unstaked', { staker: account, to: account, shares: 5n, totalShares: 9n }, 'Unstaked', ['in 5 USDT']],
    [
      'Withdrawn',
      { staker: account, to: account, usdtAmount: 6n, withdrawnTotal: 8n },
      'Withdrawn',
      ['in 6 USDT'],
    ],
    [
      'UpfrontClaimed',
      { staker: account, to: account, asset: 0, amount: 7n },
      'Upfront share claimed',
      ['in 7 BTC'],
    ],
    [
      'WarrantsClaimed',
      { staker: account, to: account, warrantId: 2n, warrants: 3n },
      'Warrant 2 claimed',
      ['in 3 warrants'],
    ],
    [
      'CompensationClaimed',
      { staker: account, to: account, mstrAmount: 1n, btcAmount: 0n },
      'Compensation claimed',
      ['in 1 MSTR'],
    ],
  ] as const)('%s of the pool', (name, args, what, amounts) =>
    expect(told(name, args, pool)).toEqual([what, amounts, undefined]),
  )
  it.each([
    [
      'Subscribed',
      { buyer: account, noteId: 1n, warrantId: 1n, principalUsdt: 9n, soldUsdt: 20n },
      'Subscribed Note 1',
      ['out 9 USDT'],
    ],
    [
      'WarrantExercised',
      { holder: account, warrantId: 1n, parUsdt: 4n, mstrAmount: 2n },
      'Warrant 1 exercised',
      ['out 4 USDT', 'in 2 MSTR'],
    ],
    [
      'NoteConverted',
      { holder: account, noteId: 1n, principalUsdt: 4n, mstrAmount: 2n },
      'Note 1 converted',
      ['out 4 USDT of Notes', 'in 2 MSTR'],
    ],
    [
      'NoteRedeemedEarly',
      { holder: account, noteId: 1n, payer: 1, to: account, principalUsdt: 4n },
      'Note 1 redeemed early',
      ['in 4 USDT'],
    ],
    [
      'NoteRedeemed',
      { holder: account, noteId: 1n, to: account, principalUsdt: 4n, fromLedgerUsdt: 1n },
      'Note 1 redeemed',
      ['in 4 USDT'],
    ],
  ] as const)('%s of the series', (name, args, what, amounts) =>
    expect(told(name, args, series)).toEqual([what, amounts, undefined]),
  )
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
  it('tells who was given an mNFT, but not that unlocking burns one, nor a transfer of the shares', () => {
    const given = { from: account, to: friend, tokenId: 7n }
    expect(told('Transfer', given, vault.nft)).toEqual(['mNFT 7 given away', ['out 1 mNFT 7'], friend])
    const burnt = logOf('Transfer', { ...given, to: zeroAddress }, vault.nft)
    const ofShares = logOf('Transfer', given, vault.address)
    expect(ownEvents([...burnt, ...ofShares], account, contracts)).toEqual([])
  })
  it('tells a mint that is locked once', () => {
    const intoVault = { sender: account, owner: vault.address, assets: 4n, shares: 3n }
    expect(ownEvents(logOf('Deposit', intoVault, vault.address), account, contracts)).toEqual([])
  })
  it('names a recipient that is somebody else', () => {
    const args = { staker: account, to: friend, usdtAmount: 6n, withdrawnTotal: 8n }
    expect(told('Withdrawn', args, pool)[2]).toBe(friend)
  })
  it('drops events of other contracts, and puts the newest first', () => {
    const args = { staker: account, usdtSent: 1n, shares: 1n, totalShares: 1n }
    const [first, foreign] = [logOf('Staked', args, pool), logOf('Staked', args, friend)]
    const second = logOf('Staked', { ...args, usdtSent: 2n }, pool)
    const values = ownEvents([...first, ...foreign, ...second], account, contracts).map(
      ({ amounts }) => amounts[0]?.value,
    )
    expect(values).toEqual([2n, 1n])
  })
})

describe('the csv of the history', () => {
  const args = { staker: account, to: friend, mstrAmount: 1_500_000_000_000_000_001n, btcAmount: 250n }
  it('has a line per amount: raw integer, decimal, UTC time and hash', () => {
    const events = ownEvents(logOf('CompensationClaimed', args, pool), account, contracts)
    const lines = historyCsv(events, { chainId: 1, account }).trimEnd().split('\r\n').slice(1)
    const common = (field: string, amount: string) =>
      `"2027-01-15T09:00:00Z","Series A","CompensationClaimed","${field}","in",${amount},"${friend}","${account}","${getAddress(pool)}","1","7","${hash}","3"`
    expect(lines).toEqual([
      common('mstrAmount', '"1500000000000000001","18","1.500000000000000001","MSTR"'),
      common('btcAmount', '"250","8","0.0000025","BTC"'),
    ])
  })
  it('keeps a hostile series name text, and an unknown time empty', () => {
    const logs = logOf('CompensationClaimed', { ...args, btcAmount: 0n }, pool)
    const untimed = logs.map(({ blockTimestamp: time, ...log }) => ({ ...log, was: time }))
    const hostile = { vault, seriesOf: () => ({ id: 0, name: '=HYPERLINK("http://x")' }) }
    const [, line] = historyCsv(ownEvents(untimed, account, hostile), { chainId: 1, account }).split('\r\n')
    expect(line).toMatch(/^"","'=HYPERLINK\(""http:\/\/x""\)"/)
  })
})
