import type { Formula, Reading } from '../math/reading'
import { classes } from './classes'
import { Icon } from './Icon'
import { Skeleton } from './Skeleton'
import { SourceButton } from './SourceButton'
import { Term, type Meaning } from './Term'
import { Tip } from './Tip'
import { t } from '../words/t'

type FigureProps = {
  label: string
  /** What the label means, where only insiders know. */
  term?: Meaning
  /** Undefined while it is being read. */
  reading: Reading<bigint> | undefined
  /** How it is made of what was read, where it is not the answer itself. */
  formula?: Formula
  format: (value: bigint) => string
  /** The exact value, when `format` rounds. */
  full?: (value: bigint) => string
  unit?: string
  hint?: string
  size?: 'regular' | 'large'
}

/** One labelled number that can be asked where it comes from. Unknown is said, never shown as 0. */
export function Figure(props: FigureProps) {
  const { label, term, reading, formula, format, full, unit, hint, size = 'regular' } = props
  return (
    <div role="group" aria-label={label} className="min-w-0">
      <div className="flex min-h-6 items-center gap-0.5 text-xs text-muted">
        {term ? <Term of={term}>{label}</Term> : <span aria-hidden="true">{label}</span>}
        {reading && <SourceButton label={label} source={reading.source} formula={formula} />}
      </div>
      <div className={classes('font-semibold', size === 'large' ? 'text-2xl tracking-tight' : 'text-lg')}>
        <FigureValue reading={reading} format={format} full={full} unit={unit} />
      </div>
      {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
    </div>
  )
}

type FigureValueProps = {
  reading: Reading<bigint> | undefined
  format: (value: bigint) => string
  full: ((value: bigint) => string) | undefined
  unit: string | undefined
}

function FigureValue({ reading, format, full, unit }: FigureValueProps) {
  if (!reading)
    return (
      <>
        <Skeleton className="h-[0.8em] w-24" />
        <span className="sr-only">{t`Loading`}</span>
      </>
    )
  if (!reading.isKnown)
    return (
      <span className="text-sm">
        <span className="inline-flex items-center gap-1 text-warn">
          <Icon name="warn" />
          {t`Unavailable`}
        </span>
        <span className="block text-xs font-normal text-muted">{reading.reason}</span>
      </span>
    )
  const shown = format(reading.value)
  const exact = full?.(reading.value) ?? shown
  return (
    <bdi translate="no">
      {exact === shown ? <span>{shown}</span> : <Tip tip={t`Exactly ${exact}`}>{shown}</Tip>}
      {unit !== undefined && (
        <span className="text-xs font-normal whitespace-nowrap text-muted"> {unit}</span>
      )}
    </bdi>
  )
}
