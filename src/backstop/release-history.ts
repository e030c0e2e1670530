import { entitlementDown } from '../math/backstop-release'

/** What a `BackstopReleased` event tells. USDT, 6 decimals. */
export type ReleaseLog = {
  readonly transactionHash: string
  readonly logIndex: number
  readonly blockNumber: bigint
  /** Unix seconds; older nodes do not tell. */
  readonly blockTimestamp?: bigint | undefined
  readonly args: {
    readonly cause: number
    readonly requiredBefore: bigint
    readonly requiredAfter: bigint
    readonly outstandingUsdt: bigint
    readonly ledgerUsdt: bigint
  }
}

export type Release = {
  readonly key: string
  readonly cause: number
  /** Unix seconds, or the block number where the node tells no times. */
  readonly at: bigint
  readonly requiredBefore: bigint
  readonly requiredAfter: bigint
  readonly releasedUsdt: bigint
  /** The part that became claimable for a staker with `shares`. */
  readonly mineUsdt: bigint
  readonly outstandingUsdt: bigint
  readonly ledgerUsdt: bigint
}

export type ReleaseHistory = { readonly isTimed: boolean; readonly releases: readonly Release[] }

/**
 * Every fall of the required backstop, oldest first, with a staker's part. The parts are differences of what the
 * staker was entitled to before and after, so they add up to the entitlement to the last unit. rules.md B6, B7
 */
export function releaseHistory(
  logs: readonly ReleaseLog[],
  shares: bigint,
  totalShares: bigint,
): ReleaseHistory {
  const isTimed = logs.every(({ blockTimestamp }) => blockTimestamp !== undefined)
  const entitled = (required: bigint) => entitlementDown(shares, totalShares, required)
  return {
    isTimed,
    releases: logs.map(({ args, blockNumber, blockTimestamp, transactionHash, logIndex }) => ({
      key: `${transactionHash}:${logIndex}`,
      cause: args.cause,
      at: (isTimed ? blockTimestamp : undefined) ?? blockNumber,
      requiredBefore: args.requiredBefore,
      requiredAfter: args.requiredAfter,
      releasedUsdt: args.requiredBefore - args.requiredAfter,
      mineUsdt: entitled(args.requiredAfter) - entitled(args.requiredBefore),
      outstandingUsdt: args.outstandingUsdt,
      ledgerUsdt: args.ledgerUsdt,
    })),
  }
}

type Point = { readonly x: bigint; readonly y: bigint }

/** R over time as steps: from `start` on what was required first, at `end` what is required now. */
export function requiredSteps(
  { releases }: ReleaseHistory,
  start: Point | undefined,
  end: Point | undefined,
): readonly Point[] {
  const first = releases[0]
  const points = [
    ...(start && (!first || start.x < first.at) ? [{ x: start.x, y: first?.requiredBefore ?? start.y }] : []),
    ...releases.map(({ at, requiredAfter }) => ({ x: at, y: requiredAfter })),
  ]
  const last = points.at(-1)
  return end && (!last || end.x > last.x) ? [...points, end] : points
}
