import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'

import type { Reading } from '../math/reading'
import type { Network } from './config'
import { snapshotsOnScreen, type OnScreen } from './on-screen'
import { toldBy } from './told'

const network = { chainId: 7 } as Network

function reading(functionName: string, blockNumber: bigint, arg = 1n): Reading<bigint> {
  const source = {
    ...{ contract: '0xaa', label: 'Pool', abi: [], functionName, args: [arg], blockNumber },
    raw: '0x01',
  }
  return { isKnown: true, value: 1n, source }
}

const shown = (blockNumber: bigint, data: unknown): OnScreen => ({
  snapshot: { chainId: 7, blockNumber, timestamp: 5n, data },
  hash: `0x${blockNumber}`,
})

describe('what a page was drawn from', () => {
  it('is every answer of its snapshots, once, the newest first, with its block', () => {
    const shares = reading('shares', 9n)
    const told = toldBy([
      shown(8n, { old: reading('fixed', 8n) }),
      shown(9n, {
        shares,
        list: [reading('at', 9n, 1n), reading('at', 9n, 2n)],
        label: 'x',
        none: undefined,
      }),
      shown(9n, { again: reading('shares', 9n) }),
    ])
    expect(
      told.map(({ reading: { source }, block }) => [source.functionName, source.args[0], block.hash]),
    ).toEqual([
      ['shares', 1n, '0x9'],
      ['at', 1n, '0x9'],
      ['at', 2n, '0x9'],
      ['fixed', 1n, '0x8'],
    ])
  })
})

describe('the snapshots on screen', () => {
  const client = () => new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } })
  const watch = (queryClient: QueryClient, queryKey: readonly unknown[], enabled = true) =>
    new QueryObserver(queryClient, {
      ...{ queryKey, enabled, queryFn: () => new Promise<never>(() => undefined) },
    }).subscribe(() => undefined)

  it('are those that something looks at, of this network', () => {
    const queryClient = client()
    const [page, gone, elsewhere] = [shown(1n, {}), shown(2n, {}), shown(3n, {})]
    queryClient.setQueryData(['snapshot', 7, 'page', 'a'], page)
    queryClient.setQueryData(['snapshot', 7, 'gone', 'a'], gone)
    queryClient.setQueryData(['snapshot', 8, 'page', 'a'], elsewhere)
    watch(queryClient, ['snapshot', 7, 'page', 'a'])
    watch(queryClient, ['snapshot', 7, 'gone', 'a'], false)
    watch(queryClient, ['snapshot', 8, 'page', 'a'])
    expect(snapshotsOnScreen({ network, queryClient })).toEqual([page])
    queryClient.clear()
  })

  it('are the last ones of the same name while more is being asked', () => {
    const queryClient = client()
    const [before, last] = [shown(1n, {}), shown(2n, {})]
    queryClient.setQueryData(['snapshot', 7, 'page', 'b'], last, { updatedAt: 20 })
    queryClient.setQueryData(['snapshot', 7, 'page', 'a'], before, { updatedAt: 10 })
    watch(queryClient, ['snapshot', 7, 'page', 'c'])
    watch(queryClient, ['snapshot', 7, 'other', 'c'])
    expect(snapshotsOnScreen({ network, queryClient })).toEqual([last])
    queryClient.clear()
  })
})
