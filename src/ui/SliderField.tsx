import { useId, useState } from 'react'

import { amountTextFor, readAmountText } from './amount-text'
import { classes } from './classes'
import { formatAmount } from '../math/amount'
import { t } from '../words/t'

type SliderFieldProps = {
  label: string
  /** Of the typed value: 2 for basis points in percent. */
  decimals: number
  symbol: string
  value: bigint
  /** Bounds of what may be typed, both inclusive. */
  least: bigint
  most: bigint
  /** Where the slider ends; more can be typed. */
  sliderMost: bigint
  step: bigint
  hint: string
  onChange: (value: bigint) => void
}

/** A slider and a typed value for one number. What was typed is never rewritten. trust.md D20 */
export function SliderField(props: SliderFieldProps) {
  const { label, decimals, symbol, value, least, most, sliderMost, step, hint, onChange } = props
  const id = useId()
  // Text that is no value stays in the field, and says why.
  const [typed, setTyped] = useState<string>()
  const text = typed ?? amountTextFor(value, '', decimals)
  const problem = typed === undefined ? undefined : problemOf(typed, { decimals, least, most, symbol })
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {label}
      </label>
      <div className="grid grid-cols-[1fr_8rem] items-center gap-3">
        <input
          type="range"
          aria-label={t`${label}: slider`}
          className="min-h-11 w-full accent-accent sm:min-h-6"
          min={`${least < sliderMost ? least : 0n}`}
          max={`${sliderMost}`}
          step={`${step}`}
          value={`${value < sliderMost ? value : sliderMost}`}
          onChange={(event) => {
            const next = BigInt(event.target.value)
            setTyped(undefined)
            onChange(next < least ? least : next > most ? most : next)
          }}
        />
        <span
          className={classes(
            'flex items-center rounded-md border bg-surface focus-within:outline-2 focus-within:outline-offset-1',
            problem === undefined
              ? 'border-line-strong focus-within:outline-accent'
              : 'border-danger focus-within:outline-danger',
          )}
        >
          <input
            id={id}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            value={text}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-note`}
            className="min-h-11 w-full min-w-0 bg-transparent px-2 text-end text-sm font-semibold outline-none sm:min-h-9"
            onChange={(event) => {
              const next = event.target.value
              const read = readAmountText(next, decimals).value
              const isValue = read !== undefined && read >= least && read <= most
              setTyped(next)
              if (isValue) onChange(read)
            }}
            onBlur={() => {
              if (problem === undefined) setTyped(undefined)
            }}
          />
          <span className="pe-2 text-xs text-muted">{symbol}</span>
        </span>
      </div>
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={classes('text-xs', problem === undefined ? 'text-muted' : 'text-danger')}
      >
        {problem ?? hint}
      </p>
    </div>
  )
}

type Bounds = Pick<SliderFieldProps, 'decimals' | 'least' | 'most' | 'symbol'>

function problemOf(text: string, { decimals, least, most, symbol }: Bounds): string | undefined {
  const { value, problem } = readAmountText(text, decimals)
  if (problem !== undefined) return problem
  if (value !== undefined && value >= least && value <= most) return undefined
  return t`From ${formatAmount(least, decimals)} to ${formatAmount(most, decimals)} ${symbol}.`.replace(
    ' .',
    '.',
  )
}
