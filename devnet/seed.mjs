/** Plays the scenario on a freshly deployed chain, by real transactions of many accounts. */
import { account, accounts, blacklisted, demo, donor, keeper, operator, treasurer } from './accounts.mjs'
import { chainSeconds, rememberState } from './actions.mjs'
import { artifact } from './artifacts.mjs'
import { readContract } from './contract.mjs'
import { roleId } from './deploy.mjs'
import { random } from './random.mjs'
import { connect } from './rpc.mjs'
import { asset, order, scenario } from './scenario.mjs'
import { eventIn, mineBlock } from './script.mjs'

/** @typedef {`0x${string}`} Address */
/** @typedef {import('./script.mjs').Call} Call */
/** @typedef {import('./script.mjs').Receipt} Receipt */
/** @typedef {import('./scenario.mjs').SeriesPlan} SeriesPlan */
/** @typedef {import('./scenario.mjs').SeriesKey} SeriesKey */
/** @typedef {import('./scenario.mjs').Event} Event */
/**
 * @typedef {object} Terms Terms of a series as the contract takes them.
 * @property {string} name
 * @property {bigint} stakingOpen
 * @property {bigint} stakingClose
 * @property {bigint} saleOpen
 * @property {bigint} saleClose
 * @property {bigint} maturity
 * @property {number} coverageBps
 * @property {number} upfrontBps
 * @property {number} warrantBps
 * @property {number} compensationBps
 * @property {number} upfrontAsset
 * @property {number} makeWholeOrder
 * @property {bigint} minSaleUsdt
 * @property {bigint} maxSaleUsdt
 * @property {bigint} warrantParUsdt
 * @property {bigint} strikeUsdt
 * @property {bigint} conversionUsdt
 * @property {bigint} reserveUsdt
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
/** @typedef {Record<SeriesKey, SeededSeries>} Seeded */

const DAY = 86_400

/** How long before its end the scenario begins; the chain must not be younger. */
export const SCENARIO_SECONDS = 100 * DAY

/** @param {number} whole */
const usdt = (whole) => BigInt(whole) * 1_000_000n

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
 * Plays the scenario. Same genesis time, end and seed give the same chain.
 * @param {object} options
 * @param {string} options.rpcUrl A chain on which `deploy` ran, at least `SCENARIO_SECONDS` before `endTime`.
 * @param {import('./deploy.mjs').Addresses} options.addresses
 * @param {number} options.endTime Unix seconds at which the scenario ends and life goes on.
 * @param {number} [options.seed]
 * @returns {Promise<Seeded>}
 */
export async function seed({ rpcUrl, addresses, endTime, seed: number = 1 }) {
  const rpc = connect(rpcUrl)
  const below = random(number)
  /** @type {Seeded} */
  const seeded = /** @type {Seeded} */ ({})
  /** @type {{ at: number, calls: () => Call[] | Promise<Call[]>, then?: (receipts: Receipt[]) => void }[]} */
  const blocks = []
  const at = (/** @type {number} */ days) => endTime + Math.round(days * DAY)

  /** @param {Address} from @param {string} contract @param {Address} address @param {string} functionName @param {readonly unknown[]} args @returns {Call} */
  const call = (from, contract, address, functionName, args = []) => ({
    from,
    address,
    abi: artifact(contract).abi,
    functionName,
    args,
  })
  const read = (
    /** @type {string} */ contract,
    /** @type {Address} */ address,
    /** @type {string} */ functionName,
    /** @type {readonly unknown[]} */ args = [],
  ) => readContract(rpc, { abi: artifact(contract).abi, address, functionName, args })
  /** USDT from outside, spent at once. @param {Address} from @param {Address} spender @param {bigint} amount */
  const bring = (from, spender, amount) => [
    call(from, 'TetherUSD', addresses.usdt, 'faucet', [from, amount]),
    call(from, 'TetherUSD', addresses.usdt, 'approve', [spender, amount]),
  ]

  startMoney()
  recordPrices()
  for (const [key, plan] of Object.entries(scenario)) playSeries(/** @type {SeriesKey} */ (key), plan)

  blocks.sort((a, b) => a.at - b.at)
  let last = await chainSeconds(rpc)
  for (const block of blocks) {
    last = Math.max(block.at, last + 1)
    const receipts = await mineBlock(rpc, last, await block.calls())
    block.then?.(receipts)
  }
  await mineBlock(rpc, endTime, [])
  await rpc('evm_setAutomine', [true])
  await rememberState(rpc)
  return seeded

  /** Money for everybody, and a treasury that can pay, but not all the MSTR it will owe. */
  function startMoney() {
    const mstr = (/** @type {string} */ functionName, /** @type {readonly unknown[]} */ args) =>
      call(operator, 'MstrToken', addresses.mstr, functionName, args)
    blocks.push({
      at: at(-99.9),
      calls: () => [
        ...accounts
          .filter(({ index }) => index < 15)
          .map(({ address }) =>
            call(address, 'TetherUSD', addresses.usdt, 'faucet', [
              address,
              usdt(address === demo ? 250_000 : 50_000),
            ]),
          ),
        call(donor, 'WrappedBitcoin', addresses.btc, 'faucet', [donor, 500_000_000n]),
      ],
    })
    blocks.push({
      at: at(-99.8),
      calls: () => [
        call(operator, 'WrappedBitcoin', addresses.btc, 'faucet', [addresses.treasury, 1_000_000_000n]),
        mstr('grantRole', [roleId('REGISTRAR_ROLE'), operator]),
        mstr('grantRole', [roleId('MINTER_ROLE'), operator]),
        mstr('mint', [addresses.treasury, 170n * 10n ** 18n]),
        mstr('revokeRole', [roleId('MINTER_ROLE'), operator]),
        mstr('revokeRole', [roleId('REGISTRAR_ROLE'), operator]),
      ],
    })
  }

  /** Two observations a day. BTC swings around 100,000 and stands there exactly when the example needs it. */
  function recordPrices() {
    const { sale, maturity } = scenario.settledUsed
    const isExact = (/** @type {number} */ days) =>
      [sale[1], maturity].some((end) => days > end - 2 && days < end + 1)
    let swing = 0
    for (let days = -99.7; days < 0; days += 0.5) {
      swing = Math.trunc(swing * 0.9) + below(3_000) - 1_500
      const btc = 100_000 + (isExact(days) ? 0 : swing)
      // MSTR loses a quarter over the scenario: reserves are worth less at maturity than at the sale.
      const mstr = 42_000 - Math.trunc(((days + 100) / 100) * 10_000) + below(2_000) - 1_000
      blocks.push({
        at: at(days),
        calls: () => [
          call(keeper, 'DevPriceFeed', addresses.btcFeed, 'setAnswer', [BigInt(btc) * 10n ** 8n]),
          call(keeper, 'DevPriceFeed', addresses.mstrFeed, 'setAnswer', [BigInt(mstr) * 10n ** 6n]),
          call(keeper, 'TwapOracle', addresses.btcOracle, 'poke'),
          call(keeper, 'TwapOracle', addresses.mstrOracle, 'poke'),
        ],
      })
    }
  }

  /** @param {SeriesKey} key @param {SeriesPlan} plan */
  function playSeries(key, plan) {
    const { saleRange, reserve = 50_000, ...other } = plan.terms
    const id = Object.keys(scenario).indexOf(key)
    const terms = {
      ...usualTerms,
      ...other,
      name: `Series ${String.fromCharCode(65 + id)}`,
      stakingOpen: BigInt(at(plan.staking[0])),
      stakingClose: BigInt(at(plan.staking[1])),
      saleOpen: BigInt(at(plan.sale[0])),
      saleClose: BigInt(at(plan.sale[1])),
      maturity: BigInt(at(plan.maturity)),
      minSaleUsdt: usdt(saleRange[0]),
      maxSaleUsdt: usdt(saleRange[1]),
      reserveUsdt: usdt(reserve),
    }
    /** @type {Map<Address, { noteId: bigint, warrantId: bigint }>} */
    const bought = new Map()
    const registryAbi = artifact('BackstopRegistry').abi

    blocks.push({
      at: at(plan.createdAt),
      calls: () => [call(operator, 'BackstopRegistry', addresses.backstopRegistry, 'createSeries', [terms])],
      then: ([receipt]) => {
        const created = eventIn(receipt, registryAbi, 'SeriesCreated')
        const { series, pool, ledger, note, warrant } = created
        seeded[key] = { id: Number(created.id), name: terms.name, series, pool, ledger, note, warrant }
      },
    })
    for (const [staker, amount] of divide(plan.stakes)) {
      blocks.push({
        at: within(plan.staking),
        calls: () => {
          const { pool } = seeded[key]
          return [
            ...bring(staker, pool, amount),
            call(staker, 'BackstopPool', pool, 'stake', [amount, amount]),
          ]
        },
      })
    }
    for (const [who, whole] of Object.entries(plan.buys ?? {})) {
      const buyer = account(Number(who))
      const amount = usdt(whole)
      blocks.push({
        at: within(plan.sale),
        calls: () => {
          const { series } = seeded[key]
          return [
            ...bring(buyer, series, amount),
            call(buyer, 'BackstopSeries', series, 'subscribe', [amount, amount]),
          ]
        },
        then: (receipts) =>
          bought.set(buyer, eventIn(receipts[2], artifact('BackstopSeries').abi, 'Subscribed')),
      })
    }
    for (const event of plan.events ?? [])
      blocks.push({ at: at(event[0]), calls: () => callsOf(event, seeded[key], bought) })
  }

  /** A moment in the window that is over by the end of the scenario. @param {readonly [number, number]} window */
  function within([open, close]) {
    const start = at(open) + 60
    const end = Math.min(at(close), endTime - 3_600)
    return start + below(end - start)
  }

  /** Odd amounts that add up. @param {SeriesPlan['stakes']} stakes @returns {[Address, bigint][]} */
  function divide([total, demoPart, others]) {
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
   * @param {Event} event
   * @param {SeededSeries} target
   * @param {Map<Address, { noteId: bigint, warrantId: bigint }>} bought
   * @returns {Promise<Call[]>}
   */
  async function callsOf(event, { series, pool }, bought) {
    const [, act] = event
    const onSeries = (
      /** @type {Address} */ from,
      /** @type {string} */ name,
      /** @type {readonly unknown[]} */ args = [],
    ) => call(from, 'BackstopSeries', series, name, args)
    const onPool = (
      /** @type {Address} */ from,
      /** @type {string} */ name,
      /** @type {readonly unknown[]} */ args = [],
    ) => call(from, 'BackstopPool', pool, name, args)
    switch (act) {
      case 'finalizeSale':
      case 'settle':
        return [onSeries(keeper, act)]
      case 'allocateWarrants':
        return [onPool(keeper, act, [await stakersInOrder(pool, series)])]
      case 'blacklist':
        return [call(operator, 'TetherUSD', addresses.usdt, 'addBlackList', [blacklisted])]
      case 'budget':
        return [
          call(treasurer, 'Treasury', addresses.treasury, 'setEarlyRedemptionBudget', [
            series,
            usdt(event[2]),
          ]),
        ]
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
      case 'exercise':
        return [...bring(who, series, usdt(event[3])), onSeries(who, act, [token?.warrantId, usdt(event[3])])]
      case 'convert':
        return [onSeries(who, act, [token?.noteId, usdt(event[3])])]
      case 'redeemFromLedger':
      case 'redeemFromTreasury':
        return [
          onSeries(who, 'redeemEarly', [
            token?.noteId,
            usdt(event[3]),
            act === 'redeemFromLedger' ? 0 : 1,
            who,
          ]),
        ]
      case 'redeem':
        return [onSeries(who, act, [token?.noteId, who])]
      case 'withdraw': {
        const { claimableUsdt } = await read('BackstopPool', pool, 'position', [who])
        return [onPool(who, act, [(claimableUsdt * BigInt(event[3])) / 10_000n, who])]
      }
      case 'unstakeTenth': {
        const shares = await read('BackstopPool', pool, 'sharesOf', [who])
        return [onPool(who, 'unstake', [shares / 10n, who])]
      }
      case 'claim':
      case 'claimUpfront':
      case 'claimWarrants':
        return [onPool(who, act, [who])]
    }
  }

  /** Stakers by the size of their lost fraction of a warrant, ties by address (rules.md B10). @param {Address} pool @param {Address} series */
  async function stakersInOrder(pool, series) {
    const [stakers, total, warrants] = await Promise.all([
      read('BackstopPool', pool, 'stakers', [0n, 1_000n]),
      read('BackstopPool', pool, 'totalShares'),
      read('BackstopSeries', series, 'warrantTotal'),
    ])
    const lost = await Promise.all(
      stakers.map(async (/** @type {Address} */ staker) => {
        const shares = await read('BackstopPool', pool, 'sharesOf', [staker])
        return { staker, fraction: (warrants * shares) % total }
      }),
    )
    return lost
      .sort((a, b) =>
        a.fraction === b.fraction
          ? BigInt(a.staker) < BigInt(b.staker)
            ? -1
            : 1
          : a.fraction > b.fraction
            ? -1
            : 1,
      )
      .map(({ staker }) => staker)
  }
}
