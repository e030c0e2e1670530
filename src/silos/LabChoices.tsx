import { useDeferredValue, useMemo } from 'react'

import { displayAmount, displayRatio } from '../math/amount'
import type { SiloState } from '../math/silos-state'
import { BPS } from '../math/units'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { runScenario, summaryOf, type Choice, type Scenario } from './scenario'
import { plural, t } from '../words/t'

type LabChoicesProps = {
  start: SiloState
  scenario: Scenario
  names: Readonly<Record<Choice, string>>
}

type Row = {
  readonly choice: Choice
  readonly dividend: bigint
  readonly supply: bigint
  readonly ratio: bigint
  readonly lastHarvest: bigint
}

/** The same path with each choice of the trustees: what is paid out, and what the reserve becomes. rules.md S10 */
export function LabChoices({ start, scenario: chosen, names }: LabChoicesProps) {
  // Three runs more: the picture that a slider moves does not wait for them.
  const scenario = useDeferredValue(chosen)
  const rows = useMemo(
    () =>
      (['dividend', 'equal', 'full'] as const).map((choice): Row => {
        const run = runScenario(start, { ...scenario, choice })
        const last = run.at(-1)
        const { dividend } = summaryOf(run)
        return {
          ...{ choice, dividend, supply: last?.supply ?? 0n, ratio: last?.ratio ?? 0n },
          lastHarvest: last?.harvest ?? 0n,
        }
      }),
    [start, scenario],
  )
  const usd = (amount: bigint) => displayAmount(amount, 6, { maxFractionDigits: 0 })
  const columns: readonly Column<Row>[] = [
    { header: t`Choice`, isRowHeader: true, cell: ({ choice }) => names[choice] },
    { header: t`Paid out, USD`, align: 'end', cell: ({ dividend }) => usd(dividend) },
    { header: t`Supply`, align: 'end', cell: ({ supply }) => usd(supply) },
    {
      header: t`Reserve`,
      align: 'end',
      cell: ({ ratio }) => displayRatio(ratio, BPS, { maxFractionDigits: 0 }),
    },
    { header: t`Last harvest, USD`, align: 'end', cell: ({ lastHarvest }) => usd(lastHarvest) },
  ]
  return (
    <Panel
      title={t`The trustees’ choice`}
      lead={t`Every harvest used in one way, after ${plural(scenario.ahead, '{n} cycle', '{n} cycles')}.`}
    >
      <Table
        caption={t`Three choices`}
        isCaptionHidden
        columns={columns}
        rows={rows}
        getKey={({ choice }) => choice}
      />
      <p className="mt-2 text-xs text-muted">
        {t`Into all four silos: a quarter each. At full speed: all of it into Silo 1, and Silo 3 pays for Silo 2. Both let new USDtz be sold. An estimate, as above: no one promises these earnings.`}
      </p>
    </Panel>
  )
}
