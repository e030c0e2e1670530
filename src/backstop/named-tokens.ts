import { readKnown } from '../chain/read-at'
import { USDT_DECIMALS } from '../math/tether'
import { known, typedAmount, typedOne, unknown } from '../system/plan-option'
import type { Found, PlanMaker, SystemScript } from '../system/script'
import type { Plan } from '../tx/plan/plan'
import * as bonds from './bond-plans'
import { inSeries, type InSeries } from './named-parts'
import { knownFrom, nothingKnown, seriesReads, TOKENS_AT_ONCE, tokensOf, type Token } from './series-reads'

type Kind = 'note' | 'warrant'

const names = { note: 'Note', warrant: 'Warrant' } as const

/** The account's Notes or Warrants of a series. */
async function tokensIn({ at, series, context }: InSeries, kind: Kind): Promise<readonly Token[]> {
  const { data } = await readKnown(at, {
    initial: nothingKnown,
    reads: (asked) => seriesReads(series.addresses, undefined, context.account, asked),
    learn: (readings) => knownFrom(readings, TOKENS_AT_ONCE),
    lasting: () => nothingKnown,
  })
  return tokensOf(data, kind)
}

/** A plan about one of the account's Notes or Warrants. */
function ofToken(
  kind: Kind,
  what: string,
  options: PlanMaker['options'],
  make: (room: InSeries, token: Token, typed: Readonly<Record<string, string>>) => Found<Plan>,
): PlanMaker {
  return inSeries(
    what,
    { [kind]: { what: `Number of the ${names[kind]}`, kind: 'number' }, ...options },
    async (room, typed) => {
      const token = typedOne(typed, kind, await tokensIn(room, kind), ({ id }) => `${id}`)
      return token.isKnown ? make(room, token.value, typed) : token
    },
  )
}

/** A plan about a part of it, or all. */
const ofPart = (
  kind: Kind,
  what: string,
  option: string,
  plan: (room: InSeries, token: Token, amount: bigint) => Plan,
): PlanMaker =>
  ofToken(kind, what, { amount: { what: option, kind: 'amount' } }, (room, token, typed) => {
    const amount = typedAmount(typed, 'amount', USDT_DECIMALS)
    if (!amount.isKnown) return amount
    return amount.value > token.usdtAmount
      ? unknown(`--amount: There is less in this ${names[kind]}.`)
      : known(plan(room, token, amount.value))
  })

const noteOf = ({ id, usdtAmount }: Token) => ({ id, principalUsdt: usdtAmount })
const warrantOf = ({ id, usdtAmount }: Token) => ({ id, parUsdt: usdtAmount })

const redeemEarly = (payer: bonds.Payer, whose: string) =>
  ofPart(
    'note',
    `Redeem principal of a Note before maturity, paid by ${whose}`,
    'USDT to redeem',
    (room, note, amount) => bonds.redeemEarly(room.context, noteOf(note), amount, payer),
  )

/** What can be done with Notes and Warrants, by name. */
export const tokenPlans: SystemScript['plans'] = {
  exercise: ofPart(
    'warrant',
    'Exercise a Warrant for MSTR',
    'USDT to pay',
    ({ context, series }, warrant, amount) =>
      bonds.exercise(context, warrantOf(warrant), amount, series.terms.strikeUsdt),
  ),
  splitWarrant: ofPart(
    'warrant',
    'Make two Warrants of one',
    'USDT of the first',
    ({ context }, warrant, amount) => bonds.splitWarrant(context, warrantOf(warrant), amount),
  ),
  convert: ofPart(
    'note',
    'Give up principal of a Note for MSTR',
    'USDT to convert',
    ({ context, series }, note, amount) =>
      bonds.convert(context, noteOf(note), amount, series.terms.conversionUsdt),
  ),
  redeemEarlyFromLedger: redeemEarly('Ledger', 'the ledger'),
  redeemEarlyFromTreasury: redeemEarly('Treasury', 'the treasury'),
  redeem: ofToken('note', 'Redeem a Note after settlement', {}, ({ context, series }, note) =>
    series.state.isKnown
      ? known(bonds.redeem(context, noteOf(note), series.state.value.ledgerUsdt))
      : series.state,
  ),
}
