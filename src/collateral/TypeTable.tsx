import { useState } from 'react'
import { Link } from 'wouter'

import { useChainSeconds } from '../chain/use-block'
import { displayAmount } from '../math/amount'
import type { Reading } from '../math/reading'
import { knownValue } from '../math/reading'
import { displayDuration } from '../math/time'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Choices } from '../ui/Choices'
import { Table, type Column } from '../ui/Table'
import { useUrlChoice } from '../ui/use-url-choice'
import { changeText, feeYearText, priceText, ratioText, tusdtText, vaultsText } from './format'
import { missingVaults, type TypeRisk } from './risk-view'
import type { CollateralType, TypeState } from './snapshot'
import { drawRoomOf } from './type-view'
import { TypeBadge } from './TypeBadge'
import { Unit } from './Unit'
import { noPriceText, priceStateOf } from './words'
import { t } from '../words/t'

const FEW = 5

const orders = [
  { id: 'debt', label: t`Debt` },
  { id: 'ceiling', label: t`Ceiling` },
  { id: 'room', label: t`Room` },
  { id: 'fee', label: t`Fee` },
  { id: 'ratio', label: t`Liquidation ratio` },
] as const

const sizeOf: Readonly<Record<string, (type: CollateralType) => bigint | undefined>> = {
  debt: ({ state }) => knownValue(state)?.debt,
  ceiling: ({ state }) => knownValue(state)?.ceiling,
  room: (type) => {
    const { room } = drawRoomOf(type)
    return 'value' in room ? room.value : undefined
  },
  fee: ({ parameters }) => knownValue(parameters)?.feeRay,
  ratio: ({ parameters }) => knownValue(parameters)?.liquidationRatio,
}

/** Largest first; what is not known comes last. */
export function sorted(
  types: readonly CollateralType[],
  order: string | undefined,
): readonly CollateralType[] {
  const size = order === undefined ? undefined : sizeOf[order]
  if (!size) return types
  return types.toSorted((a, b) => {
    const [left, right] = [size(a) ?? -1n, size(b) ?? -1n]
    return left === right ? a.place - b.place : left > right ? -1 : 1
  })
}

/** A row for each collateral: what is owed, how much more can be, at which price. rules.md C3, C9 */
export function TypeTable({
  types,
  judged,
}: {
  types: readonly CollateralType[]
  judged: readonly TypeRisk[]
}) {
  const [order, setOrder] = useUrlChoice('by')
  const now = useChainSeconds()
  const [isAll, setIsAll] = useState(false)
  const known = orders.find(({ id }) => id === order)?.id
  const rows = sorted(types, known)
  const isWhole = isAll || rows.length <= FEW
  return (
    <div className="grid gap-3">
      <div className={classes(rows.length <= FEW && 'max-sm:hidden')}>
        <Choices
          label={t`Largest first, by`}
          choices={orders}
          chosen={known}
          allLabel={t`Default order`}
          onChoose={setOrder}
        />
      </div>
      <Table
        caption={t`Borrowing, by collateral`}
        isCaptionHidden
        isLine
        columns={columnsOf(judged, now)}
        rows={isWhole ? rows : rows.slice(0, FEW)}
        getKey={({ place }) => place}
        empty={t`The book knows no collateral yet.`}
      />
      {!isWhole && (
        <div>
          <Button size="small" onClick={() => setIsAll(true)}>
            {t`Show all ${rows.length}`}
          </Button>
        </div>
      )}
    </div>
  )
}

function columnsOf(judged: readonly TypeRisk[], now: bigint | undefined): readonly Column<CollateralType>[] {
  return [
    {
      header: t`Collateral`,
      isRowHeader: true,
      cell: (type) => (
        <>
          <Link
            href={`/collateral/vaults?of=${type.place}`}
            className="font-medium text-accent underline-offset-2 hover:underline"
          >
            {type.name}
          </Link>
          <span className="ml-2 text-xs font-normal text-muted sm:ml-0 sm:block">
            {type.state.isKnown ? vaultsText(type.state.value.vaults) : t`Vaults unknown`}
          </span>
          <span className="block">
            <TypeBadge type={type} risk={judged.find((one) => one.type === type)} />
          </span>
        </>
      ),
    },
    {
      header: t`Price now → next, USD`,
      align: 'end',
      cell: ({ state }) => or(state, ({ prices }) => <PriceCell prices={prices} now={now} />),
    },
    {
      header: t`Liquidation ratio`,
      isFolded: true,
      align: 'end',
      cell: ({ parameters }) => or(parameters, ({ liquidationRatio }) => ratioText(liquidationRatio)),
    },
    {
      header: t`Debt, TUSDT`,
      align: 'end',
      cell: (type) =>
        or(type.state, ({ debt }) => (
          <>
            {tusdtText(debtIn(type, judged) ?? debt)}
            <Unit>TUSDT</Unit>
          </>
        )),
    },
    {
      header: t`Ceiling`,
      isFolded: true,
      align: 'end',
      cell: ({ state }) => or(state, (known) => ceilingText(known)),
    },
    {
      header: t`Room to draw`,
      isFolded: true,
      align: 'end',
      cell: (type) => {
        const { room, limit } = drawRoomOf(type)
        return (
          <>
            {'value' in room ? tusdtText(room.value) : t`Unknown`}
            <span className="block text-xs text-muted">{'why' in room ? room.why : limit}</span>
          </>
        )
      },
    },
    {
      header: t`Fee a year`,
      isFolded: true,
      align: 'end',
      cell: ({ parameters }) => or(parameters, ({ feeRay }) => feeYearText(feeRay)),
    },
  ]
}

function ceilingText({ ceiling, isLiquidityKnown }: TypeState): string {
  return isLiquidityKnown ? displayAmount(ceiling, 18) : t`${displayAmount(ceiling, 18)}, not fresh`
}

/** The debt of every vault with the late fees that nobody has assessed yet, where all of them are known. */
function debtIn(type: CollateralType, judged: readonly TypeRisk[]): bigint | undefined {
  const risk = judged.find((one) => one.type === type)
  return risk && missingVaults(type) === 0n ? risk.debt : undefined
}

/** A cell of what was read, or that it was not. */
function or<T>(reading: Reading<T>, show: (value: T) => React.ReactNode): React.ReactNode {
  return reading.isKnown ? show(reading.value) : <span title={reading.reason}>{t`Unavailable`}</span>
}

function PriceCell({ prices, now }: { prices: TypeState['prices']; now: bigint | undefined }) {
  const state = priceStateOf(prices)
  const age = now !== undefined && now > prices.updatedAt ? now - prices.updatedAt : 0n
  const isMoving = prices.next !== 0n && prices.current !== 0n
  const change = isMoving ? `${changeText(prices.current, prices.next)}, ` : ''
  return (
    <>
      {prices.current === 0n ? t`None` : priceText(prices.current)}{' '}
      <span className="whitespace-nowrap text-muted">
        {t`→ ${prices.next > 0n ? priceText(prices.next) : state === 'Frozen' ? t`frozen` : t`none queued`}`}
      </span>
      <Unit>{t`USD`}</Unit>
      <span className="block text-xs text-muted">
        {prices.current === 0n ? noPriceText.None : t`${change}${displayDuration(age)} old`}
        {prices.current > 0n && state !== 'Fresh' && (
          <span className="block font-semibold text-warn max-sm:hidden">{noPriceText[state]}</span>
        )}
      </span>
    </>
  )
}
