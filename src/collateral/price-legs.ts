import type { Address } from 'viem'

import { dexTwapSourceAbi } from '../../abis/DexTwapSource'
import { osmAbi } from '../../abis/Osm'
import { subnetSourceAbi } from '../../abis/SubnetSource'
import { read, type Readings } from '../chain/read'
import { knownValue } from '../math/reading'
import { t } from '../words/t'

/** Where the two legs of a subnet token's price come from, as far as it is known. */
export type KnownLegs = {
  readonly source: Address | undefined
  readonly pool: Address | undefined
  readonly tao: Address | undefined
  readonly taoSource: Address | undefined
}

export const noLegs: KnownLegs = { source: undefined, pool: undefined, tao: undefined, taoSource: undefined }

/** Both legs of a price, asked from its module on; a price of one source answers none of it. rules.md C8 */
export function legReads(module: Address, { source, pool, tao, taoSource }: KnownLegs) {
  const onSource = (address: Address) =>
    ({ address, label: t`Source of a price`, abi: subnetSourceAbi }) as const
  const onPool = pool && ({ address: pool, label: t`Average of a pool`, abi: dexTwapSourceAbi } as const)
  const srcOf = (address: Address) =>
    read({ address, label: t`Delayed price`, abi: osmAbi, functionName: 'src', args: [], rule: 'C8' })
  return {
    source: srcOf(module),
    pool: source && read({ ...onSource(source), functionName: 'pool', args: [], rule: 'C8' }),
    tao: source && read({ ...onSource(source), functionName: 'tao', args: [], rule: 'C8' }),
    taoSource: tao && srcOf(tao),
    observedAt: onPool && read({ ...onPool, functionName: 'newer', args: [], rule: 'C8' }),
    windowSeconds: onPool && read({ ...onPool, functionName: 'windowSeconds', args: [], rule: 'C8' }),
    inTao: onPool && read({ ...onPool, functionName: 'latest', args: [], rule: 'C8' }),
    // Every source of a price answers `latest` alike.
    taoPrice: taoSource && read({ ...onSource(taoSource), functionName: 'latest', args: [], rule: 'C8' }),
  }
}

export type LegsData = Readings<ReturnType<typeof legReads>>

/** What an answer tells of where to ask next. */
export function learnLegs(data: LegsData | undefined, known: KnownLegs): KnownLegs {
  return {
    source: knownValue(data?.source) ?? known.source,
    pool: knownValue(data?.pool || undefined) ?? known.pool,
    tao: knownValue(data?.tao || undefined) ?? known.tao,
    taoSource: knownValue(data?.taoSource || undefined) ?? known.taoSource,
  }
}

/** A subnet token's price as its source makes it now; both legs WAD, with the time that each is from. */
export type Legs = {
  readonly inTao: bigint
  readonly poolAt: bigint
  readonly tao: bigint
  readonly taoAt: bigint
}

/** Undefined for a price of one source, and where a leg has no answer. rules.md C8 */
export function legsOf(data: LegsData | undefined): Legs | undefined {
  const inTao = knownValue(data?.inTao || undefined)
  const tao = knownValue(data?.taoPrice || undefined)
  if (!inTao || !tao) return undefined
  return { inTao: inTao[0], poolAt: inTao[1], tao: tao[0], taoAt: tao[1] }
}

/** Where a pool's average is kept, and from when on a new one may be noted; undefined for a price of one source. */
export function poolOf(
  data: LegsData | undefined,
): { readonly source: Address; readonly average: Address; readonly nextAt: bigint | undefined } | undefined {
  const source = knownValue(data?.source)
  const average = knownValue(data?.pool || undefined)
  if (source === undefined || average === undefined) return undefined
  const observed = knownValue(data?.observedAt || undefined)
  const window = knownValue(data?.windowSeconds || undefined)
  return { source, average, nextAt: observed && window !== undefined ? observed[1] + window : undefined }
}
