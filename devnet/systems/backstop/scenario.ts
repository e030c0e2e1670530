/**
 * The living scenario: one series for every place in a series' life, and what people did in each. Times are days
 * relative to the end of the scenario; amounts are whole USDT; people are indices of `accounts.ts`.
 */

export type Event =
  | [
      at: number,
      act: 'exercise' | 'convert' | 'redeemFromLedger' | 'redeemFromTreasury',
      who: number,
      usdt: number,
    ]
  | [at: number, act: 'withdraw', who: number, partBps: number]
  | [at: number, act: 'claimUpfront' | 'claimWarrants' | 'claim' | 'redeem' | 'unstakeTenth', who: number]
  | [at: number, act: 'budget', usdt: number]
  | [at: number, act: 'fundSeriesBtc', satoshi: number]
  | [at: number, act: KeeperAct | 'allocateWarrants' | 'blacklist']

/** What the keeper calls on a series, without arguments. */
export type KeeperAct =
  | 'finalizeSale'
  | 'reserveMstr'
  | 'fundUpfront'
  | 'settle'
  | 'fixCompensation'
  | 'fundMakeWhole'
  | 'sweepLedger'

/** Terms other than the usual ones. */
type TermsPlan = {
  readonly saleRange: readonly [min: number, max: number]
  /** USD amount of reserved MSTR. */
  readonly reserve?: number
  readonly coverageBps?: number
  readonly upfrontBps?: number
  readonly warrantBps?: number
  readonly compensationBps?: number
  readonly upfrontAsset: number
  readonly makeWholeOrder: number
}

export type SeriesPlan = {
  /** Phase at the end of the scenario. */
  readonly phase: string
  /** What it is there for. */
  readonly shows: string
  readonly createdAt: number
  readonly staking: readonly [number, number]
  readonly sale: readonly [number, number]
  readonly maturity: number
  readonly terms: TermsPlan
  /** The others divide the rest. */
  readonly stakes: readonly [total: number, demo: number, others: readonly number[]]
  /** Principal by buyer. */
  readonly buys?: Readonly<Record<number, number>>
  readonly events?: readonly Event[]
}

/** Upfront assets and make-whole orders in the contract's order. */
export const asset = { btc: 0, usdt: 1, mstr: 2 }
export const order = { seriesFirst: 0, treasuryFirst: 1 }

const everyone = [1, 2, 3, 4, 5, 6, 7, 8]

export const scenario = {
  settledUsed: {
    phase: 'Settled',
    shows: '10 BTC raised, 10% upfront, 10% of the stake used: 0.9 BTC for the stakers (rules.md B13)',
    createdAt: -98,
    staking: [-97, -91],
    sale: [-90, -84],
    maturity: -21,
    terms: {
      saleRange: [500_000, 1_000_000],
      upfrontAsset: asset.btc,
      makeWholeOrder: order.seriesFirst,
      compensationBps: 9_000,
      reserve: 0,
    },
    stakes: [1_000_000, 100_000, everyone],
    buys: { 10: 450_000, 11: 300_000, 12: 250_000 },
    events: [
      [-83.9, 'finalizeSale'],
      [-83.4, 'reserveMstr'],
      [-83.35, 'fundUpfront'],
      [-83, 'allocateWarrants'],
      [-80, 'claimUpfront', 0],
      [-79.8, 'claimUpfront', 1],
      [-79.1, 'claimUpfront', 2],
      [-78, 'claimWarrants', 0],
      [-77.5, 'claimWarrants', 4],
      [-70, 'exercise', 10, 450_000],
      [-69, 'withdraw', 0, 10_000],
      [-68.5, 'withdraw', 1, 5_000],
      [-60, 'exercise', 11, 300_000],
      [-59, 'withdraw', 3, 10_000],
      [-45, 'exercise', 12, 150_000],
      [-44, 'withdraw', 1, 10_000],
      [-43, 'withdraw', 2, 2_500],
      [-30, 'fundSeriesBtc', 50_000_000],
      [-20.9, 'settle'],
      [-20.4, 'fixCompensation'],
      [-20.35, 'fundMakeWhole'],
      [-20.5, 'redeem', 10],
      [-20.3, 'redeem', 11],
      [-20, 'claim', 1],
      [-19, 'claim', 5],
    ],
  },
  settledUnused: {
    phase: 'Settled',
    shows: 'the ledger paid all Notes: nothing used, the MSTR reserve burnt',
    createdAt: -95,
    staking: [-94, -88],
    sale: [-87, -82],
    maturity: -14,
    terms: {
      saleRange: [300_000, 700_000],
      coverageBps: 11_000,
      upfrontBps: 800,
      upfrontAsset: asset.usdt,
      makeWholeOrder: order.treasuryFirst,
      reserve: 60_000,
    },
    stakes: [800_000, 64_000, everyone],
    buys: { 11: 250_000, 12: 200_000, 13: 150_000 },
    events: [
      [-81.9, 'finalizeSale'],
      [-81.4, 'reserveMstr'],
      [-81, 'allocateWarrants'],
      [-80.2, 'claim', 0],
      [-80.1, 'claim', 6],
      [-65, 'exercise', 11, 200_000],
      [-62, 'withdraw', 0, 10_000],
      [-50, 'convert', 12, 200_000],
      [-48, 'budget', 150_000],
      [-47, 'redeemFromTreasury', 13, 100_000],
      [-40, 'redeemFromLedger', 11, 20_000],
      [-35, 'exercise', 12, 120_000],
      [-34, 'withdraw', 6, 10_000],
      [-13.9, 'settle'],
      [-13.4, 'fixCompensation'],
      [-13.35, 'sweepLedger'],
      [-13.5, 'redeem', 11],
      [-13, 'claim', 2],
    ],
  },
  matured: {
    phase: 'Matured',
    shows: 'anyone may settle; about 44% of the stake will be used, MSTR does not cover it',
    createdAt: -70,
    staking: [-69, -64],
    sale: [-63, -58],
    maturity: -0.4,
    terms: {
      saleRange: [200_000, 450_000],
      coverageBps: 12_000,
      upfrontAsset: asset.mstr,
      makeWholeOrder: order.seriesFirst,
      reserve: 100_000,
    },
    stakes: [500_000, 40_000, [1, 2, 3, 5, 7]],
    buys: { 10: 220_000, 13: 180_000 },
    events: [
      [-57.9, 'finalizeSale'],
      [-57.4, 'reserveMstr'],
      [-57.35, 'fundUpfront'],
      [-57, 'allocateWarrants'],
      [-56, 'claimUpfront', 0],
      [-41, 'exercise', 10, 120_000],
      [-38.5, 'withdraw', 2, 10_000],
      [-26, 'convert', 13, 60_000],
      [-6, 'fundSeriesBtc', 25_000_000],
    ],
  },
  maturingUsed: {
    phase: 'Tenor',
    shows: 'matures soon; the stake will be used for what the ledger lacks',
    createdAt: -65,
    staking: [-64, -58],
    sale: [-57, -51],
    maturity: 1.2,
    terms: {
      saleRange: [300_000, 600_000],
      upfrontAsset: asset.btc,
      makeWholeOrder: order.treasuryFirst,
      reserve: 150_000,
    },
    stakes: [750_000, 75_000, everyone],
    buys: { 11: 350_000, 12: 250_000 },
    events: [
      [-50.9, 'finalizeSale'],
      [-50.4, 'reserveMstr'],
      [-50.35, 'fundUpfront'],
      [-50, 'allocateWarrants'],
      [-49.5, 'claimUpfront', 0],
      [-49.2, 'claimWarrants', 0],
      [-49, 'claim', 7],
      [-33, 'exercise', 11, 200_000],
      [-32, 'withdraw', 3, 3_300],
      [-17, 'budget', 80_000],
      [-16.5, 'redeemFromTreasury', 12, 50_000],
    ],
  },
  maturingUnused: {
    phase: 'Tenor',
    shows:
      'matures soon; the ledger holds more than the Notes. The treasury was short of MSTR: upfront is partly owed',
    createdAt: -60,
    staking: [-58, -52],
    sale: [-51, -46],
    maturity: 2.3,
    terms: {
      saleRange: [200_000, 400_000],
      coverageBps: 10_500,
      upfrontAsset: asset.mstr,
      makeWholeOrder: order.seriesFirst,
      reserve: 40_000,
    },
    stakes: [450_000, 30_000, [2, 4, 6, 8]],
    buys: { 10: 150_000, 13: 250_000 },
    events: [
      [-45.9, 'finalizeSale'],
      [-45.4, 'reserveMstr'],
      [-45.35, 'fundUpfront'],
      [-45, 'allocateWarrants'],
      [-31, 'exercise', 13, 250_000],
      [-22, 'convert', 10, 150_000],
      [-21.5, 'convert', 13, 30_000],
      [-10.2, 'withdraw', 4, 10_000],
    ],
  },
  tenor: {
    phase: 'Tenor',
    shows:
      'released by exercises, a conversion, an early redemption; a blacklisted staker must claim to another address',
    createdAt: -50,
    staking: [-48, -42],
    sale: [-41, -35],
    maturity: 40,
    terms: {
      saleRange: [400_000, 800_000],
      upfrontBps: 1_200,
      warrantBps: 2_000,
      upfrontAsset: asset.btc,
      makeWholeOrder: order.seriesFirst,
      reserve: 120_000,
    },
    stakes: [900_000, 120_000, [...everyone, 9]],
    buys: { 10: 250_000, 11: 200_000, 12: 150_000, 13: 100_000 },
    events: [
      [-42.5, 'unstakeTenth', 8],
      [-34.9, 'finalizeSale'],
      [-34.4, 'reserveMstr'],
      [-34.35, 'fundUpfront'],
      [-33, 'allocateWarrants'],
      [-32.6, 'claim', 1],
      [-32.4, 'claimWarrants', 4],
      [-30, 'exercise', 10, 90_000],
      [-29, 'withdraw', 0, 10_000],
      [-28, 'withdraw', 3, 2_000],
      [-24, 'convert', 11, 60_000],
      [-23, 'withdraw', 5, 10_000],
      [-19, 'budget', 100_000],
      [-18, 'redeemFromTreasury', 12, 45_000],
      [-15, 'redeemFromLedger', 12, 20_000],
      [-11, 'withdraw', 3, 6_000],
      [-8, 'exercise', 13, 55_000],
      [-7, 'withdraw', 1, 10_000],
      [-5, 'blacklist'],
    ],
  },
  cancelled: {
    phase: 'Cancelled',
    shows: 'too little was staked: everyone takes back exactly what they staked',
    createdAt: -30,
    staking: [-28, -20],
    sale: [-19, -14],
    maturity: 60,
    terms: { saleRange: [500_000, 900_000], upfrontAsset: asset.usdt, makeWholeOrder: order.seriesFirst },
    stakes: [180_000, 20_000, [3, 5, 6]],
    events: [[-12, 'withdraw', 3, 10_000]],
  },
  saleOver: {
    phase: 'Sale',
    shows: 'the sale window is over: anyone may finalize',
    createdAt: -20,
    staking: [-19, -9],
    sale: [-8, -0.15],
    maturity: 75,
    terms: { saleRange: [300_000, 550_000], upfrontAsset: asset.usdt, makeWholeOrder: order.treasuryFirst },
    stakes: [600_000, 50_000, [1, 2, 4, 5, 7, 8]],
    buys: { 10: 150_000, 11: 180_000, 13: 150_000 },
  },
  saleOpen: {
    phase: 'Sale',
    shows: 'Notes are being sold',
    createdAt: -16,
    staking: [-15, -3],
    sale: [-2, 3],
    maturity: 90,
    terms: { saleRange: [300_000, 600_000], upfrontAsset: asset.btc, makeWholeOrder: order.seriesFirst },
    stakes: [650_000, 25_000, [1, 3, 6, 7, 8]],
    buys: { 12: 140_000, 13: 70_000 },
  },
  stakingClosing: {
    phase: 'Staking',
    shows: 'staking closes within a day; you have staked',
    createdAt: -9,
    staking: [-8, 0.85],
    sale: [1.5, 6],
    maturity: 80,
    terms: { saleRange: [250_000, 500_000], upfrontAsset: asset.mstr, makeWholeOrder: order.treasuryFirst },
    stakes: [300_000, 12_500, [2, 4, 5, 6]],
  },
  stakingOpen: {
    phase: 'Staking',
    shows: 'staking is open and has room; you have not staked yet',
    createdAt: -6,
    staking: [-4, 5],
    sale: [5.5, 10],
    maturity: 100,
    terms: { saleRange: [400_000, 1_500_000], upfrontAsset: asset.usdt, makeWholeOrder: order.seriesFirst },
    stakes: [420_000, 0, [1, 3, 7, 8]],
  },
  announced: {
    phase: 'Announced',
    shows: 'staking has not opened yet',
    createdAt: -2,
    staking: [2, 9],
    sale: [10, 15],
    maturity: 120,
    terms: { saleRange: [500_000, 2_000_000], upfrontAsset: asset.btc, makeWholeOrder: order.treasuryFirst },
    stakes: [0, 0, []],
  },
} satisfies Record<string, SeriesPlan>

export type SeriesKey = keyof typeof scenario
