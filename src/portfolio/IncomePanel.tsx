import { Panel } from '../ui/Panel'
import type { AccountAnswers } from './account-answers'
import { listText } from '../system/worth-text'
import { t } from '../words/t'

/** What each system has brought so far, where that can be told to the unit; and where it can't. */
export function IncomePanel({ told }: { told: readonly AccountAnswers[] }) {
  const all = told.flatMap(({ account, who, answers }) =>
    answers.map(({ system, view }) => ({
      key: `${account} ${system.id}`,
      name: who === undefined ? system.name : `${system.name}, ${who}`,
      income: view.status === 'ready' ? view.income : undefined,
    })),
  )
  const paid = all.filter(({ income }) => income !== undefined)
  if (paid.length === 0) return null
  const others = all.filter(({ income }) => income === undefined).map(({ name }) => name)
  return (
    <Panel title={t`Income so far`} lead={t`In the tokens it was paid in, not at what they are worth now.`}>
      <dl className="grid gap-1.5 text-sm">
        {paid.map(({ key, name, income }) => (
          <div key={key} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{name}</dt>
            <dd translate="no">{income}</dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <p className="mt-2 text-xs text-muted">{t`Not known for ${listText(others)}: the chain does not record what was paid for what is held there.`}</p>
      )}
    </Panel>
  )
}
