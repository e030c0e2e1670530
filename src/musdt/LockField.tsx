import { useId } from 'react'

import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { readLock } from './lock-text'
import type { LockEntry } from './lock-text'
import type { VaultState } from './snapshot'
import { DAY_SECONDS } from '../math/units'
import { plural, t } from '../words/t'

type LockFieldProps = { state: VaultState; lock: LockEntry; onChange: (lock: LockEntry) => void }

/** How long to lock, in days: a slider for the hand, a text field for the exact number. */
export function LockField({ state, lock, onChange }: LockFieldProps) {
  const id = useId()
  const { minLockSeconds, maxLockSeconds } = state
  const [least, most] = [minLockSeconds / DAY_SECONDS, maxLockSeconds / DAY_SECONDS]
  const write = (text: string) => onChange(readLock(text, minLockSeconds, maxLockSeconds))
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {t`Lock`}
      </label>
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="range"
          aria-label={t`Lock`}
          aria-valuetext={
            lock.lockSeconds === 0n
              ? t`No lock`
              : plural(lock.lockSeconds / DAY_SECONDS, '{n} day', '{n} days')
          }
          min={least.toString()}
          max={most.toString()}
          step="1"
          value={(lock.lockSeconds === 0n ? least : lock.lockSeconds / DAY_SECONDS).toString()}
          className="min-h-11 min-w-24 flex-1"
          onChange={(event) => write(event.target.value)}
        />
        <div
          className={classes(
            'flex w-28 items-center rounded-md border bg-surface focus-within:outline-2 focus-within:outline-offset-1',
            lock.problem === undefined
              ? 'border-line-strong focus-within:outline-accent'
              : 'border-danger focus-within:outline-danger',
          )}
        >
          <input
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={t`None`}
            value={lock.text}
            aria-invalid={lock.problem !== undefined}
            aria-describedby={`${id}-note`}
            className="min-h-11 w-full min-w-0 bg-transparent px-3 text-end font-semibold outline-none placeholder:font-normal placeholder:text-muted"
            onChange={(event) => write(event.target.value)}
          />
          <span className="pe-3 text-sm text-muted">{t`days`}</span>
        </div>
      </div>
      <p id={`${id}-note`} aria-live="polite" className="min-h-4 text-xs">
        {lock.problem === undefined ? (
          <span className="text-muted">
            <span>{t`${least} to ${plural(most, '{n} day', '{n} days')}, or none`}</span>
          </span>
        ) : (
          <span className="inline-flex gap-1 text-danger">
            <Icon name="warn" className="size-3.5 translate-y-px" />
            <span>{lock.problem}</span>
          </span>
        )}
      </p>
    </div>
  )
}
