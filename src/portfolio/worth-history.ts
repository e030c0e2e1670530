import { isUnknownBlock } from '../chain/rpc-answer'
import { displayDateTime } from '../math/time'
import { isReading, type AccountAnswers } from './account-answers'
import { netWorthOfAll } from './net-worth'
import { listText } from '../system/worth-text'
import { t } from '../words/t'

/** What everything was worth in a block; or why that can't be told. */
export type WorthPoint = {
  readonly blockNumber: bigint
  /** Unix seconds; absent where the node does not have the block. */
  readonly time?: bigint
  /** USD cents: only where everything could be read. */
  readonly cents?: bigint
  readonly reason?: string
}

/** What was told of one moment: a worth where it is whole, else the reason why it is none; undefined while it is read. */
export function worthIn(told: readonly AccountAnswers[]): Pick<WorthPoint, 'cents' | 'reason'> | undefined {
  if (isReading(told)) return undefined
  const worth = netWorthOfAll(told)
  if (worth?.isComplete === true) return { cents: worth.cents }
  const [reason = t`Not everything could be read.`] = told.flatMap(({ answers }) =>
    answers.flatMap(({ view }) => (view.status === 'error' ? [view.reason] : [])),
  )
  return { reason }
}

/** What of the past is missing, and why, in sentences; undefined where nothing is. */
export function gapsText(points: readonly WorthPoint[]): string | undefined {
  const gaps = points.filter(({ cents }) => cents === undefined)
  if (gaps.length === 0) return undefined
  const isForgotten = gaps.some(({ reason = '' }) => isUnknownBlock(reason))
  const why = isForgotten
    ? t`This node does not keep states that old; an archive node does.`
    : t`Not everything could be read then: a contract may not have been there yet.`
  if (gaps.length === points.length) return t`Nothing can be told of the past. ${why}`
  const times = gaps.map(({ time, blockNumber }) =>
    time === undefined ? t`in block ${blockNumber}` : displayDateTime(time),
  )
  return t`Not known ${listText(times)}. ${why}`
}
