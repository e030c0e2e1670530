import { useState } from 'react'

import { displayAmount, displayRatio } from '../math/amount'
import { fallenDown } from '../math/collateral-risk'
import { BPS } from '../math/units'
import { AmountField } from '../ui/AmountField'
import { Choices } from '../ui/Choices'
import { Folded } from '../ui/Folded'
import { Panel } from '../ui/Panel'
import { SliderField } from '../ui/SliderField'
import { StepChart } from '../ui/StepChart'
import { Table, type Column } from '../ui/Table'
import { useUrlChoice } from '../ui/use-url-choice'
import { fallBpsOf, fallsOf, liquidatedAtPrice, liquidatedIn, pictureOf, type FallRow } from './fall-view'
import { changeText, priceText, tusdtText, vaultsText } from './format'
import type { TypeRisk, Unjudged } from './risk-view'
import { Unit } from './Unit'
import { plural, t } from '../words/t'

type FallPanelProps = { judged: readonly TypeRisk[]; unjudged: readonly Unjudged[] }

const START_BPS = 2_000n

/** How much debt which prices liquidate: as a picture, as steps, and at a typed fall or price. rules.md C6, C9 */
export function FallPanel({ judged, unjudged }: FallPanelProps) {
  const [place, choose] = useUrlChoice('of')
  const [fall, setFall] = useState(START_BPS)
  const [typed, setTyped] = useState<bigint>()
  const only = judged.find(({ type }) => `${type.place}` === place)
  const shown = only ? [only] : judged
  const debt = shown.reduce((sum, type) => sum + type.debt, 0n)
  return (
    <Panel
      title={t`Which prices liquidate what`}
      aside={
        judged.length > 1 && (
          <Choices
            label={t`Collateral`}
            choices={judged.map(({ type }) => ({ id: `${type.place}`, label: type.name }))}
            chosen={only && place}
            allLabel={t`All`}
            onChoose={(next) => {
              setTyped(undefined)
              choose(next)
            }}
          />
        )
      }
    >
      {debt === 0n ? (
        <p className="text-sm text-muted">{t`Nothing is owed that a price could liquidate.`}</p>
      ) : (
        <div className="grid gap-6 lg:grid-cols-2">
          <div className="grid content-start gap-4">
            <Picture shown={shown} only={only} fall={fall} />
            <SliderField
              label={only ? t`If the price of ${only.type.name} falls by` : t`If every price falls by`}
              decimals={2}
              symbol="%"
              value={fall}
              least={0n}
              most={BPS}
              sliderMost={BPS}
              step={100n}
              hint=""
              onChange={(next) => {
                setTyped(undefined)
                setFall(next)
              }}
            />
            {only && (
              <AmountField
                label={t`Or: if ${only.type.name} costs`}
                decimals={18}
                symbol="USD"
                value={typed}
                onChange={(next) => setTyped(next)}
              />
            )}
            <p role="status" className="text-sm font-medium">
              {only && typed !== undefined ? atPrice(only, typed) : atFall(shown, only, fall)}
            </p>
          </div>
          <div>
            <Folded what={t`it fall by fall`}>
              <Table
                caption={t`Liquidated by a fall`}
                isCaptionHidden
                isLine
                columns={columnsOf(only)}
                rows={fallsOf(shown, only)}
                getKey={({ key }) => key}
              />
              <Marked shown={shown} unjudged={only ? [] : unjudged} />
            </Folded>
          </div>
        </div>
      )}
    </Panel>
  )
}

function Picture({
  shown,
  only,
  fall,
}: {
  shown: readonly TypeRisk[]
  only: TypeRisk | undefined
  fall: bigint
}) {
  const percent = (x: bigint) => (x === 0n ? t`now` : `−${displayRatio(x, BPS, { maxFractionDigits: 1 })}`)
  const name = only?.type.name
  const next = only && only.next > 0n && only.next < only.price ? fallBpsOf(only.next, only.price) : undefined
  return (
    <StepChart
      title={
        name === undefined
          ? t`Debt that is liquidated if all prices fall`
          : t`Debt that is liquidated if ${name} falls`
      }
      lines={[{ label: t`Debt`, points: pictureOf(shown) }]}
      decimals={18}
      symbol="TUSDT"
      xLabel={name === undefined ? t`Fall` : t`Price, USD`}
      formatX={(x) => (only ? `${priceText(fallenDown(only.price, x))} (${percent(x)})` : percent(x))}
      marks={next === undefined ? [] : [{ label: t`next price`, x: next }]}
      point={{ x: fall, y: liquidatedIn(shown, fall).debt, label: percent(fall) }}
    />
  )
}

function atFall(shown: readonly TypeRisk[], only: TypeRisk | undefined, fall: bigint): string {
  const { vaults, debt } = liquidatedIn(shown, fall)
  const at = only ? t`${priceText(fallenDown(only.price, fall))} USD` : `−${displayRatio(fall, BPS)}`
  return t`At ${at}: ${tusdtText(debt)} TUSDT in ${vaultsText(vaults)} would be below the liquidation price.`
}

function atPrice(only: TypeRisk, price: bigint): string {
  const { vaults, debt } = liquidatedAtPrice(only, price)
  return t`At ${priceText(price, { maxFractionDigits: 18 })} USD (${changeText(only.price, price)}): ${tusdtText(debt)} TUSDT in ${vaultsText(vaults)} would be below the liquidation price.`
}

const columnsOf = (only: TypeRisk | undefined): readonly Column<FallRow>[] => [
  { header: t`Fall`, isRowHeader: true, cell: ({ label }) => label },
  ...(only
    ? [
        {
          header: t`${only.type.name}, USD`,
          align: 'end',
          cell: ({ price }) =>
            price === undefined ? (
              '—'
            ) : (
              <>
                {priceText(price)}
                <Unit>{t`USD`}</Unit>
              </>
            ),
        } satisfies Column<FallRow>,
      ]
    : []),
  {
    header: t`Vaults`,
    align: 'end',
    cell: ({ sum }) => (
      <>
        {displayAmount(BigInt(sum.vaults), 0)}
        <Unit>{plural(sum.vaults, 'vault', 'vaults')}</Unit>
      </>
    ),
  },
  {
    header: t`Debt, TUSDT`,
    align: 'end',
    cell: ({ sum }) => (
      <>
        {tusdtText(sum.debt)}
        <Unit>TUSDT</Unit>
      </>
    ),
  },
  {
    header: t`Of all`,
    align: 'end',
    cell: ({ sum, all }) => displayRatio(sum.debt, all, { maxFractionDigits: 1 }),
  },
]

/** What is in these sums and can't be liquidated now, and what is not in them. rules.md C9 */
function Marked({ shown, unjudged }: { shown: readonly TypeRisk[]; unjudged: readonly Unjudged[] }) {
  const held = shown.filter(({ priceState, debt }) => priceState !== 'Fresh' && debt > 0n)
  if (held.length === 0 && unjudged.length === 0) return null
  return (
    <ul className="mt-2 grid gap-1 border-t pt-2 text-xs text-muted">
      {held.map((one) => (
        <li key={one.type.place}>
          {one.priceState === 'Frozen'
            ? t`Counted, though nothing can be liquidated now: ${tusdtText(one.debt)} TUSDT in ${one.type.name}, by its last price. It is frozen.`
            : t`Counted, though nothing can be liquidated now: ${tusdtText(one.debt)} TUSDT in ${one.type.name}, by its last price. It is too old.`}
        </li>
      ))}
      {unjudged.map(({ type, reason }) => (
        <li key={type.place}>{t`Not counted: ${type.name}. ${reason}`}</li>
      ))}
    </ul>
  )
}
