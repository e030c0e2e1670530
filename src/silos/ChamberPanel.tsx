import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { chamberOf } from '../math/silos-figures'
import { AddressText } from '../ui/AddressText'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import { usdText } from './format'
import type { PageProps } from './SilosFrame'
import { usdcUnit, xtzUnit } from './snapshot'

/** What was harvested and not distributed yet. It backs nothing. rules.md S8, S10 */
export function ChamberPanel({ silos, state }: PageProps) {
  const { chamberUsd, chamberXtz, owedUsd, owedXtz } = state.books
  const chamber = chamberOf(state)
  const ecosystem = knownValue(silos.terms)?.ecosystem
  return (
    <Panel title="Surplus chamber" lead="What was above 400%. It is outside every ratio.">
      <StatGrid columns={2}>
        <Stat label="It holds" {...(chamber && { hint: `Worth ${usdText(chamber.worth)}.` })}>
          {amountText(chamberUsd, usdcUnit)} and {amountText(chamberXtz, xtzUnit)}
        </Stat>
        <Stat
          label="Can be paid out"
          hint="As dividend and to the ecosystem together; the rest is for recapitalisation."
        >
          {chamber ? usdText(chamber.payable) : 'Not known without a price'}
        </Stat>
        <Stat label="Credited and not claimed">
          {amountText(owedUsd, usdcUnit)} and {amountText(owedXtz, xtzUnit)}
        </Stat>
        <Stat label="Ecosystem">{ecosystem ? <AddressText address={ecosystem} /> : 'Not read yet'}</Stat>
      </StatGrid>
    </Panel>
  )
}
