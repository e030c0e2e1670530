import type { Answer } from '../system/EachSystem'
import type { OverviewView } from '../system/overview'
import { Panel } from '../ui/Panel'
import { listText } from './worth-text'

/** What each system has brought so far, where that can be told to the unit; and where it can't. */
export function IncomePanel({ answers }: { answers: readonly Answer<OverviewView>[] }) {
  const told = answers.flatMap(({ system, view }) =>
    view.status === 'ready' && view.income !== undefined ? [{ system, income: view.income }] : [],
  )
  if (told.length === 0) return null
  const others = answers
    .filter(({ system }) => !told.some((one) => one.system === system))
    .map(({ system }) => system.name)
  return (
    <Panel title="Income so far" lead="In what it was paid in: not what that is worth now.">
      <dl className="grid gap-1.5 text-sm">
        {told.map(({ system, income }) => (
          <div key={system.id} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{system.name}</dt>
            <dd translate="no">{income}</dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <p className="mt-2 text-xs text-muted">
          Not told of {listText(others)}: the chain does not say what was paid for what is held there.
        </p>
      )}
    </Panel>
  )
}
