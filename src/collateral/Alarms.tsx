import { Link } from 'wouter'

import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Callout } from '../ui/Callout'
import { ratioOf } from './backing-view'
import { priceText, ratioText, tusdtText } from './format'
import type { Risk, TypeRisk } from './risk-view'
import type { Collateral } from './snapshot'
import { saleText } from './words'

/** What is out of the ordinary, before everything else. rules.md C7, C8, C10, C12 */
export function Alarms({ collateral, judged }: { collateral: Collateral; judged: readonly TypeRisk[] }) {
  const holds = judged.filter(({ priceState }) => priceState === 'Fresh')
  const now = holds.flatMap((one) => listed(one, ({ band }) => band === 'liquidatable'))
  const next = holds.flatMap((one) => listed(one, ({ fallsNext }) => fallsNext))
  return (
    <>
      <BackingAlarm collateral={collateral} />
      <BadDebt book={collateral.book} />
      <Falling
        found={now}
        title={(one) => `${one} can be liquidated now`}
        detail={({ risk, type }) =>
          `Its liquidation price is ${up(risk.crossing)}, the price ${priceText(type.price)}.`
        }
      />
      <Falling
        found={next}
        title={(one) => `${one} will fall below the liquidation price with the next price`}
        detail={({ risk, type }) =>
          `Its liquidation price is ${up(risk.crossing)}, the next price ${priceText(type.next)}, from ${nextAt(type)}.`
        }
      />
    </>
  )
}

const up = (price: bigint) => priceText(price, { round: 'up' })

function nextAt({ type }: TypeRisk): string {
  const at = knownValue(type.state)?.prices.nextAt
  return at === undefined ? 'its next step on' : displayDateTime(at)
}

type Found = { readonly type: TypeRisk; readonly risk: Risk }

const listed = (type: TypeRisk, is: (risk: Risk) => boolean): readonly Found[] =>
  type.risks.filter(is).map((risk) => ({ type, risk }))

type FallingProps = {
  found: readonly Found[]
  title: (who: string) => string
  detail: (one: Found) => string
}

/** One vault is named with its prices; of several their number and debt. */
function Falling({ found, title, detail }: FallingProps) {
  const [first, ...others] = found
  if (!first) return null
  const debt = found.reduce((sum, { risk }) => sum + risk.debt, 0n)
  const { place, name } = first.type.type
  const only = others.length === 0
  return (
    <Callout
      tone="warn"
      title={title(only ? `${name} vault ${first.risk.id}` : `${found.length} vaults`)}
      action={
        <Link
          href={only ? `/collateral/vaults/${place}/${first.risk.id}` : '/collateral/vaults'}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {only ? 'Look at the vault' : 'Look at the vaults'}
        </Link>
      }
    >
      {`${only ? `${detail(first)} ` : ''}${tusdtText(debt)} TUSDT of debt.`}
    </Callout>
  )
}

function BackingAlarm({ collateral: { backing, sale } }: Pick<Parameters<typeof Alarms>[0], 'collateral'>) {
  if (!backing.isKnown)
    return (
      <Callout tone="warn" title="The backing could not be read">
        {backing.reason}
      </Callout>
    )
  const ratio = ratioOf(backing.value)
  const { level0 } = backing.value.parameters
  if (!('value' in ratio) || ratio.value >= level0) return null
  const state = knownValue(sale)?.state
  return (
    <Callout tone="danger" title={`Backing is below its limit of ${ratioText(level0)}`}>
      {(state !== undefined && saleText[state]) ?? 'How the sale of TAO stands is not known.'}
    </Callout>
  )
}

function BadDebt({ book }: Pick<Collateral, 'book'>) {
  if (!book.isKnown) return null
  const [{ badDebt }] = book.value
  if (badDebt === 0n) return null
  return (
    <Callout tone="warn" title={`${tusdtText(badDebt)} TUSDT of bad debt`}>
      Auctions did not cover it. It counts as issued for backing until fees and penalties have burnt it.
    </Callout>
  )
}
