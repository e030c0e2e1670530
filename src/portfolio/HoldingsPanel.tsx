import { Folded } from '../ui/Folded'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import type { Holding, NetWorth } from './net-worth'
import { centsText } from '../system/worth-text'
import { t } from '../words/t'

/** Every part of the net worth; the last row is their sum. */
export function HoldingsPanel({ worth }: { worth: NetWorth }) {
  const total: Holding = {
    ...{ key: 'total', what: '', where: '', cents: worth.cents },
    group: worth.isComplete ? t`Total` : t`Total of what is known`,
  }
  return (
    <Panel title={t`Holdings`} lead={t`What each is worth now; the parts add up to the net worth.`}>
      <Folded what={t`all holdings`}>
        <Table
          caption={t`Holdings`}
          isCaptionHidden
          isLine
          rows={[...worth.holdings, total]}
          getKey={({ key }) => key}
          columns={[
            { header: t`Where`, isRowHeader: true, cell: ({ group }) => group },
            {
              header: t`Holding`,
              cell: ({ what, where, who }) => (
                <>
                  {what}
                  <span dir="auto" className="block text-xs text-muted">
                    {who === undefined ? where : `${who}. ${where}`}
                  </span>
                </>
              ),
            },
            {
              header: t`Worth in USD`,
              align: 'end',
              cell: ({ cents }) => (cents === undefined ? t`Not known` : centsText(cents)),
            },
          ]}
        />
      </Folded>
    </Panel>
  )
}
