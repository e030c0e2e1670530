import { Link } from 'wouter'

import { displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { amountDown } from '../math/stbt-shares'
import { Callout } from '../ui/Callout'
import { classes } from '../ui/classes'
import { SourceButton } from '../ui/SourceButton'
import { Tip } from '../ui/Tip'
import { columnText, dayText, signedText } from './format'
import { incomesOf, originOf } from './interest-view'
import { stbtUnit, wstbtUnit, type Holder, type Stbt, type StbtState } from './snapshot'
import type { DatedStatement } from './use-statement'
import { rich } from '../words/rich'
import { t } from '../words/t'

type BalancePanelProps = {
  stbt: Stbt
  state: StbtState
  holder: Holder
  /** Undefined while the history is being read. */
  statement: DatedStatement | undefined
  now: bigint
}

/** The balance, what it earned, and two ways to see why it is this number: by what came and went, and by shares. */
export function BalancePanel({ stbt, state, holder, statement, now }: BalancePanelProps) {
  const balance = knownValue(holder.balance)
  const shares = knownValue(holder.shares)
  const index = knownValue(stbt.readings.index)
  const wrapped = knownValue(holder.wrapped)
  return (
    <section aria-label={t`Your balance`} className="rounded-lg border bg-surface p-5">
      <div className="flex min-h-6 items-center gap-0.5 text-xs text-muted">
        {t`Your balance`}
        <SourceButton label={t`Your balance`} source={holder.balance.source} />
      </div>
      <p
        className="text-4xl font-semibold tracking-tight wrap-anywhere sm:text-[2.75rem] sm:leading-tight"
        translate="no"
      >
        {balance === undefined ? (
          <span className="text-xl text-warn">{t`Unavailable`}</span>
        ) : (
          <Tip tip={t`Exactly ${exactText(balance, stbtUnit)}`}>
            {displayAmount(balance, stbtUnit.decimals)}
          </Tip>
        )}
        <span className="text-base font-normal text-muted"> {stbtUnit.symbol}</span>
      </p>
      {statement ? (
        <Earned statement={statement} now={now} />
      ) : (
        <p className="text-sm text-muted">{t`Reading its history…`}</p>
      )}
      {balance !== undefined && shares !== undefined && index !== undefined && (
        <p className="mt-4 text-xs text-muted">{t`On chain: ${displayAmount(shares, 18, { maxFractionDigits: 6 })} shares × index ${displayAmount(index, 18, { maxFractionDigits: 9 })} = ${displayAmount(balance, 18)}. Your shares stay; interest raises the index.`}</p>
      )}
      {wrapped !== undefined && wrapped > 0n && (
        <p className="mt-1 text-xs text-muted">
          {rich`Besides, ${displayAmount(wrapped, 18)} ${wstbtUnit.symbol}, worth ${displayAmount(amountDown(wrapped, state.supply, state.totalShares), 18)} STBT: not in the balance. ${(
            <Link href="/stbt/wrap" className="text-accent underline">
              {t`Wrap and unwrap`}
            </Link>
          )}`}
        </p>
      )}
    </section>
  )
}

function Earned({ statement, now }: { statement: DatedStatement; now: bigint }) {
  const { entries, unexplained, days } = statement
  const { today, month, year, all } = incomesOf(days, now)
  const { came, went, earned } = originOf(entries)
  const opening = entries[0]?.movement.opening ?? 0n
  const [first] = days
  const closing = entries.at(-1)?.movement.closing ?? opening
  const isDated = entries.every(({ change }) => change.time !== undefined)
  return (
    <>
      {isDated ? (
        <ul className="flex flex-wrap gap-x-3 text-sm text-muted" translate="no">
          <li className={classes('whitespace-nowrap', today > 0n && 'text-success')}>
            {t`${signedText(today)} today`}
          </li>
          <li className="whitespace-nowrap">{t`${signedText(month)} this month`}</li>
          <li className="whitespace-nowrap">{t`${signedText(year)} this year`}</li>
          <li className="whitespace-nowrap">{t`${signedText(all)} in all`}</li>
        </ul>
      ) : (
        <p className="text-sm text-muted">
          {t`${signedText(earned)} in all. This node does not tell when: income by day is not known.`}
        </p>
      )}
      <h2 className="mt-5 text-xs text-muted">{t`Where it comes from`}</h2>
      <dl className="mt-1 divide-y text-sm" translate="no">
        {opening > 0n && <Row label={t`Before the history that was read`} value={columnText(opening)} />}
        <Row label={t`Came in`} value={columnText(came)} />
        <Row label={t`Went out`} value={signedText(-went)} />
        <Row
          label={first ? t`Interest since ${dayText(first.day)}` : t`Interest`}
          value={signedText(earned)}
        />
        <Row label={t`Balance`} value={columnText(closing)} isSum />
      </dl>
      {unexplained !== 0n && (
        <div className="mt-3">
          <Callout tone="warn" title={t`The history is incomplete`}>
            {t`It does not go back to the first STBT of this account, or events are missing: what came in before is in the opening.`}
          </Callout>
        </div>
      )}
    </>
  )
}

function Row({ label, value, isSum = false }: { label: string; value: string; isSum?: boolean }) {
  return (
    <div
      className={
        isSum
          ? 'flex justify-between gap-4 border-line-strong py-1.5 font-semibold'
          : 'flex justify-between gap-4 py-1.5'
      }
    >
      <dt translate="yes">{label}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  )
}
