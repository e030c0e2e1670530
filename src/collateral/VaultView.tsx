import type { Person } from '../chain/use-person'
import { displayAmount, exactText, formatAmount } from '../math/amount'
import { positionRatioDown } from '../math/collateral-risk'
import { displayDateTime } from '../math/time'
import { WAD } from '../math/units'
import { mulDivDown } from '../math/uint256'
import { AddressText } from '../ui/AddressText'
import { Badge } from '../ui/Badge'
import { Callout } from '../ui/Callout'
import { Amount } from '../ui/Amount'
import { Figure } from '../ui/Figure'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { StatGrid } from '../ui/Stat'
import { Table, type Column } from '../ui/Table'
import { figured } from './BackingFigures'
import { priceText, ratioText, tusdtText } from './format'
import { InterestPanel } from './InterestPanel'
import { terms } from './terms'
import { KeeperPanel } from './KeeperPanel'
import { LadderPanel } from './LadderPanel'
import { tusdtUnit, type Collateral, type CollateralType } from './snapshot'
import { caseOf, type VaultStand } from './vault-view'
import { VaultForms } from './VaultForms'
import { bandText, bandTone, noPriceText } from './words'
import { t } from '../words/t'

const VaultHistory = lazyPart(() => import('./VaultHistory'))

type VaultViewProps = { collateral: Collateral; type: CollateralType; stand: VaultStand }
type PageProps = VaultViewProps & { person: Person }

/** A vault as anybody sees it. rules.md C4 to C6, C10, C13, C14 */
export function VaultView({ collateral, person, type, stand }: PageProps) {
  const { view, priceState } = stand
  const one = caseOf(collateral, stand)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-semibold">{t`${type.name} vault ${view.id}`}</span>
        <Band stand={stand} />
        <span className="text-muted">
          <span>{t`Owner`}</span> <AddressText address={view.stored.owner} />
        </span>
      </p>
      {priceState !== 'Fresh' && (
        <Callout tone="warn" title={t`The price of ${type.name} does not hold`}>
          {t`${noPriceText[priceState]} Until one holds, nothing is drawn and nothing is liquidated; paying back and adding collateral go on.`}
        </Callout>
      )}
      <VaultFigures collateral={collateral} type={type} stand={stand} />
      {one && <VaultForms {...{ collateral, person, type, view, one }} />}
      <LadderPanel type={type} stand={stand} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <DebtPanel stand={stand} />
        <InterestPanel collateral={collateral} type={type} stand={stand} />
      </div>
      <KeeperPanel {...{ collateral, person, type, stand }} />
      <Panel title={t`History`} lead={t`From the events of this vault: what anybody did with it.`}>
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <VaultHistory type={type} id={view.id} owner={view.stored.owner} />
        </Later>
      </Panel>
    </>
  )
}

function Band({ stand: { view, risk } }: { stand: VaultStand }) {
  if (view.debt === 0n) return <Badge>{t`No debt`}</Badge>
  if (!risk) return <Badge tone="warn">{t`Not judged: no price`}</Badge>
  return <Badge tone={bandTone[risk.band]}>{bandText[risk.band]}</Badge>
}

function VaultFigures({ collateral, type, stand }: VaultViewProps) {
  const reading = collateral.vault?.vault
  if (!reading) return null
  const { view, risk, prices, parameters, priceState } = stand
  const none = view.debt === 0n ? t`Nothing is owed.` : noPriceText.None
  const held = priceState === 'Fresh' ? t`now` : t`by the last price`
  const position = { debt: view.debt, collateral: view.stored.collateral }
  const ratio = prices.current === 0n ? undefined : positionRatioDown(position, prices.current)
  const nextRatio = prices.next === 0n ? undefined : positionRatioDown(position, prices.next)
  return (
    <StatGrid>
      <Figure
        label={t`Liquidated below`}
        formula={{ rule: 'C6', text: t`Debt × liquidation ratio ÷ collateral, rounded up` }}
        term={terms.liquidationPrice}
        reading={figured(reading, risk ? { value: risk.crossing } : { why: none })}
        format={(value) => priceText(value, { round: 'up' })}
        full={(value) => formatAmount(value, 18)}
        unit="USD"
        hint={risk ? `${distanceText(stand)} ${nextText(stand)}` : ''}
        size="large"
      />
      <Figure
        label={t`Collateral, ${type.name}`}
        reading={figured(reading, { value: view.stored.collateral })}
        format={(value) => displayAmount(value, 18)}
        full={(value) => formatAmount(value, 18)}
        hint={
          prices.current === 0n
            ? ''
            : t`Worth ${displayAmount(mulDivDown(view.stored.collateral, prices.current, WAD), 18)} USD ${held}.`
        }
      />
      <Figure
        label={t`Debt`}
        formula={{ rule: 'C4', text: t`Debt shares × rate, rounded up, + late fees` }}
        reading={figured(reading, { value: view.debt })}
        format={tusdtText}
        full={(value) => exactText(value, tusdtUnit)}
        unit="TUSDT"
        hint={t`${tusdtText(view.stored.principal)} drawn, ${tusdtText(view.interest)} interest, ${tusdtText(view.stored.late)} late fees.`}
      />
      <Figure
        label={t`Collateral against debt`}
        formula={{ rule: 'C5', text: t`Collateral × current price ÷ debt, rounded down` }}
        reading={figured(reading, ratio === undefined ? { why: none } : { value: ratio })}
        format={(value) => ratioText(value)}
        full={(value) => `${formatAmount(value, 16)}%`}
        hint={t`${priceState === 'Fresh' ? '' : t`By the last price, which does not hold. `}Must stay at ${ratioText(parameters.liquidationRatio)} or more.${nextRatio === undefined ? '' : t` At the next price ${ratioText(nextRatio)}.`}`}
      />
    </StatGrid>
  )
}

function distanceText({ risk, prices, priceState }: VaultStand): string {
  if (!risk) return ''
  const [price, fall] = [priceText(prices.current), ratioText(risk.distance)]
  const holds = priceState === 'Fresh'
  if (risk.band === 'liquidatable')
    return holds ? t`The price is ${price} USD.` : t`The last price is ${price} USD.`
  return holds
    ? t`From ${price} USD, a fall of ${fall}.`
    : t`From the last price, ${price} USD, a fall of ${fall}.`
}

function nextText({ risk, prices }: VaultStand): string {
  if (prices.next === 0n) return t`No next price is queued.`
  const at = t`The next price is ${priceText(prices.next)}, from ${displayDateTime(prices.nextAt)}`
  return risk?.fallsNext === true ? t`${at}: anyone can liquidate this vault then.` : `${at}.`
}

type Line = { readonly what: string; readonly amount: bigint }

const columns: readonly Column<Line>[] = [
  { header: t`What`, isRowHeader: true, cell: ({ what }) => what },
  {
    header: 'TUSDT',
    align: 'end',
    cell: ({ amount }) => <Amount value={amount} decimals={18} />,
  },
]

function DebtPanel({ stand: { view } }: { stand: VaultStand }) {
  const lines = [
    { what: t`Late fees, paid first`, amount: view.stored.late },
    { what: t`Interest, paid next`, amount: view.interest },
    { what: t`Principal`, amount: view.stored.principal },
    { what: t`Debt`, amount: view.debt },
  ]
  return (
    <Panel title={t`Debt`} lead={t`A payment clears it in this order; anybody may pay.`}>
      <Table caption={t`Debt`} isCaptionHidden columns={columns} rows={lines} getKey={({ what }) => what} />
    </Panel>
  )
}
