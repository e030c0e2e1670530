import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { HistoryState } from '../system/HistoryState'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { useShownCount } from '../ui/use-shown-count'
import { RequestRow } from './RequestRow'
import type { Request } from './requests'
import type { Stbt, StbtState } from './snapshot'
import type { Minter } from './use-minter'
import { t } from '../words/t'

const PAGE = 10

type RequestListProps = {
  stbt: Stbt
  state: StbtState
  minter: Minter
  person: Person
  kind: Request['kind']
}

/** The person's own requests, newest first, each with where it stands. rules.md T7 */
export function RequestList({ stbt, state, minter, person, kind }: RequestListProps) {
  const now = useChainSeconds()
  const [count, showMore] = useShownCount(PAGE)
  const { account } = person
  if (account === undefined) return null
  const mine = minter.requests.filter((request) => request.requestor === account && request.kind === kind)
  return (
    <Panel title={t`My requests`} lead={t`From the Minter’s events; their status is read from the queue.`}>
      <HistoryState history={minter.history} />
      {mine.length === 0 && minter.history.status === 'ready' && (
        <p className="text-sm text-muted">{t`There are none.`}</p>
      )}
      {mine.length > 0 && now !== undefined && (
        <ul className="-my-3 divide-y divide-line">
          {mine.slice(0, count).map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              stbt={stbt}
              state={state}
              minter={minter}
              person={person}
              now={now}
            />
          ))}
        </ul>
      )}
      {mine.length > count && (
        <div className="pt-4">
          <Button onClick={showMore}>{t`Show more`}</Button>
        </div>
      )}
    </Panel>
  )
}
