/** Every plan by name on the living devnet: rehearsed as it says, or refused with the sentence a person needs. */
import type { Address, Hex } from 'viem'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'

import { devCoinAbi } from '../../abis/DevCoin'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { account, demo, keeper, newcomer } from '../../devnet/accounts'
import { chainSeconds } from '../../devnet/actions'
import { readContract, sendContract } from '../../devnet/contract'
import { startDevnet, type Devnet } from '../../devnet/devnet'
import { connect, receiptOf, type Rpc } from '../../devnet/rpc'
import type { SeriesKey } from '../../devnet/systems/backstop/scenario'
import { moveTao } from '../../devnet/systems/collateral/actions'
import { moveXtz } from '../../devnet/systems/silos/actions'
import type { Groups } from '../../devnet/system'
import { moveClock } from '../../devnet/time'
import { atHead, open } from './open'
import { planned, plansOn } from './planned'

type Typed = Readonly<Record<string, string>>
/** A plan with its options, what becomes of it, its title or why there is none, and who plans, the demo account if nobody. */
type Case = readonly [name: string, typed: Typed, outcome: string | RegExp, who?: Address]

let devnet: Devnet
let rpc: Rpc
beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200 })
  rpc = connect(devnet.rpcUrl)
  const { silos, collateral } = devnet.addresses
  const { backing } = collateral
  const tao = await readContract(rpc, { address: backing, abi: taoBackingAbi, functionName: 'tao' })
  await bring(tao, demo, 100n * 10n ** 18n)
  // What nobody has booked.
  await bring(tao, backing, 10n ** 18n)
  await bring(silos.usdc, silos.reserve, 1_000_000n)
  await bring(silos.xtz, silos.reserve, 1_000_000n)
}, 600_000)
afterAll(() => devnet.stop())

const bring = (token: Address, to: Address, amount: bigint) =>
  sendContract(rpc, keeper, { address: token, abi: devCoinAbi, functionName: 'faucet', args: [to, amount] })

let snapshot: Hex
beforeEach(async () => {
  snapshot = await rpc('evm_snapshot')
})
afterEach(() => rpc('evm_revert', [snapshot]))

async function planOf(who: Address, name: string, typed: Typed = {}, config: unknown = devnet.config) {
  const chain = open(config)
  if (!chain.isKnown) throw new Error(chain.reason)
  const at = await atHead(chain.value)
  if (!at.isKnown) throw new Error(at.reason)
  return planned(at.value, who, name, typed)
}

/** The title of a plan that was rehearsed, or why there is none. */
async function outcomeOf(...asked: Parameters<typeof planOf>): Promise<string> {
  const found = await planOf(...asked)
  return found.isKnown ? found.value.plan.title : found.reason
}

async function expectOutcome(outcome: string | RegExp, ...asked: Parameters<typeof planOf>): Promise<void> {
  const said = await outcomeOf(...asked)
  if (typeof outcome === 'string') expect(said).toBe(outcome)
  else expect(said).toMatch(outcome)
}

/** Plans it, and sends every step. */
async function carryOut(who: Address, name: string, typed: Typed = {}): Promise<void> {
  const found = await planOf(who, name, typed)
  if (!found.isKnown) throw new Error(found.reason)
  for (const { to, data } of found.value.steps) {
    const hash = await rpc('eth_sendTransaction', [{ from: who, to, data }])
    expect((await receiptOf(rpc, hash)).status).toBe('0x1')
  }
}

/** Time passes for some of the systems: nobody acts in the others. */
const wait = async (groups: Groups, seconds: number) =>
  moveClock(rpc, groups, (await chainSeconds(rpc)) + seconds)

const running = (groups: Groups) => ({ rpc, moveClock: (to: number) => moveClock(rpc, groups, to) })

const HOUR = 3_600
const DAY = 86_400

const cases: readonly Case[] = [
  ['musdt.mint', { amount: '100' }, 'Mint mUSDT with 100 USDT'],
  ['musdt.lockMint', { amount: '100', days: '90' }, 'Mint with 100 USDT and lock for 90 days'],
  ['musdt.lockMint', { amount: '100', days: '1' }, /^--days: A lock lasts 14 to 365 days/],
  ['musdt.request', { amount: '1' }, 'Request 1 mUSDT for epoch 136'],
  ['musdt.transferLock', { lock: '5', to: account(3) }, 'Transfer mNFT 5'],
  ['musdt.transferLock', { lock: '5', to: demo }, /^--to: It is this account’s already/],
  ['musdt.beginEpoch', {}, /begin by themselves/],
  ['musdt.unlock', { lock: '1' }, /There are 4, 5, 7, 9, 11/],
  ['musdt.redeem', { amount: '1' }, 'Redeem 1 mUSDT'],
  ['musdt.cancelRequest', { amount: '1', epoch: '0' }, /^--epoch: There is none with this number/],
  ['silos.mint', { amount: '10' }, 'Mint 10 USDtz'],
  ['silos.redeemUsd', { amount: '10' }, 'Redeem 10 USDtz for USDC'],
  ['silos.redeemXtz', { amount: '10' }, 'Redeem 10 USDtz for XTZ'],
  ['silos.claimUsdc', {}, 'Claim 15,503.96 USDC'],
  ['silos.claimXtz', {}, 'Claim 50,426.52 XTZ'],
  ['silos.claimXtz', {}, /Nothing is owed/, account(7)],
  ['silos.replenish', {}, /Silo 3 has nothing to buy/],
  ['silos.closeCycle', {}, /The cycle has not ended/],
  ['silos.giveEarnings', { silo: '1', amount: '10' }, 'Report earnings of Silo 1: 10 USDC'],
  ['silos.giveGift', { silo: '3', amount: '10' }, 'Give 10 USDC to Silo 3'],
  ['silos.giveGift', { silo: '5', amount: '10' }, /There are 1, 2, 3, 4/],
  ['silos.bookStray', { coin: 'USDC' }, 'Book the USDC that nobody has booked'],
  ['silos.bookStray', { coin: 'XTZ' }, 'Book the XTZ that nobody has booked'],
  ['silos.bookStray', { coin: 'USDtz' }, /beyond the books/],
  ['silos.vote', { proposal: '9' }, 'Vote for proposal 9'],
  ['silos.vote', { proposal: '1' }, /it is done/],
  ['silos.vote', { proposal: '10' }, /There are 9/],
  ['silos.execute', { proposal: '8' }, /it is voting/],
  ['silos.apply', { proposal: '7' }, /from .* on/],
  ['silos.proposeCancel', { proposal: '7' }, 'Propose to cancel change 7'],
  [
    'silos.proposeDistribution',
    { recapEqual: '75', recapFull: '0', dividend: '20', ecosystem: '5' },
    'Propose a distribution: 75% into all four silos, 20% to the trustees, 5% to the ecosystem',
  ],
  [
    'silos.proposeDistribution',
    { recapEqual: '75', recapFull: '0', dividend: '0', ecosystem: '0' },
    /sum to 100/,
  ],
  [
    'silos.proposeCover',
    { amount: '100', proceeds: '50' },
    'Propose to sell 100 XTZ of Silo 4 for at least 50 USDC',
  ],
  [
    'silos.proposeParameter',
    { parameter: '5', value: '1.2' },
    'Propose for “Worst fill of a conversion”: 1.2%',
  ],
  [
    'silos.proposeParameter',
    { parameter: '17', value: account(8) },
    `Propose for “Address of the ecosystem”: ${account(8)}`,
  ],
  [
    'silos.proposeWeights',
    { trustees: `${account(1)} 2, ${account(2)} 3` },
    `Propose as trustees: ${account(1)} 40%, ${account(2)} 60%`,
  ],
  ['silos.proposeHandOver', { to: account(2) }, `Propose to hand over to ${account(2)}`],
  ['silos.proposeHandOver', { to: account(2) }, /does not have the role/, newcomer],
  [
    'collateral.open',
    { type: '1', amount: '10', draw: '500' },
    'Open a vault with 10 TAO, and draw 500 TUSDT',
  ],
  ['collateral.open', { type: '1', amount: '10', draw: '0' }, 'Open a vault with 10 TAO'],
  ['collateral.open', { type: '9', amount: '10', draw: '0' }, /There are 1, 2, 3/],
  ['collateral.close', { vault: '1/1' }, 'Close TAO vault 1'],
  ['collateral.close', { vault: '1/99' }, /TAO has 1 to 10/],
  ['collateral.repayAll', { vault: '1/1' }, 'Pay all debt of TAO vault 1'],
  ['collateral.repayAll', { vault: '1' }, /like 1\/12/],
  ['collateral.deposit', { vault: '1/1', amount: '1' }, 'Add 1 TAO to TAO vault 1'],
  ['collateral.draw', { vault: '1/1', amount: '0.5' }, 'Draw 0.5 TUSDT from TAO vault 1'],
  ['collateral.repay', { vault: '1/1', amount: '10' }, 'Pay 10 TUSDT of TAO vault 1'],
  ['collateral.withdraw', { vault: '1/1', amount: '0.5' }, 'Withdraw 0.5 TAO from TAO vault 1'],
  ['collateral.liquidate', { vault: '1/1' }, /The vault is safe/],
  ['collateral.assess', { vault: '1/3' }, 'Assess the due dates of TAO vault 3'],
  ['collateral.take', { auction: '2/3', amount: '1', price: '1000' }, 'Take 1 SN64 of SN64 auction 3'],
  ['collateral.take', { auction: '2/3', amount: '1', price: '1' }, /^--price: It is/],
  ['collateral.take', { auction: '2/1', amount: '1', price: '1000' }, /It has no price now/],
  ['collateral.reset', { auction: '2/2' }, 'Restart SN64 auction 2'],
  ['collateral.reset', { auction: '2/3' }, /there is nothing to reset/],
  ['collateral.mint', { amount: '1' }, 'Mint 380 TUSDT'],
  ['collateral.redeemTao', { amount: '1' }, 'Redeem 1 TUSDT for TAO'],
  ['collateral.redeemUsd', { amount: '1' }, 'Redeem 1 TUSDT for USDC'],
  ['collateral.startSale', {}, /no sale is needed/],
  ['collateral.startSaleAnew', {}, /no sale is needed/],
  ['collateral.endSale', {}, /no sale is needed/],
  ['collateral.takeSale', { amount: '1' }, /No TAO is for sale now/],
  ['collateral.buySurplus', { amount: '1' }, /not so much surplus/],
  ['collateral.bookGifts', {}, 'Book what was sent to the backing'],
  ['collateral.touch', {}, 'Begin the day of the backing'],
  ['collateral.poke', { price: '0' }, /from .* on/],
  ['collateral.unfreeze', { price: '3' }, /not frozen, or nobody has proposed/],
  ['collateral.observePrice', { price: '2' }, 'Note the average price of SN64'],
  ['collateral.observePrice', { price: '0' }, /not made from a pool/],
  ['collateral.observeLiquidity', { type: '2' }, 'Take a sample of the pool of SN64'],
  ['collateral.observeLiquidity', { type: '1' }, /follows no pool/],
  ['collateral.refreshCeiling', { type: '1' }, 'Refresh the ceiling of TAO'],
  ['collateral.refreshCeiling', { type: '2' }, /can’t be raised now/],
  ['collateral.applyChange', { change: '2/2' }, /from .* on/],
  ['collateral.applyChange', { change: '9/9' }, /There are 2\/2/],
  ['stbt.wrap', { amount: '10' }, /^Wrap 10/],
  ['stbt.unwrap', { amount: '10' }, /^Unwrap 10/],
  ['stbt.mint', { amount: '1000', coin: 'USDT' }, 'Deposit 1,000 USDT for STBT'],
  ['stbt.mint', { amount: '1000', coin: 'USDX' }, /^--coin: There is none with this name. There are/],
  ['stbt.redeem', { amount: '1000', coin: 'USDT' }, 'Redeem 1,000 STBT for USDT'],
]

const named = cases.map(([name, typed, outcome, who = demo]) => ({ name, typed, outcome, who }))

it.each(named)('$name $typed: $outcome', ({ name, typed, outcome, who }) =>
  expectOutcome(outcome, who, name, typed),
)

/** Told of in this file without a case, or in `package.chain.test.ts`. */
const elsewhere = [
  ...['stake', 'unstake', 'withdraw', 'claim', 'subscribe', 'reserveMstr', 'fixCompensation'].map(
    (name) => `backstop.${name}`,
  ),
  'musdt.renewCap',
]

type SeriesCase = readonly [
  name: string,
  series: SeriesKey,
  typed: Typed,
  outcome: string | RegExp,
  who?: Address,
]

const inSeries: readonly SeriesCase[] = [
  [
    'exercise',
    'tenor',
    { warrant: '7', amount: '1000' },
    /^Exercise 1,000 USDT of Warrant 7 for/,
    account(10),
  ],
  ['exercise', 'tenor', { warrant: '7', amount: '999999999' }, /There is less in this Warrant/, account(10)],
  ['exercise', 'tenor', { warrant: '7', amount: '1' }, /There is none to choose from/],
  [
    'splitWarrant',
    'tenor',
    { warrant: '7', amount: '1000' },
    /^Split Warrant 7 into 1,000 USDT and/,
    account(10),
  ],
  ['convert', 'tenor', { note: '4', amount: '1000' }, /^Convert 1,000 USDT of Note 4 to/, account(10)],
  [
    'redeemEarlyFromLedger',
    'tenor',
    { note: '4', amount: '1' },
    'Redeem 1 USDT of Note 4 early',
    account(10),
  ],
  [
    'redeemEarlyFromTreasury',
    'tenor',
    { note: '4', amount: '1' },
    'Redeem 1 USDT of Note 4 early',
    account(10),
  ],
  ['redeem', 'settledUsed', { note: '3' }, /^Redeem Note 3 for/, account(12)],
  ['redeem', 'tenor', { note: '4' }, /settle/i, account(10)],
  ['finalizeSale', 'saleOver', {}, 'Finalize the sale of Series H'],
  ['finalizeSale', 'saleOpen', {}, /The sale runs until/],
  ['settle', 'matured', {}, 'Settle Series C'],
  ['fundUpfront', 'maturingUnused', {}, /The treasury has none of the asset now/],
  ['fundMakeWhole', 'tenor', {}, /does not wait for this now/],
  ['returnSeriesBtc', 'tenor', {}, /does not wait for this now/],
  ['sweepLedger', 'tenor', {}, /does not wait for this now/],
]

const namedInSeries = inSeries.map(([name, series, typed, outcome, who = demo]) => {
  return { name, series, typed, outcome, who }
})

it.each(namedInSeries)('backstop.$name in $series $typed: $outcome', ({ name, series, typed, ...rest }) =>
  expectOutcome(rest.outcome, rest.who, `backstop.${name}`, {
    series: `${devnet.sights.backstop[series].id}`,
    ...typed,
  }),
)

it('puts the prices of a day on record before what goes by them', async () => {
  const { saleOver, matured } = devnet.sights.backstop
  const sold = { series: `${saleOver.id}` }
  await carryOut(demo, 'backstop.finalizeSale', sold)
  expect(await outcomeOf(demo, 'backstop.reserveMstr', sold)).toBe('Reserve MSTR for Series H')
  const ended = { series: `${matured.id}` }
  await carryOut(demo, 'backstop.settle', ended)
  expect(await outcomeOf(demo, 'backstop.fixCompensation', ended)).toBe('Fix the compensation of Series C')
})

it('liquidates vaults and sells backing after a fall', async () => {
  const { collateral } = devnet.addresses
  const groups = { collateral }
  const twoHops = async () => {
    await wait(groups, HOUR)
    await wait(groups, HOUR)
  }
  await moveTao(running(groups), collateral, 33n)
  await twoHops()
  expect(await outcomeOf(demo, 'collateral.liquidate', { vault: '1/2' })).toBe('Liquidate TAO vault 2')
  await carryOut(demo, 'collateral.startSale')
  expect(await outcomeOf(demo, 'collateral.takeSale', { amount: '1' })).toBe('Buy 1 TAO of the sale')
  await wait(groups, 7 * HOUR)
  expect(await outcomeOf(demo, 'collateral.startSaleAnew')).toBe('Restart the sale of TAO')
  await moveTao(running(groups), collateral, 300n)
  await twoHops()
  expect(await outcomeOf(demo, 'collateral.endSale')).toBe('End the sale of TAO')
})

it('carries out what was voted, applies what has waited, and closes the cycle', async () => {
  const groups = { silos: devnet.addresses.silos }
  for (const trustee of [demo, account(1)]) await carryOut(trustee, 'silos.vote', { proposal: '9' })
  await wait(groups, 3 * DAY)
  expect(await outcomeOf(demo, 'silos.execute', { proposal: '9' })).toBe('Execute proposal 9')
  await wait(groups, 4 * DAY)
  expect(await outcomeOf(demo, 'silos.apply', { proposal: '7' })).toBe('Apply change 7')
  const change = await outcomeOf(demo, 'collateral.applyChange', { change: '2/2' })
  expect(change).toBe('Apply the change of SN64, Fee a year: 5% → 8%')
  await wait(groups, 30 * DAY)
  // Until the exchange has an average of its own again.
  await wait(groups, HOUR)
  await wait(groups, HOUR)
  expect(await outcomeOf(demo, 'silos.closeCycle')).toBe('Close the cycle')
})

it('replenishes Silo 2 after a fall of XTZ', async () => {
  const { silos } = devnet.addresses
  await moveXtz(running({ silos }), silos, 50n)
  expect(await outcomeOf(demo, 'silos.replenish')).toBe('Replenish Silo 2')
})

it('queues a price that nobody has queued', async () => {
  await rpc('evm_increaseTime', [2 * HOUR])
  await rpc('evm_mine')
  const outcome = await outcomeOf(demo, 'collateral.poke', { price: '4' })
  expect(outcome).toBe('Queue the next price of SN4')
})

it('knows a GToken, and a vault without epochs', async () => {
  const [network] = devnet.config.networks
  const { gToken, instant } = devnet.sights.musdt
  const configOf = (vault: Address, rules: string) => {
    const contracts = { ...network?.contracts, musdt: { vault } }
    return { ...devnet.config, networks: [{ ...network, contracts, policies: { musdt: { rules } } }] }
  }
  const live = configOf(gToken.address, 'live')
  expect(await outcomeOf(demo, 'musdt.renewCap', {}, live)).toBe('Renew the daily cap')
  expect(await outcomeOf(demo, 'musdt.mint', { amount: '10' }, live)).toBe('Mint mUSDT with 10 USDT')
  expect(await outcomeOf(demo, 'musdt.beginEpoch', {}, live)).toMatch(/TOO_EARLY/)
  const without = configOf(instant.address, 'ours')
  expect(await outcomeOf(demo, 'musdt.request', { amount: '1' }, without)).toMatch(/redeemed at once/)
})

it('has a case for every plan there is', () => {
  const chain = open(devnet.config)
  if (!chain.isKnown) throw new Error(chain.reason)
  const tested = new Set([
    ...cases.map(([name]) => name),
    ...inSeries.map(([name]) => `backstop.${name}`),
    ...elsewhere,
  ])
  expect([...plansOn(chain.value).keys()].filter((name) => !tested.has(name))).toEqual([])
})
