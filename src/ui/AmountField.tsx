import { useId, useState } from 'react'
import { AmountChips, type NamedAmount } from './AmountChips'
import { amountTextFor, readAmountText } from './amount-text'
import { classes } from './classes'
import { Icon } from './Icon'
import { t } from '../words/t'

type AmountFieldProps = {
  label: string
  decimals: number
  symbol: string
  /** Base units; undefined while the text is empty or is no amount. */
  value: bigint | undefined
  /** `problem` says why the text is no amount; undefined with an undefined value means that it is empty. */
  onChange: (value: bigint | undefined, problem: string | undefined) => void
  max?: bigint | undefined
  maxLabel?: string
  /** Amounts to choose besides parts of `max`. */
  chips?: readonly NamedAmount[]
  balanceText?: string | undefined
  /** Why the amount, well written, is not possible ("More than your balance."). */
  problem?: string | undefined
  hint?: string | undefined
}

/** A text field for an amount (trust.md D20): what the person typed is never rewritten or lost. */
export function AmountField(props: AmountFieldProps) {
  const { label, decimals, symbol, value, onChange, max, maxLabel = t`Max`, balanceText, hint } = props
  const { chips = [] } = props
  const id = useId()
  const [typed, setTyped] = useState('')
  const text = amountTextFor(value, typed, decimals)
  const problem = readAmountText(text, decimals).problem ?? props.problem
  const write = (next: string) => {
    setTyped(next)
    const read = readAmountText(next, decimals)
    onChange(read.value, read.problem)
  }
  const choose = (amount: bigint) => {
    setTyped('')
    onChange(amount, undefined)
  }
  return (
    <div className="grid gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {label}
        </label>
        {balanceText !== undefined && <span className="text-xs text-muted">{balanceText}</span>}
      </div>
      <div
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
          autoCorrect="off"
          spellCheck={false}
          placeholder="0"
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          className="min-h-12 w-full min-w-0 bg-transparent px-3 text-xl font-semibold tracking-tight outline-none placeholder:font-normal placeholder:text-muted"
          onChange={(event) => write(event.target.value)}
        />
        <span className="px-2 text-sm text-muted">{symbol}</span>
        {max !== undefined && (
          <button
            type="button"
            className="me-1 min-h-11 rounded px-3 text-xs font-semibold text-accent hover:bg-accent-soft"
            onClick={() => choose(max)}
          >
            {maxLabel}
          </button>
        )}
      </div>
      <AmountChips of={label} most={max} more={chips} onChoose={choose} />
      <p id={`${id}-note`} aria-live="polite" className="min-h-4 text-xs">
        {problem === undefined ? (
          <span className="text-muted">{hint}</span>
        ) : (
          <span className="inline-flex gap-1 text-danger">
            <Icon name="warn" className="size-3.5 translate-y-px" />
            <span>{problem}</span>
          </span>
        )}
      </p>
    </div>
  )
}
