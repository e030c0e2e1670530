import { releaseCauseIsSettled } from './enums'
import type { ReleaseLog } from './release-history'

type Point = { readonly x: bigint; readonly y: bigint }

/** One release, and whose series it is of. */
export type SeriesReleaseLog = ReleaseLog & { readonly address: string }

/**
 * Notes outstanding of all series, and the stake and ledgers that stand behind them, step by step, from their releases
 * in the order of the chain: each counts from the end of its sale until it is settled. USDT, 6 decimals; `x` is unix
 * seconds, or the block number where the node tells no times. rules.md B6
 */
export function reserveSteps(logs: readonly SeriesReleaseLog[]): {
  readonly isTimed: boolean
  readonly notes: readonly Point[]
  readonly behind: readonly Point[]
} {
  const isTimed = logs.every(({ blockTimestamp }) => blockTimestamp !== undefined)
  const latest = new Map<string, { readonly notes: bigint; readonly behind: bigint }>()
  const notes: Point[] = []
  const behind: Point[] = []
  for (const { address, args, blockNumber, blockTimestamp } of logs) {
    const isSettled = releaseCauseIsSettled(args.cause)
    latest.set(address, {
      notes: isSettled ? 0n : args.outstandingUsdt,
      behind: isSettled ? 0n : args.requiredAfter + args.ledgerUsdt,
    })
    const x = (isTimed ? blockTimestamp : undefined) ?? blockNumber
    const sum = (key: 'notes' | 'behind') => [...latest.values()].reduce((all, one) => all + one[key], 0n)
    for (const [points, key] of [
      [notes, 'notes'],
      [behind, 'behind'],
    ] as const) {
      // Of what happens at one time, only the end is a state.
      if (points.at(-1)?.x === x) points.pop()
      points.push({ x, y: sum(key) })
    }
  }
  return { isTimed, notes, behind }
}
