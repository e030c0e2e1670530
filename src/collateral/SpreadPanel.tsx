import { displayAmount, displayRatio } from '../math/amount'
import { bandTotals, spreadOf, type Band, type Bin, type Sum } from '../math/collateral-risk'
import { WAD } from '../math/units'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { ShareBar } from '../ui/ShareBar'
import { Table, type Column } from '../ui/Table'
import { tusdtText, vaultsText } from './format'
import type { TypeRisk, Unjudged } from './risk-view'
import { Unit } from './Unit'
import { bandMeaning, bandText, bandTone } from './words'
import { plural, t } from '../words/t'

const bands = ['liquidatable', 'danger', 'watch', 'safe'] as const satisfies readonly Band[]

/** WAD of the price. */
const EDGES = [0n, 5n, 10n, 20n, 30n, 50n].map((percent) => (percent * WAD) / 100n)

type Row = { readonly band: Band; readonly all: Sum; readonly held: Sum; readonly debt: bigint }

/** How far the vaults are from liquidation. rules.md C10 */
export function SpreadPanel({
  judged,
  unjudged,
}: {
  judged: readonly TypeRisk[]
  unjudged: readonly Unjudged[]
}) {
  const risks = judged.flatMap((type) => type.risks)
  const held = judged.filter(({ priceState }) => priceState !== 'Fresh').flatMap((type) => type.risks)
  const debt = risks.reduce((sum, risk) => sum + risk.debt, 0n)
  const [all, ofHeld] = [bandTotals(risks), bandTotals(held)]
  const rows = bands.map((band): Row => ({ band, all: all[band], held: ofHeld[band], debt }))
  const alive = risks.filter(({ band }) => band !== 'liquidatable')
  return (
    <Panel
      title={t`How far vaults are from liquidation`}
      lead={t`Only vaults with debt are counted.`}
      isFolded
    >
      <div className="grid gap-6 lg:grid-cols-2">
        <div>
          <Table
            caption={t`Vaults by band`}
            isCaptionHidden
            isLine
            columns={held.length > 0 ? [...columns, heldColumn] : columns}
            rows={rows}
            getKey={({ band }) => band}
          />
          <p className="mt-2 text-xs text-muted sm:hidden">
            {bands.map((band) => `${bandText[band]}: ${lower(bandMeaning[band])}`).join('; ')}.
          </p>
        </div>
        <div className="grid content-start gap-2">
          <p className="text-xs text-muted">{t`Debt by the fall that its vault survives`}</p>
          {spreadOf(alive, EDGES).map((bin) => (
            <ShareBar
              key={`${bin.from}`}
              label={binText(bin)}
              part={bin.debt}
              whole={debt}
              shareText={t`${tusdtText(bin.debt)} TUSDT, ${vaultsText(bin.vaults)}`}
            />
          ))}
        </div>
      </div>
      {unjudged.map(({ type, reason }) => (
        <p key={type.place} className="mt-2 text-xs text-muted">{t`Not counted: ${type.name}. ${reason}`}</p>
      ))}
    </Panel>
  )
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

const percent = (distance: bigint) => displayRatio(distance, WAD, { maxFractionDigits: 0 })

function binText({ from, to }: Bin): string {
  if (to === undefined) return t`${percent(from)} or more`
  return from === 0n ? t`Less than ${percent(to)}` : t`${percent(from)} to ${percent(to)}`
}

const columns: readonly Column<Row>[] = [
  {
    header: t`Band`,
    isRowHeader: true,
    cell: ({ band }) => (
      <>
        <Badge tone={bandTone[band]}>{bandText[band]}</Badge>
        <span className="block text-xs font-normal text-muted max-sm:hidden">{bandMeaning[band]}</span>
      </>
    ),
  },
  {
    header: t`Vaults`,
    align: 'end',
    cell: ({ all }) => (
      <>
        {displayAmount(BigInt(all.vaults), 0)}
        <Unit>{plural(all.vaults, 'vault', 'vaults')}</Unit>
      </>
    ),
  },
  {
    header: t`Debt, TUSDT`,
    align: 'end',
    cell: ({ all }) => (
      <>
        {tusdtText(all.debt)}
        <Unit>TUSDT</Unit>
      </>
    ),
  },
  {
    header: t`Of all`,
    align: 'end',
    cell: ({ all, debt }) => displayRatio(all.debt, debt, { maxFractionDigits: 1 }),
  },
]

const heldColumn: Column<Row> = {
  header: t`Of it, price frozen or too old`,
  align: 'end',
  cell: ({ held }) =>
    held.vaults === 0 ? (
      <span className="max-sm:hidden">—</span>
    ) : (
      <>
        {t`${tusdtText(held.debt)} in ${vaultsText(held.vaults)}`}
        <Unit>{t`at a frozen or old price`}</Unit>
      </>
    ),
}
