import { displayAmount, displayRatio } from '../math/amount'
import type { Rung } from '../math/collateral-steer'
import { BPS } from '../math/units'
import { displayDateTime } from '../math/time'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { priceText, ratioText } from './format'
import type { CollateralType } from './snapshot'
import type { VaultStand } from './vault-view'
import { bandText, bandTone } from './words'
import { t } from '../words/t'

/** How the vault stands at other prices. rules.md C10 */
export function LadderPanel({ type, stand }: { type: CollateralType; stand: VaultStand }) {
  const { ladder, pending, priceState } = stand
  const lead =
    priceState === 'Fresh'
      ? t`With today’s debt; interest adds to it.`
      : t`From the last price, which does not hold now; with today’s debt.`
  return (
    <Panel title={t`Price by price`} lead={lead}>
      <Table
        caption={t`Price by price`}
        isCaptionHidden
        columns={columnsOf(priceState === 'Fresh', pending)}
        rows={ladder}
        getKey={({ at }) => `${at}`}
        empty={t`There is no price of ${type.name}.`}
      />
      {pending && (
        <p className="mt-2 border-t pt-2 text-xs text-muted">
          {t`A liquidation ratio of ${ratioText(pending.ratio)} is proposed. Anyone may apply it from ${displayDateTime(pending.at)} on.`}
        </p>
      )}
    </Panel>
  )
}

function labelOf({ at }: Rung, holds: boolean): string {
  if (at === 'current') return holds ? t`Now` : t`Last price`
  return at === 'next' ? t`Next` : `−${displayRatio(at, BPS)}`
}

const columnsOf = (holds: boolean, pending: VaultStand['pending']): readonly Column<Rung>[] => [
  { header: t`At`, isRowHeader: true, cell: (rung) => labelOf(rung, holds) },
  { header: t`Price, USD`, align: 'end', cell: ({ price }) => priceText(price) },
  { header: t`Collateral worth, USD`, align: 'end', cell: ({ worth }) => displayAmount(worth, 18) },
  {
    header: t`Against debt`,
    align: 'end',
    cell: ({ ratio }) => (ratio === undefined ? t`No debt` : ratioText(ratio)),
  },
  { header: t`State`, cell: (rung) => <RungState rung={rung} /> },
  ...(pending ? [pendingColumn(pending.ratio, pending.ladder)] : []),
]

function pendingColumn(ratio: bigint, ladder: readonly Rung[]): Column<Rung> {
  return {
    header: t`State at ${ratioText(ratio)}, proposed`,
    cell: (rung) => {
      const then = ladder.find(({ at }) => at === rung.at)
      return then ? <RungState rung={then} /> : '—'
    },
  }
}

function RungState({ rung: { ratio, band, isAtLimit } }: { rung: Rung }) {
  if (ratio === undefined) return <Badge>{t`No debt`}</Badge>
  return <Badge tone={bandTone[band]}>{isAtLimit ? t`Exactly at its limit` : bandText[band]}</Badge>
}
