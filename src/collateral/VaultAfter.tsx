import { displayAmount } from '../math/amount'
import { displayDateTime } from '../math/time'
import { NowAfter } from '../ui/NowAfter'
import { priceText, ratioText } from './format'
import { pictureOf, type Picture, type VaultCase } from './vault-case'
import { t } from '../words/t'

/** In the place of a figure that there is not; no figure here is below 0. */
const NONE = -1n

const or = (text: (value: bigint) => string, none: string) => (value: bigint) =>
  value === NONE ? none : text(value)

/** What an action makes of a vault: each figure now, and afterwards. rules.md C4 to C6, C13, C14 */
export function VaultAfter({ now, after }: { now: VaultCase; after: VaultCase | undefined }) {
  // What owes and holds nothing is refused: there is no figure for it.
  const isBare = after?.now.vault.art !== 0n && after?.now.vault.collateral === 0n
  const [before, then] = [pictureOf(now), after && !isBare ? pictureOf(after) : undefined]
  const line = (pick: (picture: Picture) => bigint | undefined) => ({
    now: pick(before) ?? NONE,
    after: then && (pick(then) ?? NONE),
  })
  const [hasCurrent, hasNext] = [now.prices.current > 0n, now.prices.next > 0n]
  const due = then ? then.due : before.due
  return (
    <div className="divide-y divide-line border-y">
      {hasCurrent && (
        <NowAfter
          label={t`Collateral against debt`}
          {...line(({ ratio }) => ratio)}
          format={or((value) => ratioText(value), t`no debt`)}
        />
      )}
      {hasNext && (
        <NowAfter
          label={t`At the next price`}
          {...line(({ ratioNext }) => ratioNext)}
          format={or((value) => ratioText(value), t`no debt`)}
        />
      )}
      <NowAfter
        label={t`Liquidated below, USD`}
        {...line(({ crossing }) => (crossing === 0n ? undefined : crossing))}
        format={or((value) => priceText(value, { round: 'up' }), t`never`)}
      />
      {hasCurrent && (
        <NowAfter
          label={t`From the current price, a fall of`}
          {...line(({ fall }) => fall)}
          format={or((value) => ratioText(value), t`no debt`)}
        />
      )}
      {hasNext && (
        <NowAfter
          label={t`From the next price, a fall of`}
          {...line(({ fallNext }) => fallNext)}
          format={or((value) => ratioText(value), t`no debt`)}
        />
      )}
      <NowAfter
        label={t`Liquidation ratio on what was drawn, in a year`}
        hint={t`Interest and late fees raise it, if nothing is paid`}
        {...line(({ inAYear }) => inAYear)}
        format={or((value) => ratioText(value, { round: 'up' }), t`no debt`)}
      />
      <NowAfter
        label={due ? t`Interest due ${displayDateTime(due.at)}` : t`Interest due`}
        {...line((picture) => picture.due?.interest)}
        format={or((value) => displayAmount(value, 18, { round: 'up' }), t`none`)}
        {...((before.due ?? then?.due) && { unit: 'TUSDT' })}
      />
    </div>
  )
}
