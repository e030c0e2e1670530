import { displayDateTime } from '../math/time'
import { countdownText } from './countdown'
import { Skeleton } from './Skeleton'
import { t } from '../words/t'

type CountdownProps = {
  /** Unix seconds. */
  to: bigint
  /** The chain's clock; undefined until it is known. */
  now: bigint | undefined
  /** Shown once the time has come. */
  doneText?: string
}

/** Time left on the chain's clock, with the absolute local time and zone. */
export function Countdown({ to, now, doneText = t`Time reached` }: CountdownProps) {
  return (
    <span>
      {now === undefined && <Skeleton />}
      {now !== undefined && <span>{to <= now ? doneText : countdownText(to, now)}</span>}
      <span className="block text-xs font-normal text-muted">{displayDateTime(to)}</span>
    </span>
  )
}
