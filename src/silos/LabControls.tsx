import { displayAmount } from '../math/amount'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { displayDuration } from '../math/time'
import { Panel } from '../ui/Panel'
import { priceText } from './format'
import { SliderField } from '../ui/SliderField'
import { choices, priceIn, type Choice, type Scenario } from './scenario'
import { bounds } from './scenario-link'

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
  const cycles = { decimals: 0, symbol: 'cycles', sliderMost: 200n, step: 1n }
  const percent = { decimals: 2, symbol: '%', step: 50n }
  return (
    <Panel title="What happens">
      <div className="grid gap-4">
        {scenario.start === 'scratch' && (
          <>
            <SliderField
              label="Supply"
              decimals={6}
              symbol="USDtz"
              sliderMost={10n ** 13n}
              step={10n ** 10n}
              hint="To start with."
              {...field('supply')}
            />
            <SliderField
              label="XTZ costs"
              decimals={6}
              symbol="USD"
              sliderMost={10_000_000n}
              step={10_000n}
              hint="To start with."
              {...field('priceMicro')}
            />
            <SliderField
              label="Filled to"
              decimals={0}
              symbol="%"
              sliderMost={400n}
              step={5n}
              hint="Silo 1, then 2, 3 and 4."
              {...field('filledPercent')}
            />
          </>
        )}
        <SliderField
          label="XTZ falls by"
          {...percent}
          sliderMost={9_900n}
          hint={`${price(0n)} to ${price(scenario.fallCycles)}`}
          {...field('fallBps')}
        />
        <SliderField
          label="evenly over"
          {...cycles}
          hint="Then it moves evenly to its end."
          {...field('fallCycles')}
        />
        <SliderField
          label="then ends at"
          {...percent}
          sliderMost={30_000n}
          hint={`Of the first price: ${price(scenario.endCycle)}`}
          {...field('endBps')}
        />
        <SliderField
          label="reached in cycle"
          {...cycles}
          symbol=""
          hint="From there on it stays."
          {...field('endCycle')}
        />
        <SliderField
          label="Lending earns"
          {...percent}
          step={10n}
          sliderMost={3_000n}
          hint="A cycle, on what Silos 1 and 3 hold."
          {...field('lendBps')}
        />
        <SliderField
          label="Baking earns"
          {...percent}
          step={10n}
          sliderMost={3_000n}
          hint="A cycle, on what Silos 2 and 4 hold."
          {...field('bakeBps')}
        />
        <SliderField
          label="Redeemed each cycle"
          decimals={6}
          symbol="USDtz"
          sliderMost={10n ** 12n}
          step={10n ** 9n}
          hint={`${displayAmount(scenario.redeemed, 6)} USDC out of Silo 1.`}
          {...field('redeemed')}
        />
        <SliderField
          label="Look ahead"
          {...cycles}
          hint={cycleSeconds === undefined ? '' : displayDuration(cycleSeconds * scenario.ahead)}
          {...field('ahead')}
        />
        <fieldset className="grid gap-1">
          <legend className="text-xs font-medium text-muted">Each harvest</legend>
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
