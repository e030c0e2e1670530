import { exactText } from '../math/amount'
import { incomeOf, type Movement } from '../math/stbt-statement'
import { Tip } from '../ui/Tip'
import { columnText, signedText } from './format'
import { stbtUnit } from './snapshot'
import { t } from '../words/t'

type StatementSumProps = { total: Movement | undefined; label?: string }

/** The statement in one line: opening + in and out + interest = closing. rules.md T19 */
export function StatementSum({ total, label: name = t`Sum of the statement` }: StatementSumProps) {
  if (!total) return null
  const parts = [
    { sign: '', label: t`Opening`, value: total.opening, text: columnText(total.opening) },
    { sign: '+', label: t`In and out`, value: total.flow, text: signedText(total.flow) },
    { sign: '+', label: t`Interest`, value: incomeOf(total), text: signedText(incomeOf(total)) },
    { sign: '=', label: t`Closing`, value: total.closing, text: columnText(total.closing) },
  ]
  return (
    <dl
      aria-label={name}
      className="-mx-4 -mt-1 grid grid-cols-[repeat(auto-fit,minmax(min(100%,8rem),1fr))] gap-x-6 gap-y-2 bg-sunken px-4 py-3 sm:flex sm:flex-wrap sm:items-end"
    >
      {parts.map(({ sign, label, value, text }) => (
        <div key={label}>
          <dt className="text-xs text-muted">
            {sign !== '' && <span aria-hidden="true">{sign} </span>}
            <span>{label}</span>
          </dt>
          <dd className="text-base font-semibold" translate="no">
            <bdi>
              <Tip tip={t`Exactly ${exactText(value, stbtUnit)}`}>{text}</Tip>
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
