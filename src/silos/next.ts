import { missingIn, silosIn, thresholdsOf } from '../math/silos-figures'
import { displayDateTime, displayDuration } from '../math/time'
import { valueDown } from '../math/silos'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { closingOf } from './closing'
import { changeText, fullText, priceText, usdText } from './format'
import { refusalText } from './words'
import { t } from '../words/t'

/** One thing that comes, with how far away it is and what it does. */
export type NextThing = {
  readonly key: string
  readonly what: string
  readonly distance: string
  readonly effect: string
}

/** What happens next, by price, by time and by earnings. rules.md S3, S5, S8 */
export function nextThings(state: SiloState, now: bigint): readonly NextThing[] {
  return [...fallsOf(state), closingThing(state, now), ...fillingOf(state)]
}

function fallsOf(state: SiloState): readonly NextThing[] {
  const { low } = conditionsOf(state)
  const { silo2Short, silo3Empty } = thresholdsOf(state)
  if (low === 0n || !state.isLatched || state.supply < state.parameters.latchMinSupply) return []
  const fall = (key: string, price: bigint | undefined, effect: string): readonly NextThing[] =>
    price === undefined || price > low
      ? []
      : [
          {
            key,
            what: t`If XTZ falls below ${priceText(price, { round: 'up' })}`,
            distance: price === low ? t`any fall` : changeText(low, price),
            effect,
          },
        ]
  return [
    ...fall(
      'short',
      silo2Short,
      t`Minting of new USDtz stops until Silo 3 has bought XTZ and Silo 2 is full again. Anyone can start it.`,
    ),
    ...fall(
      'empty',
      silo3Empty,
      t`Silo 3 is empty. Minting stops; every USDtz still redeems for 1 USDC. Conversions at no cost are assumed.`,
    ),
  ]
}

function closingThing(state: SiloState, now: bigint): NextThing {
  const { kind, endsAt, repeatableUntil, result } = closingOf(state)
  const number = state.cycle.number + 1n
  const effect = result.isTaken ? closingEffect(state, result.state) : refusalText(result.refusal)
  if (kind === 'due')
    return {
      key: 'cycle',
      what: t`Cycle ${number} can be closed`,
      distance: t`now`,
      effect: t`Anyone may. ${effect}`,
    }
  if (kind === 'repeatable')
    return {
      key: 'cycle',
      what: t`The closing of cycle ${state.cycle.number} can be repeated`,
      distance: t`until ${displayDateTime(repeatableUntil)}`,
      effect: t`Anyone may. ${effect}`,
    }
  return {
    key: 'cycle',
    what: t`Cycle ${number} ends ${displayDateTime(endsAt)}`,
    distance: t`in ${displayDuration(endsAt > now ? endsAt - now : 0n)}`,
    effect: result.isTaken ? t`At today’s prices: ${effect}` : t`It could not be closed now. ${effect}`,
  }
}

/** What a closing changes: how full each silo is, the harvest, the latch. */
export function closingEffect(before: SiloState, after: SiloState): string {
  const former = silosIn(before)
  const moved = silosIn(after).flatMap((silo, index) => {
    const was = former[index]
    if (!was || was.amount === silo.amount || was.worth === undefined || silo.worth === undefined) return []
    return [{ number: silo.number, from: fullText(was.worth, was.line), to: fullText(silo.worth, silo.line) }]
  })
  const seen = moved.filter(({ from, to }) => from !== to)
  const { low } = conditionsOf(after)
  const harvest =
    after.books.chamberUsd -
    before.books.chamberUsd +
    valueDown(after.books.chamberXtz - before.books.chamberXtz, low)
  const parts = [
    ...seen.map(({ number, from, to }) => t`Silo ${number} ${from} → ${to}`),
    ...(moved.length > 0 && seen.length === 0 ? [t`less than 1% moves between the silos`] : []),
    ...(harvest > 0n ? [t`harvest ${usdText(harvest)}`] : []),
    ...(!before.isLatched && after.isLatched ? [t`the base latch closes for good`] : []),
  ]
  return parts.length === 0 ? t`nothing moves.` : `${parts.join(', ')}.`
}

function fillingOf(state: SiloState): readonly NextThing[] {
  const [first, ...others] = missingIn(state)
  if (!first) return []
  const more = others.map(
    ({ silo, missing }) => t` Silo ${silo.number} lacks ${usdText(missing, { round: 'up' })}.`,
  )
  return [
    {
      key: 'fills',
      what: t`Silo ${first.silo.number} fills next`,
      distance: t`${usdText(first.missing, { round: 'up' })} to go`,
      effect: t`Earnings fill 2, 3 and 4 in that order.${more.join('')}`,
    },
  ]
}
