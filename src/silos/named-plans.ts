import type { ChainAt } from '../chain/chain-reader'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import type { SiloState } from '../math/silos-state'
import { afterSlippageDown } from '../math/slippage'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import { closingOf } from './closing'
import { silosContracts } from './contracts'
import { bookStray, give, type Way } from './give-plans'
import type { PlanContext } from './plan-parts'
import * as plans from './plans'
import { silosAt } from './silos-at'
import { usdtzUnit, type Silos } from './snapshot'
import { refusalText } from './words'

/** What a redemption for XTZ leaves to the price, and how long there is to sign it: as its form. */
const SLIPPAGE_BPS = 50n
const DEADLINE_SECONDS = 1_200n

type Typed = Parameters<PlanMaker['make']>[2]

const contextOf = ({ network }: ChainAt, account: PlanContext['account']): PlanContext => {
  return { network, account, addresses: silosContracts(network) }
}

/** A plan that goes by nothing but what was typed. */
function plain(
  what: string,
  options: PlanMaker['options'],
  make: (context: PlanContext, typed: Typed) => Found<Plan>,
): PlanMaker {
  return { what, options, make: (at, account, typed) => Promise.resolve(make(contextOf(at, account), typed)) }
}

/** A plan that goes by what the reserve is at this block. */
function inReserve(
  what: string,
  options: PlanMaker['options'],
  make: (context: PlanContext, state: SiloState, typed: Typed) => Found<Plan>,
): PlanMaker {
  return {
    what,
    options,
    async make(at, account, typed) {
      const { state } = await silosAt(at, account)
      return state.isKnown ? make(contextOf(at, account), state.value, typed) : state
    },
  }
}

function ofAmount(
  what: string,
  option: string,
  plan: (context: PlanContext, amount: bigint) => Plan,
): PlanMaker {
  return plain(what, { amount: { what: option, kind: 'amount' } }, (context, typed) => {
    const amount = typedAmount(typed, 'amount', usdtzUnit.decimals)
    return amount.isKnown ? known(plan(context, amount.value)) : amount
  })
}

const redeemXtz = inReserve(
  'Redeem USDtz for XTZ',
  { amount: { what: 'USDtz to redeem', kind: 'amount' } },
  (context, state, typed) => {
    const read = typedAmount(typed, 'amount', usdtzUnit.decimals)
    if (!read.isKnown) return read
    const amount = read.value
    const result = advance(state, { kind: 'redeemXtz', amount })
    if (!result.isTaken) return unknown(refusalText(result.refusal))
    const { xtzPaid = 0n } = result.effects
    const minXtz = afterSlippageDown(xtzPaid, SLIPPAGE_BPS)
    const deadline = state.time + DEADLINE_SECONDS
    return known(plans.redeemXtz(context, { amount, xtzPaid, minXtz, deadline }))
  },
)

/** Needs no price: what is owed can be claimed while there is none. rules.md S18 */
function claim(token: 'usdc' | 'xtz', owedIn: (holder: Silos['holder']) => bigint | undefined): PlanMaker {
  return {
    what: `Claim what the reserve owes this account in ${token.toUpperCase()}`,
    options: {},
    async make(at, account) {
      const { exitState, holder } = await silosAt(at, account)
      if (!exitState.isKnown) return exitState
      const owed = owedIn(holder)
      if (owed === undefined) return unknown('What is owed to this account is not known.')
      return owed === 0n
        ? unknown('Nothing is owed to this account.')
        : known(plans.claim(contextOf(at, account), token, owed))
    },
  }
}

const closeCycle = inReserve(
  'Close the cycles that have ended, or repeat the closing',
  {},
  (context, state) => {
    const { kind, endsAt, result } = closingOf(state)
    if (kind === 'later')
      return unknown('The cycle has not ended, and the last closing can’t be repeated now.')
    return result.isTaken
      ? known(plans.closeCycle(context, kind === 'repeatable', endsAt))
      : unknown(refusalText(result.refusal))
  },
)

/** Both tokens have as many decimals as USDtz. */
const giving = (way: Way, what: string) =>
  plain(
    what,
    {
      silo: { what: 'Number of the silo: 1 and 3 hold USDC, 2 and 4 XTZ', kind: 'number' },
      amount: { what: 'USDC or XTZ, as the silo holds it', kind: 'amount' },
    },
    (context, typed) => {
      const silo = typedOne(typed, 'silo', [1n, 2n, 3n, 4n], String)
      if (!silo.isKnown) return silo
      const amount = typedAmount(typed, 'amount', usdtzUnit.decimals)
      return amount.isKnown ? known(give(context, { way, silo: silo.value, amount: amount.value })) : amount
    },
  )

const held = [
  ['USDC', 'usdc'],
  ['XTZ', 'xtz'],
  ['USDtz', 'usdtz'],
] as const

const book = plain(
  'Book what was sent to the reserve and is in no book',
  { coin: { what: 'Name of the coin: USDC, XTZ or USDtz', kind: 'name' } },
  (context, typed) => {
    const coin = typedOne(typed, 'coin', held, ([name]) => name, 'name')
    return coin.isKnown ? known(bookStray(context, coin.value[1])) : coin
  },
)

/** What the reserve can be asked for by name. */
export const reservePlans: SystemScript['plans'] = {
  mint: ofAmount('Mint USDtz with USDC', 'USDtz to mint', plans.mint),
  redeemUsd: ofAmount('Redeem USDtz for USDC', 'USDtz to redeem', (context, amount) =>
    plans.redeemUsd(context, amount),
  ),
  redeemXtz,
  claimUsdc: claim('usdc', (holder) => knownValue(holder?.owedUsd)),
  claimXtz: claim('xtz', (holder) => knownValue(holder?.owedXtz)),
  replenish: inReserve('Let Silo 3 buy XTZ for Silo 2', {}, (context, { books }) =>
    known(plans.replenish(context, books)),
  ),
  closeCycle,
  giveEarnings: giving('earnings', 'Bring in what a silo has earned'),
  giveGift: giving('gift', 'Give to a silo, for nothing in return'),
  bookStray: book,
}
