import { displayAmount, displayBps, displayRatio } from '../math/amount'
import type { StakeOutcome } from '../math/backstop-outcome'
import { USDT_DECIMALS } from '../math/tether'
import { BPS } from '../math/units'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import type { Column } from '../ui/Table'
import type { Prices } from './claims-view'
import { outcomeOf } from './outcome-view'
import type { FutureSettings } from './outcome-view'
import type { Stake } from './sizing'
import type { Terms } from './snapshot'
import { t } from '../words/t'

type Row = { readonly exercisedBps: bigint; readonly outcome: StakeOutcome; readonly certainUsdt: bigint }

/** The lead says in what. */
const amount = (value: bigint) => displayAmount(value, USDT_DECIMALS)

const columns: readonly Column<Row>[] = [
  {
    header: t`Warrants exercised`,
    isRowHeader: true,
    isNamed: true,
    cell: ({ exercisedBps }) => displayBps(exercisedBps),
  },
  {
    header: t`Stake used`,
    align: 'end',
    cell: ({ outcome: { usedUsdt, backUsdt } }) =>
      displayRatio(usedUsdt, usedUsdt + backUsdt, { round: 'up' }),
  },
  { header: t`USDT back`, align: 'end', isFolded: true, cell: ({ outcome }) => amount(outcome.backUsdt) },
  {
    header: t`Upfront share`,
    align: 'end',
    isFolded: true,
    cell: ({ outcome }) => amount(outcome.upfrontUsdt),
  },
  { header: t`MSTR, worth`, align: 'end', isFolded: true, cell: ({ outcome }) => amount(outcome.mstrUsdt) },
  { header: t`BTC, worth`, align: 'end', isFolded: true, cell: ({ outcome }) => amount(outcome.btcUsdt) },
  { header: t`Total`, align: 'end', cell: ({ outcome }) => <strong>{amount(outcome.totalUsdt)}</strong> },
  { header: t`If nothing is paid`, align: 'end', cell: ({ certainUsdt }) => amount(certainUsdt) },
]

type OutcomeTableProps = {
  terms: Terms
  stake: Stake
  prices: Prices
  settings: FutureSettings
  /** An upfront share in another asset than USDT has to be paid by the treasury. */
  isUpfrontCertain: boolean
}

/** The same as figures: by how many warrants are exercised, the rest of the future as it is set. */
export function OutcomeTable({ terms, stake, prices, settings, isUpfrontCertain }: OutcomeTableProps) {
  const rows = [4n, 3n, 2n, 1n, 0n].map((quarters): Row => {
    const exercisedBps = (BPS * quarters) / 4n
    const outcome = outcomeOf(terms, stake, prices, { ...settings, exercisedBps })
    const certainUsdt = outcome.backUsdt + (isUpfrontCertain ? outcome.upfrontUsdt : 0n)
    return { exercisedBps, outcome, certainUsdt }
  })
  return (
    <Panel
      title={t`The same as a table`}
      lead={t`In USDT. ${displayBps(settings.soldBps)} sold, MSTR at ${displayBps(settings.mstrBps)} of its price now, ${displayBps(settings.paidBps)} of the BTC paid.`}
    >
      <Table
        caption={t`Outcomes by how many warrants are exercised`}
        isCaptionHidden
        columns={columns}
        rows={rows}
        getKey={({ exercisedBps }) => `${exercisedBps}`}
      />
    </Panel>
  )
}
