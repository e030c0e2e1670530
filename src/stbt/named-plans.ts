import { readTree } from '../chain/read-at'
import { usdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { firstUnmet } from '../ui/gate'
import { coinAddresses, coinListReads, coinUnits, coinWordsReads } from './coins'
import { leavingNotes } from './interest-view'
import { depositGate, proposalGate } from './mint-gates'
import { proposedFor } from './mint-view'
import { coinsOf, minterReads, type Coin } from './minter-reads'
import { mint, redeem, unwrap, wrap, type PlanContext } from './plans'
import { stbtUnit, type Stbt, type StbtState } from './snapshot'
import { stbtAt } from './stbt-at'
import { unwrapping, wrapping } from './wrap-view'

type At = Parameters<PlanMaker['make']>[0]

function wrapPlan(isBack: boolean): PlanMaker {
  const [from, to] = isBack ? ['wSTBT', 'STBT'] : ['STBT', 'wSTBT']
  return {
    what: `${isBack ? 'Unwrap' : 'Wrap'} ${from} into ${to}`,
    options: { amount: { what: `${from} to ${isBack ? 'unwrap' : 'wrap'}`, kind: 'amount' } },
    async make(at, account, typed) {
      const amount = typedAmount(typed, 'amount', stbtUnit.decimals)
      if (!amount.isKnown) return amount
      const { addresses, state, holder } = await stbtAt(at, account)
      if (!state.isKnown) return state
      const shares = knownValue(holder?.shares)
      if (shares === undefined) return unknown('The account’s shares are not known.')
      const context = { network: at.network, account, addresses }
      if (isBack) return known(unwrap(context, unwrapping(amount.value, shares, state.value)))
      const wrapped = wrapping(amount.value, shares, state.value)
      return wrapped ? known(wrap(context, wrapped)) : unknown('--amount: The account has less STBT.')
    },
  }
}

/** The Minter at one block, and the coins it takes and pays in. */
async function minterAt(at: At, { addresses }: Stbt, account: PlanContext['account']) {
  const told = await readTree(at, coinListReads(addresses.minter))
  if (!told.list.isKnown) return told.list
  if (!told.pool.isKnown) return told.pool
  const found = coinAddresses(told)
  const units = coinUnits(found, await readTree(at, coinWordsReads(found)))
  const configured = at.network.contracts.shared?.usdt
  const usdt = configured !== undefined && units.has(configured) ? configured : undefined
  const data = await readTree(at, minterReads(addresses, { usdt, pool: told.pool.value }, units, [], account))
  if (!data.coinsInfo.isKnown) return data.coinsInfo
  return known({
    coins: coinsOf(data, units, account),
    coinsInfo: data.coinsInfo.value,
    usdt: data.usdt && { address: usdt, facts: usdtFacts(data.usdt, account) },
  })
}

type Minter = Extract<Awaited<ReturnType<typeof minterAt>>, { isKnown: true }>['value']

type Room = {
  readonly context: PlanContext
  readonly stbt: Stbt
  readonly state: StbtState
  readonly minter: Minter
  readonly coin: Coin
}

/** A plan of the Minter, about an amount in, or for, one of its coins. */
function atMinter(
  what: string,
  { amount: wanted, coin: which }: { readonly amount: string; readonly coin: string },
  decimalsOf: (coin: Coin) => number,
  make: (room: Room, amount: bigint) => Found<Plan>,
): PlanMaker {
  return {
    what,
    options: { amount: { what: wanted, kind: 'amount' }, coin: { what: which, kind: 'name' } },
    async make(at, account, typed) {
      const stbt = await stbtAt(at, account)
      const { addresses, state } = stbt
      if (!state.isKnown) return state
      const minter = await minterAt(at, stbt, account)
      if (!minter.isKnown) return minter
      const coin = typedOne(typed, 'coin', minter.value.coins, ({ symbol }) => symbol, 'name')
      if (!coin.isKnown) return coin
      const amount = typedAmount(typed, 'amount', decimalsOf(coin.value))
      if (!amount.isKnown) return amount
      const context = { network: at.network, account, addresses }
      const room = { context, stbt, state: state.value, minter: minter.value, coin: coin.value }
      return make(room, amount.value)
    },
  }
}

const assetOf = ({ address, symbol, decimals }: Coin) =>
  ({ kind: 'erc20', address, symbol, decimals }) as const

const deposit = atMinter(
  'Deposit a coin and ask for STBT, which is issued days later',
  { amount: 'What to deposit', coin: 'Name of the coin, like USDC' },
  ({ decimals }) => decimals,
  ({ context, state, minter, coin }, amount) => {
    const isUsdt = minter.usdt?.address === coin.address
    const proposed = proposedFor(amount, coin, state.kind, isUsdt ? minter.usdt?.facts : undefined)
    const entry = { amount, problem: undefined }
    const unmet = firstUnmet([depositGate(coin, entry), proposalGate(proposed, entry)])
    if (unmet || proposed === undefined) return unknown(unmet?.detail ?? 'What it is worth is not known.')
    const { coinsInfo } = minter
    return known(
      mint(context, { coin: assetOf(coin), isForeign: !isUsdt, deposit: amount, proposed, coinsInfo }),
    )
  },
)

const giveBack = atMinter(
  'Give STBT back, to be paid days later',
  { amount: 'STBT to give back', coin: 'Name of the coin to be paid in' },
  () => stbtUnit.decimals,
  ({ context, stbt, state, coin }, amount) => {
    const { config } = coin.redemption
    if (!config.isKnown) return config
    const shares = knownValue(stbt.holder?.shares)
    if (shares === undefined) return unknown('The account’s shares are not known.')
    const sending = wrapping(amount, shares, state)
    if (!sending) return unknown('--amount: The account has less STBT.')
    // When interest comes next is told by the history, which is not read here; the notes say so.
    const notes = leavingNotes(undefined, amount, stbt.timestamp, false)
    return known(redeem(context, { coin: assetOf(coin), config: config.value, sending, notes }))
  },
)

/** What STBT can be asked for by name. */
export const stbtPlans: SystemScript['plans'] = {
  wrap: wrapPlan(false),
  unwrap: wrapPlan(true),
  mint: deposit,
  redeem: giveBack,
}
