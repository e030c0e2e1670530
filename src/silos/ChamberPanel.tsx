import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { chamberOf } from '../math/silos-figures'
import { AddressText } from '../ui/AddressText'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import { usdText } from './format'
import type { PageProps } from './SilosFrame'
import { usdcUnit, xtzUnit } from './snapshot'
import { t } from '../words/t'

/** What was harvested and not distributed yet. It backs nothing. rules.md S8, S10 */
export function ChamberPanel({ silos, state }: PageProps) {
  const { chamberUsd, chamberXtz, owedUsd, owedXtz } = state.books
  const chamber = chamberOf(state)
  const ecosystem = knownValue(silos.terms)?.ecosystem
  return (
    <Panel title={t`Surplus chamber`} lead={t`What was above 400%. It is outside every ratio.`}>
      <StatGrid columns={2}>
        <Stat label={t`It holds`} {...(chamber && { hint: t`Worth ${usdText(chamber.worth)}.` })}>
          {t`${amountText(chamberUsd, usdcUnit)} and ${amountText(chamberXtz, xtzUnit)}`}
        </Stat>
        <Stat
          label={t`Can be paid out`}
          hint={t`As dividend and to the ecosystem together; the rest is for recapitalisation.`}
        >
          {chamber ? usdText(chamber.payable) : t`Not known without a price`}
        </Stat>
        <Stat label={t`Credited and not claimed`}>
          {t`${amountText(owedUsd, usdcUnit)} and ${amountText(owedXtz, xtzUnit)}`}
        </Stat>
        <Stat label={t`Ecosystem`}>{ecosystem ? <AddressText address={ecosystem} /> : t`Not read yet`}</Stat>
      </StatGrid>
    </Panel>
  )
}
