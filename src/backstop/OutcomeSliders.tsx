import { displayAmount, displayRatio } from '../math/amount'
import type { StakeOutcome } from '../math/backstop-outcome'
import { USDT_DECIMALS, usdt } from '../math/tether'
import { BPS } from '../math/units'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { SliderField } from '../ui/SliderField'
import type { Prices } from './claims-view'
import { btc } from './format'
import { firstSettings, priceAt } from './outcome-view'
import type { FutureSettings } from './outcome-view'
import { t } from '../words/t'

type OutcomeSlidersProps = {
  settings: FutureSettings
  prices: Prices
  /** What it all comes to. */
  outcome: StakeOutcome
  onChange: (settings: FutureSettings) => void
  onReset: () => void
}

/** The future as a person sets it. */
export function OutcomeSliders(props: OutcomeSlidersProps) {
  const { settings, prices, outcome, onChange, onReset } = props
  const price = (now: bigint, partBps: bigint) =>
    t`${displayAmount(priceAt(now, partBps), USDT_DECIMALS)} instead of ${usdt(now)}`
  const fields: readonly Field[] = [
    { key: 'soldBps', label: t`Notes sold, of what may be`, hint: t`${usdt(outcome.soldUsdt)} sold` },
    {
      key: 'exercisedBps',
      label: t`Warrants exercised`,
      hint: t`${usdt(outcome.ledgerUsdt)} paid in for Notes`,
    },
    {
      key: 'mstrBps',
      label: t`MSTR at maturity, of its price now`,
      hint: price(prices.mstrUsdt, settings.mstrBps),
      isPrice: true,
    },
    {
      key: 'btcBps',
      label: t`BTC at maturity, of its price now`,
      hint: t`${price(prices.btcUsdt, settings.btcBps)}: changes how much BTC, not its worth`,
      isPrice: true,
    },
    {
      key: 'paidBps',
      label: t`BTC owed that gets paid`,
      hint: t`${btc(outcome.btc)} of ${btc(outcome.btcOwed)} owed`,
    },
  ]
  const isFirst = fields.every(({ key }) => settings[key] === firstSettings[key])
  return (
    <Panel
      title={t`Set the future`}
      aside={
        <Button size="small" variant="quiet" disabled={isFirst} onClick={onReset}>
          {t`Reset`}
        </Button>
      }
    >
      <div className="grid items-start gap-x-6 gap-y-4 sm:grid-cols-2">
        {fields.map(({ key, label, hint, isPrice = false }) => (
          <SliderField
            key={key}
            label={label}
            decimals={2}
            symbol="%"
            value={settings[key]}
            least={isPrice ? 1n : 0n}
            most={isPrice ? 100n * BPS : BPS}
            sliderMost={isPrice ? 2n * BPS : BPS}
            step={100n}
            hint={hint}
            onChange={(value) => onChange({ ...settings, [key]: value })}
          />
        ))}
      </div>
      <p className="mt-3 text-xs text-muted">{t`This assumes that the sale closes at current prices. Then ${displayRatio(outcome.usedUsdt, outcome.usedUsdt + outcome.backUsdt, { round: 'up' })} of the stake is used.`}</p>
    </Panel>
  )
}

type Field = {
  readonly key: keyof FutureSettings
  readonly label: string
  readonly hint: string
  readonly isPrice?: boolean
}
