import { Folded } from '../ui/Folded'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import type { Holding, NetWorth } from './net-worth'
import { centsText } from '../system/worth-text'

/** Every part of the net worth; the last row is their sum. */
export function HoldingsPanel({ worth }: { worth: NetWorth }) {
  const total: Holding = {
    ...{ key: 'total', what: '', where: '', cents: worth.cents },
    group: worth.isComplete ? 'Total' : 'Total of what is known',
  }
  return (
    <Panel title="Holdings" lead="What each is worth now; the parts add up to the net worth.">
      <Folded what="all holdings">
        <Table
          caption="Holdings"
          isCaptionHidden
          isLine
          rows={[...worth.holdings, total]}
          getKey={({ key }) => key}
          columns={[
            { header: 'Where', isRowHeader: true, cell: ({ group }) => group },
            {
              header: 'Holding',
              cell: ({ what, where, who }) => (
                <>
                  {what}
                  <span className="block text-xs text-muted">
                    {who === undefined ? where : `${who}. ${where}`}
                  </span>
                </>
              ),
            },
            {
              header: 'Worth in USD',
              align: 'end',
              cell: ({ cents }) => (cents === undefined ? 'Not known' : centsText(cents)),
            },
          ]}
        />
      </Folded>
    </Panel>
  )
}
