import { createClient, custom, encodeFunctionData, encodeFunctionResult, getAddress, type Hex } from 'viem'
import { expect, it } from 'vitest'

import { backstopRegistryViews } from '../../abis/views/BackstopRegistry'
import { aggregate3 } from '../chain/aggregate3'
import type { Network } from '../chain/config'
import { fetchSnapshot } from '../chain/read'
import { backstopNeeds } from './contracts'
import { firstCall } from './first-call'
import { backstopLive } from './live'
import { SERIES_AT_ONCE, type SeriesAddresses } from './snapshot'
import { backstop } from './system'

const address = (n: number) => getAddress(`0x${n.toString(16).padStart(40, 'a')}`)
const network: Network = {
  chainId: 1,
  name: 'Test',
  isDevnet: false,
  rpcUrls: ['http://127.0.0.1:1'],
  deploymentBlock: 0n,
  finalityBlocks: 3,
  blockSeconds: 2,
  contracts: {
    shared: { multicall3: address(1), usdt: address(2) },
    backstop: { registry: address(3), btc: address(4), mstr: address(5) },
  },
}

const seriesList = (count: number): SeriesAddresses[] =>
  Array.from({ length: count }, (_, index) => {
    const [series, pool, ledger, note, warrant] = [0, 1, 2, 3, 4].map((at) => address(100 + 5 * index + at))
    return { series, pool, ledger, note, warrant } as SeriesAddresses
  })

const answerOf = (list: SeriesAddresses[]) =>
  encodeFunctionResult({ abi: backstopRegistryViews, functionName: 'allSeries', result: list })

/** What the app asks for once it knows these series, nobody connected. */
async function askedByApp(list: SeriesAddresses[]): Promise<unknown> {
  let asked: unknown
  const request = ({ params }: { params: [{ data: Hex }, Hex] }) => {
    asked = params
    return Promise.reject(new Error('Nobody answers.'))
  }
  const client = createClient({ transport: custom({ request }, { retryCount: 0 }) })
  const source = backstopLive(network, undefined)
  const tree = source.reads(source.lasting({ ...source.initial, list }))
  await fetchSnapshot(client, network, tree, { number: 9n, timestamp: 9n }).catch(() => undefined)
  return asked
}

it('asks the registry for all series', () => {
  expect(firstCall.data).toBe(encodeFunctionData({ abi: backstopRegistryViews, functionName: 'allSeries' }))
  expect(firstCall.group).toBe(backstopNeeds.group)
  expect(backstopNeeds.required).toContain(firstCall.name)
})

it.each([0, 1, 10, SERIES_AT_ONCE])(
  'asks for the figures of %i series in the app’s very words',
  async (count) => {
    const list = seriesList(count)
    const calls = firstCall.next(answerOf(list), network.contracts)
    expect(calls?.length).toBe(6 + 3 * count)
    const to = network.contracts.shared?.multicall3
    expect([{ to, data: aggregate3(calls ?? []) }, '0x9']).toEqual(await askedByApp(list))
  },
)

it('leaves more series to the app, and contracts that are not configured', () => {
  expect(firstCall.next(answerOf(seriesList(SERIES_AT_ONCE + 1)), network.contracts)).toBeUndefined()
  expect(firstCall.next(answerOf(seriesList(1)), { shared: {} })).toBeUndefined()
})

it('is asked where a page reads ahead and nowhere else', () => {
  const [ahead, other] = [true, false].map((is) =>
    backstop.pages.filter(({ readAhead }) => (readAhead !== undefined) === is).map(({ path }) => `#${path}`),
  )
  expect(ahead?.filter(firstCall.isOn)).toEqual(ahead)
  expect(firstCall.isOn('#/stake?series=3')).toBe(true)
  expect(['', '#/', '#/stakes', '#/stake/x', ...(other ?? [])].filter(firstCall.isOn)).toEqual([])
})
