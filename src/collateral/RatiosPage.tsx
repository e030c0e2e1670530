import type { Person } from '../chain/use-person'
import { weightedOf } from '../math/collateral-risk'
import { knownValue } from '../math/reading'
import { Folded } from '../ui/Folded'
import { Panel } from '../ui/Panel'
import { Alarms } from './Alarms'
import { BackingFigures, RatioLine } from './BackingFigures'
import { CollateralFrame } from './CollateralFrame'
import { DatesPanel } from './DatesPanel'
import { DayPanel } from './DayPanel'
import { FallPanel } from './FallPanel'
import { ratioText, tusdtText } from './format'
import { LedgerPanel } from './LedgerPanel'
import { OraclePanel } from './OraclePanel'
import { risksOf, type TypeRisk } from './risk-view'
import type { Collateral, Lists } from './snapshot'
import { SpreadPanel } from './SpreadPanel'
import { TypeTable } from './TypeTable'
import { t } from '../words/t'

const lists: Lists = { vaults: true, auctions: false, upkeep: true, hasForms: true }

export default function RatiosPage() {
  return (
    <CollateralFrame
      title={t`Collateral of TUSDT`}
      lead={t`TAO and USDC back issued TUSDT; what is borrowed in vaults is backed by their collateral.`}
      lists={lists}
    >
      {(collateral, person) => <RatiosView collateral={collateral} person={person} />}
    </CollateralFrame>
  )
}

function RatiosView({ collateral, person }: { collateral: Collateral; person: Person }) {
  const { judged, unjudged } = risksOf(collateral.types)
  return (
    <>
      <RatioLine backing={collateral.backing} />
      <Folded what={t`backing, and room to mint`}>
        <BackingFigures book={collateral.book} backing={collateral.backing} />
      </Folded>
      <Alarms collateral={collateral} judged={judged} />
      <FallPanel judged={judged} unjudged={unjudged} />
      <Panel title={t`Borrowing, by collateral`}>
        <TypeTable types={collateral.types} judged={judged} />
        <AllTypes judged={judged} />
      </Panel>
      <SpreadPanel judged={judged} unjudged={unjudged} />
      <DatesPanel collateral={collateral} person={person} judged={judged} />
      <OraclePanel collateral={collateral} person={person} />
      <DayPanel collateral={collateral} person={person} />
      <LedgerPanel {...collateral} />
    </>
  )
}

/** Collateral against debt of all types that have a price, and what it must be. rules.md C9 */
function AllTypes({ judged }: { judged: readonly TypeRisk[] }) {
  const all = judged.map(({ type, debt, price, liquidationRatio }) => {
    return { debt, price, liquidationRatio, collateral: knownValue(type.state)?.totals.collateral ?? 0n }
  })
  const { debt, ratio, liquidationRatio } = weightedOf(all)
  if (ratio === undefined || liquidationRatio === undefined) return null
  return (
    <p className="mt-2 border-t pt-2 text-sm font-semibold">
      {t`All: ${tusdtText(debt)} TUSDT of debt, collateral worth ${ratioText(ratio)} of it; the liquidation ratio, by debt, is ${ratioText(liquidationRatio, { round: 'up' })}.`}
    </p>
  )
}
