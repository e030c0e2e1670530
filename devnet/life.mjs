/** The life of one series as blocks: creation, stakes, subscriptions, and the events of its plan. */
import { account, blacklisted, demo, donor, keeper, operator, treasurer } from './accounts.mjs'
import { artifact } from './artifacts.mjs'
import { bring, call, usdt } from './calls.mjs'
import { readContract } from './contract.mjs'
import { asset, order } from './scenario.mjs'
import { eventIn } from './script.mjs'

/** @typedef {`0x${string}`} Address */
/** @typedef {import('./calls.mjs').Block} Block */
/** @typedef {import('./calls.mjs').Call} Call */
/** @typedef {import('./scenario.mjs').SeriesPlan} SeriesPlan */
/**
 * @typedef {object} World
 * @property {import('./rpc.mjs').Rpc} rpc
 * @property {import('./deploy.mjs').Addresses} addresses
 * @property {number} endTime Unix seconds.
 * @property {(days: number) => number} at Unix seconds of a day of the scenario.
 * @property {(below: number) => number} below Random integers.
 */
/**
 * @typedef {object} SeededSeries
 * @property {number} id
 * @property {string} name
 * @property {Address} series
 * @property {Address} pool
 * @property {Address} ledger
 * @property {Address} note
 * @property {Address} warrant
 */
/** @typedef {Map<Address, { noteId: bigint, warrantId: bigint }>} Bought What each buyer has. */

/** What a series gets unless its plan says otherwise. */
const usualTerms = {
  coverageBps: 10_000,
  upfrontBps: 1_000,
  warrantBps: 1_000,
  compensationBps: 10_000,
  upfrontAsset: asset.btc,
  makeWholeOrder: order.seriesFirst,
  warrantParUsdt: usdt(1_000),
  strikeUsdt: usdt(420),
  conversionUsdt: usdt(450),
}

/**
 * @param {World} world
 * @param {string} name
 * @param {SeriesPlan} plan
 * @param {(created: SeededSeries) => void} tell Called when the series exists.
 * @returns {Block[]}
 */
export function seriesBlocks(world, name, plan, tell) {
  const { addresses, at } = world
  /** @type {SeededSeries | undefined} */
  let created
  const target = () => {
    if (!created) throw new Error(`${name} is not created yet.`)
    return created
  }
  /** @type {Bought} */
  const bought = new Map()

  /** @type {Block} */
  const creation = {
    at: at(plan.createdAt),
    calls: () => [
      call(operator, 'BackstopRegistry', addresses.backstopRegistry, 'createSeries', [terms(at, name, plan)]),
    ],
    then: ([receipt]) => {
      const event = eventIn(receipt, artifact('BackstopRegistry').abi, 'SeriesCreated')
      const { series, pool, ledger, note, warrant } = event
      created = { id: Number(event.id), name, series, pool, ledger, note, warrant }
      tell(created)
    },
  }
  const stakes = divide(world.below, plan.stakes).map(
    /** @returns {Block} */ ([staker, amount]) => ({
      at: momentIn(world, plan.staking),
      calls: () => [
        ...bring(addresses.usdt, staker, target().pool, amount),
        call(staker, 'BackstopPool', target().pool, 'stake', [amount, amount]),
      ],
    }),
  )
  const purchases = Object.entries(plan.buys ?? {}).map(
    /** @returns {Block} */ ([index, whole]) => {
      const buyer = account(Number(index))
      const amount = usdt(whole)
      return {
        at: momentIn(world, plan.sale),
        calls: () => [
          ...bring(addresses.usdt, buyer, target().series, amount),
          call(buyer, 'BackstopSeries', target().series, 'subscribe', [amount, amount]),
        ],
        then: (receipts) =>
          bought.set(buyer, eventIn(receipts[2], artifact('BackstopSeries').abi, 'Subscribed')),
      }
    },
  )
  const events = (plan.events ?? []).map(
    /** @returns {Block} */ (event) => ({
      at: at(event[0]),
      calls: () => callsOf(world, event, target(), bought),
    }),
  )
  return [creation, ...stakes, ...purchases, ...events]
}

/** @param {World['at']} at @param {string} name @param {SeriesPlan} plan */
function terms(at, name, plan) {
  const { saleRange, reserve = 50_000, ...other } = plan.terms
  return {
    ...usualTerms,
    ...other,
    name,
    stakingOpen: BigInt(at(plan.staking[0])),
    stakingClose: BigInt(at(plan.staking[1])),
    saleOpen: BigInt(at(plan.sale[0])),
    saleClose: BigInt(at(plan.sale[1])),
    maturity: BigInt(at(plan.maturity)),
    minSaleUsdt: usdt(saleRange[0]),
    maxSaleUsdt: usdt(saleRange[1]),
    reserveUsdt: usdt(reserve),
  }
}

/** A moment in the window, at least an hour before the scenario ends. @param {World} world @param {readonly [number, number]} window */
function momentIn({ at, endTime, below }, [open, close]) {
  const start = at(open) + 60
  const end = Math.min(at(close), endTime - 3_600)
  return start + below(end - start)
}

/** Odd amounts that add up. @param {World['below']} below @param {SeriesPlan['stakes']} stakes @returns {[Address, bigint][]} */
function divide(below, [total, demoPart, others]) {
  const weights = others.map(() => BigInt(1_000_000 + below(4_000_000)))
  const sum = weights.reduce((a, b) => a + b, 0n)
  let rest = usdt(total - demoPart)
  /** @type {[Address, bigint][]} */
  const parts = others.map((who, index) => {
    const isLast = index === others.length - 1
    const part = isLast ? rest : (usdt(total - demoPart) * (weights[index] ?? 0n)) / sum
    rest -= part
    return [account(who), part]
  })
  return demoPart === 0 ? parts : [...parts, [demo, usdt(demoPart)]]
}

/**
 * @param {World} world
 * @param {import('./scenario.mjs').Event} event
 * @param {SeededSeries} target
 * @param {Bought} bought
 * @returns {Promise<Call[]>}
 */
async function callsOf({ rpc, addresses }, event, { series, pool }, bought) {
  /** @param {Address} from @param {string} name @param {readonly unknown[]} [args] */
  const onSeries = (from, name, args) => call(from, 'BackstopSeries', series, name, args)
  /** @param {Address} from @param {string} name @param {readonly unknown[]} [args] */
  const onPool = (from, name, args) => call(from, 'BackstopPool', pool, name, args)
  /** @param {string} functionName @param {readonly unknown[]} args */
  const readPool = (functionName, args) =>
    readContract(rpc, { address: pool, abi: artifact('BackstopPool').abi, functionName, args })

  const [, act] = event
  switch (act) {
    case 'finalizeSale':
    case 'settle':
      return [onSeries(keeper, act)]
    case 'allocateWarrants':
      return [onPool(keeper, act, [await stakersInOrder(rpc, pool, series)])]
    case 'blacklist':
      return [call(operator, 'TetherUSD', addresses.usdt, 'addBlackList', [blacklisted])]
    case 'budget': {
      const args = [series, usdt(event[2])]
      return [call(treasurer, 'Treasury', addresses.treasury, 'setEarlyRedemptionBudget', args)]
    }
    case 'fundSeriesBtc': {
      const satoshi = BigInt(event[2])
      return [
        call(donor, 'WrappedBitcoin', addresses.btc, 'approve', [series, satoshi]),
        onSeries(donor, act, [satoshi]),
      ]
    }
  }
  const who = account(event[2])
  const token = bought.get(who)
  switch (act) {
    case 'exercise': {
      const par = usdt(event[3])
      return [...bring(addresses.usdt, who, series, par), onSeries(who, act, [token?.warrantId, par])]
    }
    case 'convert':
      return [onSeries(who, act, [token?.noteId, usdt(event[3])])]
    case 'redeemFromLedger':
      return [onSeries(who, 'redeemEarly', [token?.noteId, usdt(event[3]), 0, who])]
    case 'redeemFromTreasury':
      return [onSeries(who, 'redeemEarly', [token?.noteId, usdt(event[3]), 1, who])]
    case 'redeem':
      return [onSeries(who, act, [token?.noteId, who])]
    case 'withdraw': {
      const { claimableUsdt } = await readPool('position', [who])
      return [onPool(who, act, [(claimableUsdt * BigInt(event[3])) / 10_000n, who])]
    }
    case 'unstakeTenth':
      return [onPool(who, 'unstake', [(await readPool('sharesOf', [who])) / 10n, who])]
    case 'claim':
    case 'claimUpfront':
    case 'claimWarrants':
      return [onPool(who, act, [who])]
  }
}

/**
 * Stakers by the size of their lost fraction of a warrant, ties by address (rules.md B10).
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {Address} pool
 * @param {Address} series
 * @returns {Promise<Address[]>}
 */
async function stakersInOrder(rpc, pool, series) {
  const { abi } = artifact('BackstopPool')
  const readPool = (/** @type {string} */ functionName, /** @type {readonly unknown[]} */ args = []) =>
    readContract(rpc, { address: pool, abi, functionName, args })
  const seriesAbi = artifact('BackstopSeries').abi
  const warrants = await readContract(rpc, { address: series, abi: seriesAbi, functionName: 'warrantTotal' })
  const totalShares = await readPool('totalShares')
  /** @type {Address[]} */
  const stakers = await readPool('stakers', [0n, 1_000n])
  const ranked = await Promise.all(
    stakers.map(async (staker) => {
      const shares = await readPool('sharesOf', [staker])
      return { staker, fraction: (warrants * shares) % totalShares }
    }),
  )
  ranked.sort((a, b) => {
    if (a.fraction !== b.fraction) return a.fraction > b.fraction ? -1 : 1
    return BigInt(a.staker) < BigInt(b.staker) ? -1 : 1
  })
  return ranked.map(({ staker }) => staker)
}
