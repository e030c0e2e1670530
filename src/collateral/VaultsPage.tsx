import { isAddressEqual, type Address } from 'viem'
import { Link } from 'wouter'

import { displayAmount } from '../math/amount'
import { positionRatioDown } from '../math/collateral-risk'
import { knownValue } from '../math/reading'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { Choices } from '../ui/Choices'
import { Panel } from '../ui/Panel'
import { Table, type Column } from '../ui/Table'
import { useShownCount } from '../ui/use-shown-count'
import { useUrlChoice } from '../ui/use-url-choice'
import { CollateralFrame } from './CollateralFrame'
import { priceText, ratioText, tusdtText } from './format'
import { missingVaults } from './risk-view'
import type { Collateral, Lists } from './snapshot'
import { listVaults, type ListedVault } from './vault-list'
import { bandText, bandTone } from './words'
import { t } from '../words/t'

const lists: Lists = { vaults: true, auctions: false }
const PAGE = 25

export default function VaultsPage() {
  return (
    <CollateralFrame
      title={t`Vaults of TUSDT`}
      lead={t`Whoever locks collateral can borrow TUSDT against it. Those nearest to liquidation come first.`}
      lists={lists}
    >
      {(collateral, person) => <VaultsView collateral={collateral} account={person.account} />}
    </CollateralFrame>
  )
}

type VaultsViewProps = { collateral: Collateral; account: Address | undefined }

function VaultsView({ collateral: { types }, account }: VaultsViewProps) {
  const [place, choose] = useUrlChoice('of')
  const [count, showMore] = useShownCount(PAGE)
  const only = types.find((type) => `${type.place}` === place)
  const shown = only ? [only] : types
  const rows = listVaults(shown)
  const own =
    account === undefined ? [] : rows.filter(({ vault }) => isAddressEqual(vault.stored.owner, account))
  return (
    <>
      <OwnVaults rows={own} />
      <Panel
        title={only ? t`Vaults of ${only.name}` : t`All vaults`}
        aside={
          types.length > 1 && (
            <Choices
              label={t`Collateral`}
              choices={types.map((type) => ({ id: `${type.place}`, label: type.name }))}
              chosen={only && place}
              allLabel={t`All`}
              onChoose={choose}
            />
          )
        }
      >
        <div className="grid gap-3">
          {shown.map((type) => (
            <Missing key={type.place} type={type} />
          ))}
          <Table
            caption={t`Vaults`}
            isCaptionHidden
            columns={columns}
            rows={rows.slice(0, count)}
            getKey={({ type, vault }) => `${type.place}/${vault.id}`}
            empty={t`No vault has been opened yet.`}
          />
          {rows.length > count && (
            <p className="flex flex-wrap items-center gap-3 text-xs text-muted">
              <Button size="small" onClick={showMore}>
                {t`Show more`}
              </Button>
              <span>{t`${count} of ${rows.length} vaults`}</span>
            </p>
          )}
        </div>
      </Panel>
    </>
  )
}

/** Those of whoever is connected, and the way to one more. */
function OwnVaults({ rows }: { rows: readonly ListedVault[] }) {
  const way = (
    <Link href="/collateral/open" className="font-medium text-accent underline-offset-2 hover:underline">
      {t`Open a vault`}
    </Link>
  )
  if (rows.length === 0) return <p className="text-sm">{way}</p>
  return (
    <Panel title={t`Your vaults`} aside={way}>
      <Table
        caption={t`Your vaults`}
        isCaptionHidden
        columns={columns.filter((column) => column !== owner)}
        rows={rows}
        getKey={({ type, vault }) => `${type.place}/${vault.id}`}
      />
    </Panel>
  )
}

/** Said for each type whose list is not whole. */
function Missing({ type }: { type: Collateral['types'][number] }) {
  if (!type.vaults.isKnown)
    return (
      <Callout tone="warn" title={t`The vaults of ${type.name} could not be read`}>
        {type.vaults.reason}
      </Callout>
    )
  const missing = missingVaults(type)
  if (missing === 0n) return null
  return (
    <Callout tone="warn" title={t`Incomplete`}>
      {t`${displayAmount(missing, 0)} more vaults of ${type.name} are not listed here.`}
    </Callout>
  )
}

const owner: Column<ListedVault> = {
  header: t`Owner`,
  cell: ({ vault }) => <AddressText address={vault.stored.owner} />,
}

const columns: readonly Column<ListedVault>[] = [
  {
    header: t`Vault`,
    isRowHeader: true,
    cell: ({ type, vault }) => (
      <Link
        href={`/collateral/vaults/${type.place}/${vault.id}`}
        className="font-medium text-accent underline-offset-2 hover:underline"
      >
        {`${type.name} ${vault.id}`}
      </Link>
    ),
  },
  owner,
  {
    header: t`Collateral`,
    align: 'end',
    cell: ({ type, vault }) => `${displayAmount(vault.stored.collateral, 18)} ${type.name}`,
  },
  { header: t`Debt, TUSDT`, align: 'end', cell: ({ vault }) => tusdtText(vault.debt) },
  { header: t`Against debt`, align: 'end', cell: againstText },
  {
    header: t`Liquidated below, USD`,
    align: 'end',
    cell: ({ risk }) => (risk ? priceText(risk.crossing, { round: 'up' }) : '—'),
  },
  {
    header: t`Fall until then`,
    align: 'end',
    cell: ({ risk }) =>
      risk ? (risk.band === 'liquidatable' ? t`None left` : ratioText(risk.distance)) : '—',
  },
  { header: t`State`, cell: (row) => <VaultState row={row} /> },
]

function againstText({ type, vault }: ListedVault): string {
  const current = knownValue(type.state)?.prices.current ?? 0n
  if (vault.debt === 0n) return t`No debt`
  if (current === 0n) return t`No price`
  const ratio = positionRatioDown({ debt: vault.debt, collateral: vault.stored.collateral }, current)
  return ratio === undefined ? t`No debt` : ratioText(ratio)
}

function VaultState({ row: { vault, risk, holds } }: { row: ListedVault }) {
  if (vault.debt === 0n) return <Badge>{t`No debt`}</Badge>
  if (!risk) return <Badge tone="warn">{t`Not judged`}</Badge>
  return (
    <>
      <Badge tone={bandTone[risk.band]}>{bandText[risk.band]}</Badge>
      {!holds && (
        <span className="block text-xs text-muted">{t`By the last price: there is no current one`}</span>
      )}
      {risk.fallsNext && (
        <span className="block text-xs text-muted">{t`Liquidatable at the next price`}</span>
      )}
    </>
  )
}
