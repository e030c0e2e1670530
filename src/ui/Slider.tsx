import { useId } from 'react'

type SliderProps = {
  label: string
  min: bigint
  max: bigint
  step: bigint
  value: bigint
  onChange: (value: bigint) => void
  format: (value: bigint) => string
}

/** A value to play with; the arrow keys move it by `step`. Its positions are counted in steps, so no float. */
export function Slider({ label, min, max, step, value, onChange, format }: SliderProps) {
  const id = useId()
  const stepsIn = (amount: bigint) => ((amount - min) / step).toString()
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-xs font-medium text-muted">
          {label}
        </label>
        <output htmlFor={id} className="font-medium">
          {format(value)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min="0"
        max={stepsIn(max)}
        step="1"
        value={stepsIn(value)}
        aria-valuetext={format(value)}
        className="h-11 w-full rounded-md sm:h-7"
        onChange={(event) => onChange(min + BigInt(event.target.value) * step)}
      />
    </div>
  )
}
