import { Link } from 'wouter'

import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { Callout } from '../ui/Callout'
import { alarmsOf } from './alarms'
import { priceText, tusdtText, vaultsText } from './format'
import type { Risk, TypeRisk } from './risk-view'
import type { Collateral } from './snapshot'
import { t } from '../words/t'

/** What is out of the ordinary, before everything else. rules.md C7, C8, C10, C12 */
export function Alarms({ collateral, judged }: { collateral: Collateral; judged: readonly TypeRisk[] }) {
  const holds = judged.filter(({ priceState }) => priceState === 'Fresh')
  const now = holds.flatMap((one) => listed(one, ({ band }) => band === 'liquidatable'))
  const next = holds.flatMap((one) => listed(one, ({ fallsNext }) => fallsNext))
  const alarms = alarmsOf(collateral)
  const dangers = alarms.filter(({ isDanger }) => isDanger)
  const warnings = alarms.filter(({ isDanger }) => !isDanger)
  return (
    <>
      {!collateral.backing.isKnown && (
        <Callout tone="warn" title={t`The backing could not be read`}>
          {collateral.backing.reason}
        </Callout>
      )}
      {dangers.map(({ key, what, why }) => (
        <Callout key={key} tone="danger" title={what}>
          {why}
        </Callout>
      ))}
      {now.length + next.length + warnings.length > 0 ? (
        <Callout tone="warn">
          <ul className="grid gap-2">
            <Falling
              found={now}
              title={(one) => t`${one} can be liquidated now`}
              detail={({ risk, type }) =>
                t`Its liquidation price is ${up(risk.crossing)}, the price ${priceText(type.price)}.`
              }
            />
            <Falling
              found={next}
              title={(one) => t`${one} can be liquidated from the next price on`}
              detail={({ risk, type }) =>
                t`Its liquidation price is ${up(risk.crossing)}, the next price ${priceText(type.next)}, from ${nextAt(type)}.`
              }
            />
            {warnings.map(({ key, what, why }) => (
              <li key={key}>
                <span className="font-medium">{`${what}.`}</span> <span>{why}</span>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </>
  )
}

const up = (price: bigint) => priceText(price, { round: 'up' })

function nextAt({ type }: TypeRisk): string {
  const at = knownValue(type.state)?.prices.nextAt
  return at === undefined ? t`its next step on` : displayDateTime(at)
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
    <li>
      <Link
        href={only ? `/collateral/vaults/${place}/${first.risk.id}` : '/collateral/vaults'}
        className="font-medium text-accent underline underline-offset-2"
      >
        {title(only ? t`${name} vault ${first.risk.id}` : vaultsText(found.length))}
      </Link>
      <span>{t`: ${tusdtText(debt)} TUSDT of debt.`}</span>{' '}
      {only && <span className="max-sm:hidden">{detail(first)}</span>}
    </li>
  )
}
