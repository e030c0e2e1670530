import { displayDateTime } from '../math/time'
import { countdownText } from './countdown'
import { Skeleton } from './Skeleton'
import { Tip } from './Tip'
import { t } from '../words/t'

type WhenProps = {
  /** What happens then ("Matures"). */
  label: string
  /** Unix seconds. */
  at: bigint
  /** The chain's clock; undefined until it is known. */
  now: bigint | undefined
}

/** A date to come in one line: how long until then, with the exact time behind it, local and UTC. */
export function When({ label, at, now }: WhenProps) {
  const [local, utc] = [displayDateTime(at), displayDateTime(at, 'UTC')]
  if (now === undefined) return <Skeleton />
  return (
    <Tip tip={local === utc ? local : t`${local}, which is ${utc}`}>
      {label} {countdownText(at, now)}
    </Tip>
  )
}
