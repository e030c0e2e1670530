import { displayAmount } from '../math/amount'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { displayDuration } from '../math/time'
import { Panel } from '../ui/Panel'
import { priceText } from './format'
import { SliderField } from '../ui/SliderField'
import { choices, priceIn, type Choice, type Scenario } from './scenario'
import { bounds } from './scenario-link'
import { t } from '../words/t'

type LabControlsProps = {
  scenario: Scenario
  /** Undefined where there is no price to start from. */
  start: SiloState | undefined
  choiceNames: Readonly<Record<Choice, string>>
  onChange: (scenario: Scenario) => void
}

/** Every number of a scenario: a slider, a typed value, and what it means in units. */
export function LabControls({ scenario, start, choiceNames, onChange }: LabControlsProps) {
  const from = start === undefined ? undefined : conditionsOf(start).low
  const price = (cycle: bigint) => (from === undefined ? '—' : priceText(priceIn(cycle, from, scenario)))
  const cycleSeconds = start?.parameters.cycleSeconds
  const field = (name: keyof typeof bounds) => {
    const [least, most] = bounds[name]
    return {
      ...{ least, most, value: scenario[name] },
      onChange: (value: bigint) => onChange({ ...scenario, [name]: value }),
    }
  }
  const cycles = { decimals: 0, symbol: t`cycles`, sliderMost: 200n, step: 1n }
  const percent = { decimals: 2, symbol: '%', step: 50n }
  return (
    <Panel title={t`What happens`}>
      <div className="grid gap-4">
        {scenario.start === 'scratch' && (
          <>
            <SliderField
              label={t`Supply`}
              decimals={6}
              symbol="USDtz"
              sliderMost={10n ** 13n}
              step={10n ** 10n}
              hint={t`To start with.`}
              {...field('supply')}
            />
            <SliderField
              label={t`XTZ costs`}
              decimals={6}
              symbol="USD"
              sliderMost={10_000_000n}
              step={10_000n}
              hint={t`To start with.`}
              {...field('priceMicro')}
            />
            <SliderField
              label={t`Filled to`}
              decimals={0}
              symbol="%"
              sliderMost={400n}
              step={5n}
              hint={t`Silo 1, then 2, 3 and 4.`}
              {...field('filledPercent')}
            />
          </>
        )}
        <SliderField
          label={t`XTZ falls by`}
          {...percent}
          sliderMost={9_900n}
          hint={t`${price(0n)} to ${price(scenario.fallCycles)}`}
          {...field('fallBps')}
        />
        <SliderField
          label={t`evenly over`}
          {...cycles}
          hint={t`Then it moves evenly to its end.`}
          {...field('fallCycles')}
        />
        <SliderField
          label={t`then ends at`}
          {...percent}
          sliderMost={30_000n}
          hint={t`Of the first price: ${price(scenario.endCycle)}`}
          {...field('endBps')}
        />
        <SliderField
          label={t`reached in cycle`}
          {...cycles}
          symbol=""
          hint={t`From there on it stays.`}
          {...field('endCycle')}
        />
        <SliderField
          label={t`Lending earns`}
          {...percent}
          step={10n}
          sliderMost={3_000n}
          hint={t`A cycle, on what Silos 1 and 3 hold.`}
          {...field('lendBps')}
        />
        <SliderField
          label={t`Baking earns`}
          {...percent}
          step={10n}
          sliderMost={3_000n}
          hint={t`A cycle, on what Silos 2 and 4 hold.`}
          {...field('bakeBps')}
        />
        <SliderField
          label={t`Redeemed each cycle`}
          decimals={6}
          symbol="USDtz"
          sliderMost={10n ** 12n}
          step={10n ** 9n}
          hint={t`${displayAmount(scenario.redeemed, 6)} USDC out of Silo 1.`}
          {...field('redeemed')}
        />
        <SliderField
          label={t`Look ahead`}
          {...cycles}
          hint={cycleSeconds === undefined ? '' : displayDuration(cycleSeconds * scenario.ahead)}
          {...field('ahead')}
        />
        <fieldset className="grid gap-1">
          <legend className="text-xs font-medium text-muted">{t`Each harvest`}</legend>
          {choices.map((choice) => (
            <label key={choice} className="flex min-h-11 items-center gap-2 text-sm sm:min-h-7">
              <input
                type="radio"
                name="harvest"
                className="size-4 accent-accent"
                checked={scenario.choice === choice}
                onChange={() => onChange({ ...scenario, choice })}
              />
              <span>{choiceNames[choice]}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </Panel>
  )
}
