import { useId } from 'react'

import { displayBps } from '../math/amount'
import { classes } from '../ui/classes'
import { slippageChoices } from './view'
import type { SlippageBps } from './view'
import { t } from '../words/t'

type SlippageFieldProps = { value: SlippageBps; onChange: (value: SlippageBps) => void }

/** How far the price may move until inclusion before the vault refuses. A GToken keeps no bound, and is not asked for one. */
export function SlippageField({ value, onChange }: SlippageFieldProps) {
  const name = useId()
  return (
    <fieldset className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
      <legend className="float-start text-muted">{t`Slippage tolerance`}</legend>
      <span className="inline-flex flex-wrap rounded-md border">
        {slippageChoices.map((choice) => (
          <label
            key={choice.toString()}
            className={classes(
              'inline-flex min-h-11 cursor-pointer items-center px-3 text-xs font-medium sm:min-h-8',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-accent',
              'not-first:border-l first:rounded-s-[5px] last:rounded-e-[5px]',
              choice === value ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-sunken hover:text-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={choice === value}
              onChange={() => onChange(choice)}
            />
            {choice === 0n ? t`None` : displayBps(choice)}
          </label>
        ))}
      </span>
    </fieldset>
  )
}
