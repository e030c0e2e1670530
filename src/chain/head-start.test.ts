import { afterEach, expect, it, vi } from 'vitest'
import { aggregate3 } from './aggregate3'

const url = 'http://127.0.0.1:1'
const latest = ['latest', false]
const settings = { networks: [{ chainId: 1, rpcUrls: [url, 'http://127.0.0.1:2'] }] }
const call = {
  group: 'bank',
  name: 'list',
  data: '0x12345678',
  isOn: (hash: string) => hash === '#/bank',
  next: (answer: string) => (answer === '0x' ? undefined : ([[answer, '0xabcdef01']] as const)),
} as const
const to = '0x52908400098527886E0F7030069857D2E4169EE7'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const methodOf = (body: string) => (JSON.parse(body) as { method: string }).method

type OnPage = {
  isTooOld?: boolean
  hash?: string
  search?: string
  /** What the node answers, by method. */
  node?: Readonly<Record<string, unknown>>
}

/** The module as a page runs it, on a site whose config.json is this. */
async function onPage(
  config: unknown,
  { isTooOld = false, hash = '#/', search = '', node = {} }: OnPage = {},
) {
  const asked: string[] = []
  vi.stubGlobal('document', { getElementById: () => ({ hasChildNodes: () => isTooOld }) })
  vi.stubGlobal('location', { hash, search })
  vi.stubGlobal('fetch', (where: string, init?: { body?: string }) => {
    asked.push(init?.body === undefined ? where : `${where} ${init.body}`)
    const said = init?.body === undefined ? config : { result: node[methodOf(init.body)] }
    return Promise.resolve(new Response(typeof said === 'string' ? said : JSON.stringify(said)))
  })
  vi.resetModules()
  const module = await import('./head-start')
  module.begin([call])
  const first = module.takeEarlyConfig()
  const answer = await first
  // What follows from it is asked in the same turn.
  await Promise.resolve()
  return { ...module, asked, answer }
}

it('asks the first node for its chain and newest block, and hands each answer over once', async () => {
  const { asked, answer, takeEarlyConfig, takeEarlyAnswer } = await onPage(settings)
  expect(answer).toEqual({ status: 200, body: JSON.stringify(settings) })
  expect(takeEarlyConfig()).toBeUndefined()
  expect(asked).toHaveLength(3)
  expect(takeEarlyAnswer('http://127.0.0.1:2', 'eth_chainId', [])).toBeUndefined()
  expect(takeEarlyAnswer(url, 'eth_getBlockByNumber', ['0x0', false])).toBeUndefined()
  expect(takeEarlyAnswer(url, 'eth_chainId', [])?.question.method).toBe('eth_chainId')
  expect(takeEarlyAnswer(url, 'eth_chainId', [])).toBeUndefined()
  expect(takeEarlyAnswer(url, 'eth_getBlockByNumber', latest)?.question.params).toEqual(latest)
})

it('asks the node of the network that the address names, and nobody where it is not configured', async () => {
  const other = { chainId: 8453, rpcUrls: ['http://127.0.0.1:8'] }
  const networks = [...settings.networks, other]
  const { asked } = await onPage({ networks }, { search: '?chain=8453' })
  expect(asked.slice(1).every((question) => question.startsWith('http://127.0.0.1:8 '))).toBe(true)
  expect(asked).toHaveLength(3)
  expect((await onPage({ networks }, { search: '?chain=5' })).asked).toHaveLength(1)
})

const withContracts = (list: unknown) => ({
  networks: [{ ...settings.networks[0], contracts: { bank: { list } } }],
})

it('asks what the page begins with, and hands it over to who asks the same of the same contract', async () => {
  const { asked, takeEarlyAnswer } = await onPage(withContracts(to), { hash: '#/bank' })
  expect(asked).toHaveLength(4)
  const question = (address: string) => [{ to: address, data: call.data }, 'latest']
  expect(takeEarlyAnswer(url, 'eth_call', question(url))).toBeUndefined()
  expect(takeEarlyAnswer(url, 'eth_call', question(to))?.question.params).toEqual(question(to))
})

it.each([
  ['on another page', withContracts(to), '#/other'],
  ['where config.json names no such contract', settings, '#/bank'],
  ['where it names something else', withContracts('0x52'), '#/bank'],
])('asks for no more %s', async (_, config, hash) => {
  expect((await onPage(config, { hash })).asked).toHaveLength(3)
})

const multicall3 = '0xcA11bde05977b3631167028862bE2a173976CA11'
const withShared = {
  networks: [{ ...settings.networks[0], contracts: { bank: { list: to }, shared: { multicall3 } } }],
}

it('asks for what follows from the answer, at the block that the node has named', async () => {
  const node = { eth_call: to, eth_getBlockByNumber: { number: '0x1f' } }
  const { asked, takeEarlyAnswer } = await onPage(withShared, { hash: '#/bank', node })
  await vi.waitFor(() => expect(asked).toHaveLength(5))
  const params = [{ to: multicall3, data: aggregate3([[to, '0xabcdef01']]) }, '0x1f']
  expect(takeEarlyAnswer(url, 'eth_call', params)?.question.params).toEqual(params)
})

it.each([
  ['the answer tells nothing', withShared, { eth_call: '0x', eth_getBlockByNumber: { number: '0x1f' } }],
  ['the node has no block', withShared, { eth_call: to, eth_getBlockByNumber: null }],
  ['nothing makes many calls at once', withContracts(to), { eth_call: to, eth_getBlockByNumber: {} }],
])('asks for nothing that follows where %s', async (_, config, node) => {
  const { asked } = await onPage(config, { hash: '#/bank', node })
  await new Promise((done) => setTimeout(done))
  expect(asked).toHaveLength(4)
})

it('leaves answers alone that are not fresh', async () => {
  const { takeEarlyAnswer } = await onPage(settings)
  vi.useFakeTimers({ now: Date.now() + 5_001 })
  expect(takeEarlyAnswer(url, 'eth_chainId', [])).toBeUndefined()
})

it('asks nothing in a browser that is too old', async () => {
  const { asked, takeEarlyConfig } = await onPage(settings, { isTooOld: true })
  expect(asked).toEqual([])
  expect(takeEarlyConfig()).toBeUndefined()
})

it.each([
  ['no JSON', '<html>'],
  ['null', null],
  ['no networks', {}],
  ['a network that is none', { networks: [null] }],
  ['no list of nodes', { networks: [{ chainId: 1, rpcUrls: url }] }],
  ['an empty list', { networks: [{ chainId: 1, rpcUrls: [] }] }],
  ['an address that is not safe', { networks: [{ chainId: 1, rpcUrls: ['http://example.org'] }] }],
  ['an address that is none', { networks: [{ chainId: 1, rpcUrls: [7] }] }],
])('asks no node where the settings are %s', async (_, config) => {
  const { asked } = await onPage(config)
  expect(asked).toEqual(['./config.json'])
})
