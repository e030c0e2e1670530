import { useDeferredValue, useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useFixed } from '../chain/use-snapshot'
import { exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { incomeOf } from '../math/stbt-statement'
import { HistoryState } from '../system/HistoryState'
import { Afterwards } from '../ui/Afterwards'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Choices } from '../ui/Choices'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Skeleton } from '../ui/Skeleton'
import { useUrlChoice } from '../ui/use-url-choice'
import { AsOfDate } from './AsOfDate'
import { coinListReads } from './coins'
import { columnText } from './format'
import { StatementSum } from './StatementSum'
import { StatementTable } from './StatementTable'
import { stbtUnit, type Stbt, type StbtState } from './snapshot'
import { statementCsv, statementJson, totalOf, yearOf, yearsOf, type Filter } from './statement-view'
import { StbtFrame } from './StbtFrame'
import { useChanges } from './use-changes'
import { useStatement } from './use-statement'
import { WrappedPart } from './WrappedPart'
import { plural, t } from '../words/t'

export default function StatementPage() {
  return (
    <StbtFrame
      title={t`Statement of STBT`}
      lead={t`Every payment of interest and every movement: opening, in and out, interest and closing add up to the last unit.`}
      whatConnectingShows={t`Connect a wallet, or watch an address, to see its statement.`}
    >
      {({ stbt, person }) =>
        stbt.state.isKnown && person.account !== undefined ? (
          <Statement stbt={stbt} state={stbt.state.value} account={person.account} />
        ) : (
          <></>
        )
      }
    </StbtFrame>
  )
}

const filters: readonly { readonly id: Exclude<Filter, 'all'>; readonly label: string }[] = [
  { id: 'income', label: t`Interest` },
  { id: 'flows', label: t`In and out` },
]

type StatementProps = { stbt: Stbt; state: StbtState; account: Address }

function Statement({ stbt, state, account }: StatementProps) {
  const { addresses, holder } = stbt
  const { chainId } = useNetwork()
  const read = useChanges({ addresses, kind: state.kind })
  const { history, changes, isRead } = read
  const list = useFixed(
    'stbt.coins',
    useMemo(() => coinListReads(addresses.minter), [addresses]),
  )
  const pool = list.status === 'ready' ? knownValue(list.snapshot.data.pool) : undefined
  const shares = knownValue(holder?.shares)
  const statement = useStatement(read, account, shares)
  const days = statement?.days
  const [year, chooseYear] = useUrlChoice('year')
  const [filter, chooseFilter] = useUrlChoice('what')
  const drawnFilter = useDeferredValue(filters.find(({ id }) => id === filter)?.id ?? 'all')
  const years = useMemo(() => yearsOf(days ?? []), [days])
  const shown = useMemo(
    () => (years.includes(year ?? '') ? days?.filter(({ day }) => yearOf(day) === year) : days),
    [days, years, year],
  )
  const total = useMemo(() => totalOf(shown ?? []), [shown])
  const undated = useMemo(
    () => statement?.entries.filter(({ change }) => change.time === undefined).length ?? 0,
    [statement],
  )
  const places = useMemo(() => ({ wstbt: addresses.wstbt, pool }), [addresses, pool])
  if (!statement || !days || !shown)
    return (
      <>
        <HistoryState history={history} />
        {history.error === undefined && <Skeleton className="h-72 w-full" />}
      </>
    )
  const owner = { account, chainId, stbt: addresses.stbt }
  const closing = statement.entries.at(-1)?.movement.closing ?? 0n
  const balance = knownValue(holder?.balance)
  const name = `stbt-statement-${account.slice(2, 8)}${years.includes(year ?? '') ? `-${year}` : ''}`
  return (
    <>
      <HistoryState history={history} />
      {statement.unexplained !== 0n && (
        <Callout tone="warn" title={t`The history is incomplete`}>
          {t`Some shares of this account are not explained by the events that were read: the statement opens with them.`}
        </Callout>
      )}
      {undated > 0 && (
        <Callout tone="warn" title={t`Some events have no date`}>
          {plural(
            undated,
            'One event is left out: this node does not tell when it was.',
            '{n} events are left out: this node does not tell when it was.',
          )}
        </Callout>
      )}
      {balance !== undefined && balance !== closing && statement.unexplained === 0n && !stbt.isStale && (
        <Callout
          tone="info"
          title={t`Reading the newest block`}
        >{t`The statement ends with ${exactText(closing, stbtUnit)}, the balance is ${exactText(balance, stbtUnit)}.`}</Callout>
      )}
      {days.length === 0 ? (
        <EmptyState title={t`Nothing has happened yet`}>{t`This account has never held STBT.`}</EmptyState>
      ) : (
        <Panel
          title={year !== undefined && years.includes(year) ? t`Statement, ${year}` : t`Statement, all years`}
          lead={t`By New York dates, newest first.`}
          aside={
            <span className="flex flex-wrap gap-2">
              <Button
                size="small"
                onClick={() =>
                  void statementCsv(shown, owner, places).then((text) =>
                    saveFile(`${name}.csv`, 'text/csv', text),
                  )
                }
              >
                CSV
              </Button>
              <Button
                size="small"
                onClick={() =>
                  void statementJson(shown, owner, places).then((text) =>
                    saveFile(`${name}.json`, 'application/json', text),
                  )
                }
              >
                JSON
              </Button>
            </span>
          }
        >
          <div className="grid gap-4">
            <div className="flex flex-wrap items-start justify-between gap-3">
              <Choices
                label={t`Year`}
                choices={years.map((one) => ({ id: one, label: one }))}
                chosen={years.includes(year ?? '') ? year : undefined}
                allLabel={t`All years`}
                onChoose={chooseYear}
              />
              <Choices
                label={t`Events`}
                choices={filters}
                chosen={filters.some(({ id }) => id === filter) ? filter : undefined}
                allLabel={t`By day`}
                onChoose={chooseFilter}
              />
            </div>
            <StatementSum total={total} />
            <div className="-mx-4 border-y">
              <Afterwards waiting={<Skeleton className="h-96 w-full" />}>
                <StatementTable days={shown} filter={drawnFilter} account={account} places={places} />
              </Afterwards>
            </div>
            <AsOfDate days={days} />
            <p className="text-xs text-muted">{t`Interest in all: ${columnText(days.reduce((sum, { movement }) => sum + incomeOf(movement), 0n))} STBT. wSTBT is counted separately: wrapping takes STBT out of this statement, unwrapping brings it back.`}</p>
          </div>
        </Panel>
      )}
      <WrappedPart stbt={stbt} account={account} changes={changes} isRead={isRead} />
    </>
  )
}
