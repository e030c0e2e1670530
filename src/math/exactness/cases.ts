import { BPS, DAY_SECONDS, HUNDRED_P, MAX_UINT256, ONE_P, WAD } from '../units'

/** What an argument is, for drawing it in everyday sizes. */
export type Kind =
  | 'usdt' | 'bps' | 'price' | 'mstr' | 'unit' | 'count'
  | 'percent' | 'perToken' | 'growth' | 'pnl' | 'seconds' | 'time' | 'epoch'
  | 'token' | 'signedToken' | 'usdPrice' | 'ratio' | 'rate' | 'feeRay' // prettier-ignore

/** The more telling a value, the earlier: formulas of many arguments combine only the first few. */
const EDGES: readonly bigint[] = [
  ...[0n, 1n, MAX_UINT256, BPS, 2n ** 128n, 10n ** 6n, 10n ** 18n, MAX_UINT256 - 1n, 2n, 9_999n, 10_001n],
  ...[2n ** 255n, 2n ** 128n - 1n, 10n ** 8n, MAX_UINT256 / BPS, MAX_UINT256 / BPS + 1n, 3n, 2n ** 16n - 1n],
  ...[2n ** 64n - 1n, 10n ** 12n, 10n ** 27n, 2n ** 255n - 1n, 2n ** 255n + 1n, MAX_UINT256 / 10n ** 18n],
  ...[MAX_UINT256 / 10n ** 18n + 1n, 2n ** 192n, 10n ** 15n + 1n, 7n, 2n ** 256n / 3n, 10n ** 38n],
]
const EDGE_CASES = 2_000
const RAY = 10n ** 27n

/** Seeded numbers, the same on every machine (mulberry32). */
export class Random {
  constructor(private state: number) {}

  /** A whole number in [0, limit), limit at most 2^32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  bits(width: number): bigint {
    let value = 0n
    for (let drawn = 0; drawn < width; drawn += 32) value = (value << 32n) | BigInt(this.below(2 ** 32))
    return BigInt.asUintN(width, value)
  }

  /** Every magnitude up to `bits` bits is as likely as any other. */
  magnitude(bits: number): bigint {
    return this.bits(1 + this.below(bits))
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0]
  }

  /** One less, the same, or one more. */
  near(value: bigint): bigint {
    return value + BigInt(this.below(3) - 1)
  }
}

/** Moves drawn arguments next to a point where the result changes. Beyond uint256 they are clamped. */
export type Aim = (args: readonly bigint[], random: Random) => readonly bigint[]

/** The cases of one formula: all combinations of edges first, then seeded draws, half of them of everyday sizes. */
export function* casesOf(
  kinds: readonly Kind[],
  aim: Aim,
  count: number,
  seed: number,
): Generator<readonly bigint[]> {
  const arity = kinds.length
  const edges = EDGES.slice(0, Math.floor(EDGE_CASES ** (1 / arity) + 1e-9))
  const combinations = Math.min(count, edges.length ** arity)
  for (let index = 0; index < combinations; index++)
    yield kinds.map((_, place) => edges[Math.floor(index / edges.length ** place) % edges.length] ?? 0n)

  const random = new Random(seed)
  for (let drawn = combinations; drawn < count; drawn++) {
    const isEveryday = random.below(2) === 0
    const args = kinds.map((kind) => (isEveryday ? everyday(kind, random) : anySize(kind, random)))
    const aimed = random.below(2) === 0 ? aim(args, random) : args
    yield aimed.map((arg) => (arg < 0n ? 0n : arg > MAX_UINT256 ? MAX_UINT256 : arg))
  }
}

function everyday(kind: Kind, random: Random): bigint {
  switch (kind) {
    case 'usdt':
      return random.below(2) === 0 ? random.magnitude(50) : random.magnitude(24) * 10n ** 6n
    case 'bps':
      return random.pick([BPS, 0n, 1_000n, 9_000n, 12_500n, 65_535n, random.bits(14), BPS + random.bits(12)])
    case 'price':
      return random.pick([1n, random.magnitude(40), random.magnitude(20) * 10n ** 6n])
    case 'mstr':
      return random.below(2) === 0 ? random.magnitude(90) : random.magnitude(24) * 10n ** 18n
    case 'unit':
      return random.pick([10n ** 8n, 10n ** 18n, 10n ** 6n])
    case 'count':
      return random.magnitude(24)
    case 'percent':
      return random.pick([
        HUNDRED_P,
        5n * ONE_P,
        150n * ONE_P,
        110n * ONE_P,
        random.bits(69),
        HUNDRED_P + random.bits(65),
      ])
    case 'perToken':
      return random.pick([WAD, WAD - random.bits(57), WAD + random.bits(57), random.magnitude(64)])
    case 'growth':
      return WAD * WAD + random.pick([0n, random.bits(110), -random.bits(106), random.bits(118)])
    case 'pnl':
      return BigInt.asUintN(256, random.pick([random.bits(59), -random.bits(59), -random.magnitude(90)]))
    case 'seconds':
      return random.pick([
        DAY_SECONDS * (14n + random.bits(8)),
        14n * DAY_SECONDS,
        365n * DAY_SECONDS,
        random.magnitude(26),
      ])
    case 'time':
      return 1_800_000_000n + random.magnitude(28)
    case 'epoch':
      return random.magnitude(12)
    case 'token':
      return random.below(2) === 0 ? random.magnitude(90) : random.magnitude(24) * WAD
    case 'signedToken':
      return BigInt.asUintN(256, random.pick([1n, 1n, -1n]) * everyday('token', random))
    case 'usdPrice':
      return random.pick([
        250n * WAD,
        random.magnitude(70),
        random.magnitude(12) * WAD,
        WAD + random.bits(57),
      ])
    case 'ratio':
      return random.pick([(WAD * 15n) / 10n, (WAD * 11n) / 10n, 5n * WAD, WAD + random.bits(61)])
    case 'rate':
      return RAY + random.pick([0n, random.bits(88), random.bits(80), 1n])
    case 'feeRay':
      // From nothing to about 100% a year, and what no year is long enough for.
      return RAY + random.pick([0n, random.bits(60), random.bits(64), random.bits(80)])
  }
}

function anySize(kind: Kind, random: Random): bigint {
  switch (random.below(4)) {
    case 0:
      return EDGES[random.below(EDGES.length)] ?? 0n
    case 1:
      return random.near(1n << BigInt(random.below(257)))
    case 2:
      return random.magnitude(256)
    default:
      return everyday(kind, random)
  }
}

/** An x for which `x * y / d` is whole or just not, or for which it is just below or above 2^256. */
export function edgeOf(y: bigint, d: bigint, random: Random): bigint {
  if (y <= 0n || d <= 0n) return 0n
  if (random.below(4) === 0) return random.near((MAX_UINT256 * d) / y)
  return random.near((d / greatestCommonDivisor(y, d)) * random.magnitude(random.pick([8, 40, 128])))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
