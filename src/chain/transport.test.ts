import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createClient, RpcRequestError, type Hex } from 'viem'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { reasonOf } from './reason'
import { askChecked } from './ask-checked'
import type { EthBlockNumber, EthCall, EthGetBlockByNumber } from './rpc-methods'
import { ChainUnavailableError, createRpc } from './transport'

type Request = { id: number; method: string; params: unknown[] }
type Behaviour = (request: Request, response: ServerResponse) => void

const servers: Server[] = []
afterEach(async () => {
  await Promise.all(
    servers.splice(0).map(
      (server) =>
        new Promise<void>((resolve) => {
          server.closeAllConnections()
          server.close(() => resolve())
        }),
    ),
  )
})

/** A node over real HTTP. Unless it misbehaves it serves chain 1 and answers everything with `result`. */
async function node(behaviour: Behaviour): Promise<{ url: string; methods: string[] }> {
  const methods: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const question = JSON.parse(text) as Request
      methods.push(question.method)
      behaviour(question, response)
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, methods }
}

const answer =
  (result: unknown, chainId = '0x1'): Behaviour =>
  ({ id, method }, response) =>
    response.end(JSON.stringify({ jsonrpc: '2.0', id, result: method === 'eth_chainId' ? chainId : result }))
const status =
  (code: number, body = ''): Behaviour =>
  (_, response) => {
    response.statusCode = code
    response.end(body)
  }
const text =
  (body: string): Behaviour =>
  (_, response) =>
    response.end(body)
const rpcError =
  (error: object): Behaviour =>
  ({ id, method }, response) =>
    response.end(
      JSON.stringify(
        method === 'eth_chainId' ? { jsonrpc: '2.0', id, result: '0x1' } : { jsonrpc: '2.0', id, error },
      ),
    )
const hang: Behaviour = () => undefined

/** Real limits unless a test is about them: a busy machine must not look like a slow node. */
function connect(urls: string[], limits?: { tryMs: number; totalMs: number }) {
  const rpc = createRpc({ chainId: 1, rpcUrls: urls }, limits)
  const client = createClient({ transport: rpc.transport })
  return {
    health: rpc.health,
    isElsewhere: rpc.isElsewhere,
    head: () => client.request<EthBlockNumber>({ method: 'eth_blockNumber' }),
    latest: () =>
      client.request<EthGetBlockByNumber>({ method: 'eth_getBlockByNumber', params: ['latest', false] }),
    check: (accepts: (returned: Hex) => boolean) =>
      askChecked(client, { method: 'eth_call', params: [{ data: '0x' }, 'latest'] }, accepts),
    logs: () => client.request({ method: 'eth_getLogs', params: [{}] }),
    call: () => client.request<EthCall>({ method: 'eth_call', params: [{ data: '0x' }, 'latest'] }),
  }
}

describe('the transport', { timeout: 30_000 }, () => {
  it('reads from the first node while all is well', async () => {
    const [first, second] = [await node(answer('0x10')), await node(answer('0x20'))]
    const chain = connect([first.url, second.url])
    expect(await chain.head()).toBe('0x10')
    expect(second.methods).toEqual([])
    expect(chain.health.get().status).toBe('ok')
  })

  it('asks each node for its chain once', async () => {
    const only = await node(answer('0x10'))
    const chain = connect([only.url])
    await chain.head()
    await chain.head()
    expect(only.methods.filter((method) => method === 'eth_chainId')).toHaveLength(1)
  })

  it.each<[string, Behaviour, RegExp]>([
    ['limits requests', status(429), /limiting requests/],
    ['limits in the body', rpcError({ code: 429, message: 'Too many requests' }), /Too many requests/],
    ['fails inside', status(502, '<html>'), /HTTP 502/],
    ['refuses access', status(403), /refused access \(HTTP 403\)/],
    ['needs a key', status(401), /HTTP 401/],
    ['is a captive portal', text('<!doctype html>'), /web page/],
    ['cuts its answer off', text('{"jsonrpc":"2.0","id":1,"res'), /broken JSON/],
    ['answers null', answer(null), /no usable answer/],
    ['answers {}', answer({}), /no usable answer/],
    ['answers garbage', answer('0xnope'), /no usable answer/],
    ['answers another question', text('{"jsonrpc":"2.0","id":99999,"result":"0x1"}'), /wrong id/],
    [
      'pays no bill',
      status(402, '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"Pay"}}'),
      /"Pay"/,
    ],
    [
      'breaks with a JSON error',
      status(500, '{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"unexpected EOF"}}'),
      /"unexpected EOF"/,
    ],
    ['is asleep', rpcError({ code: -32000, message: 'App is inactive' }), /"App is inactive"/],
    ['answers an empty number', answer('0x'), /no usable answer/],
    ['serves another chain', answer('0x10', '0x5'), /serves chain 5, not 1/],
    ['hangs', hang, /did not answer within/],
    ['drops the connection', (_, response) => response.destroy(), /cannot be reached/],
  ])('turns to the next node when one %s, and says so', async (_, behaviour, detail) => {
    const [broken, sound] = [await node(behaviour), await node(answer('0x20'))]
    const chain = connect([broken.url, sound.url])
    expect(await chain.head()).toBe('0x20')
    expect(chain.health.get()).toEqual({
      status: 'degraded',
      detail: expect.stringMatching(detail) as string,
    })
    expect(chain.health.get().detail).toContain(`Reading from ${new URL(sound.url).host}.`)
  })

  it.each(['App is inactive', 'context deadline exceeded', 'unexpected EOF', 'invalid argument 0'])(
    'asks another node when a call is refused with "%s", and blames the first once the other knows',
    async (message) => {
      const [broken, sound] = [await node(rpcError({ code: -32000, message })), await node(answer('0xab'))]
      const chain = connect([broken.url, sound.url])
      expect(await chain.call()).toBe('0xab')
      expect(chain.health.get().status).toBe('degraded')
      expect(chain.health.get().detail).toContain(message)
    },
  )

  it('hands on what every node refuses, though it means nothing to the app', async () => {
    const strange = rpcError({ code: -32000, message: 'strange' })
    const chain = connect([(await node(strange)).url, (await node(strange)).url])
    const error = await chain.call().catch((reason: unknown) => reason)
    expect(error).not.toBeInstanceOf(ChainUnavailableError)
    expect(reasonOf(error)).toBe('strange')
    expect(chain.health.get().status).toBe('ok')
  })

  describe('an answer that the asker can’t read', () => {
    const isEven = (returned: Hex) => returned.endsWith('00')
    it('is taken from the second node, and the first is blamed', async () => {
      const chain = connect([(await node(answer('0x01'))).url, (await node(answer('0x0100'))).url])
      expect(await chain.check(isEven)).toBe('0x0100')
      expect(chain.health.get().detail).toContain('gave an answer to eth_call that can’t be read')
    })
    it('is believed once a second node says the same', async () => {
      const urls = [(await node(answer('0x01'))).url, (await node(answer('0x01'))).url]
      const chain = connect(urls)
      expect(await chain.check(isEven)).toBe('0x01')
      expect(chain.health.get().status).toBe('ok')
    })
    it('is handed on when there is no second node', async () => {
      const only = await node(answer('0x01'))
      expect(await connect([only.url]).check(isEven)).toBe('0x01')
    })
  })

  it('cuts a message of a megabyte before it looks at it', async () => {
    const message = 'state '.repeat(170_000)
    const chain = connect([(await node(rpcError({ code: 1, message }))).url])
    const startedMs = performance.now()
    const error = await chain.logs().catch((reason: unknown) => reason)
    expect(performance.now() - startedMs).toBeLessThan(5_000)
    expect(reasonOf(error).length).toBeLessThan(300)
  })

  it('gives up on an answer that never ends', async () => {
    const endless = await node((_, response) => {
      const more = () => {
        if (!response.destroyed) response.write('x'.repeat(1_000_000), more)
      }
      more()
    })
    const chain = connect([endless.url, (await node(answer('0x20'))).url])
    expect(await chain.head()).toBe('0x20')
  })

  describe('a node whose head stands still', () => {
    const blockAt = (number: number, secondsAgo = 0) => ({
      number: `0x${number.toString(16)}`,
      timestamp: `0x${(Math.floor(Date.now() / 1000) - secondsAgo).toString(16)}`,
      hash: `0x${'1'.repeat(64)}`,
      parentHash: `0x${'2'.repeat(64)}`,
    })
    it('gives way to one that is ahead, from the first look on when its block is old', async () => {
      const stuck = await node(answer(blockAt(100, 3_600)))
      const chain = connect([stuck.url, (await node(answer(blockAt(400)))).url])
      expect((await chain.latest()).number).toBe('0x190')
      expect(chain.health.get().detail).toContain('is stuck at block 100, 300 behind')
      const asked = stuck.methods.length
      await chain.latest()
      expect(stuck.methods).toHaveLength(asked)
    })
    it('is not cleared by an answer that was on its way when it was found out', async () => {
      let release: () => void = () => undefined
      const stuck = await node((request, response) => {
        const say = () =>
          answer(request.method === 'eth_call' ? '0x0100' : blockAt(100, 3_600))(request, response)
        if (request.method === 'eth_call') release = say
        else say()
      })
      const chain = connect([stuck.url, (await node(answer(blockAt(400)))).url])
      const early = chain.check(() => true)
      await vi.waitFor(() => expect(stuck.methods).toContain('eth_call'))
      expect((await chain.latest()).number).toBe('0x190')
      release()
      await early
      expect((await chain.latest()).number).toBe('0x190')
      expect(stuck.methods.filter((method) => method === 'eth_getBlockByNumber')).toHaveLength(1)
    })
    it('is the head when no other node is ahead', async () => {
      const urls = [
        (await node(answer(blockAt(100, 3_600)))).url,
        (await node(answer(blockAt(99, 3_700)))).url,
      ]
      const chain = connect(urls)
      expect((await chain.latest()).number).toBe('0x64')
      expect(chain.health.get().status).toBe('ok')
    })
    it.each([
      ['number', '0x'],
      ['timestamp', '0x'],
      ['hash', '0x1234'],
      ['timestamp', null],
    ])('is not believed with %s %s', async (field, value) => {
      const broken = await node(answer({ ...blockAt(100), [field]: value }))
      const chain = connect([broken.url, (await node(answer(blockAt(7)))).url])
      expect((await chain.latest()).number).toBe('0x7')
    })
  })

  it('asks a node again for its chain after it was wrong about it once', async () => {
    let isWrong = true
    const only = await node((request, response) => answer('0x10', isWrong ? '0x5' : '0x1')(request, response))
    const chain = connect([only.url])
    await expect(chain.head()).rejects.toThrow('serves chain 5')
    isWrong = false
    expect(await chain.head()).toBe('0x10')
    expect(chain.isElsewhere()).toBe(false)
  })

  it('asks one node alone', async () => {
    const [first, second] = [await node(answer('0x10')), await node(answer('0x20'))]
    const { nodes } = createRpc({ chainId: 1, rpcUrls: [first.url, second.url] })
    const heads = nodes.map(({ transport }) =>
      createClient({ transport }).request<EthBlockNumber>({ method: 'eth_blockNumber' }),
    )
    expect(await Promise.all(heads)).toEqual(['0x10', '0x20'])
  })

  it('knows when every node serves another chain', async () => {
    const [one, other] = [await node(answer('0x10', '0x5')), await node(answer('0x10', '0x6'))]
    const chain = connect([one.url, other.url])
    await expect(chain.head()).rejects.toThrow(/serves chain 5, not 1; .* serves chain 6, not 1/)
    expect(chain.isElsewhere()).toBe(true)
  })

  it('lets a broken node rest and asks the sound one first', async () => {
    const [broken, sound] = [await node(status(500)), await node(answer('0x20'))]
    const chain = connect([broken.url, sound.url])
    await chain.head()
    const asked = broken.methods.length
    await chain.head()
    expect(broken.methods).toHaveLength(asked)
  })

  it('says within its limit which node failed how when none answers', async () => {
    const urls = [await node(hang), await node(hang), await node(hang)].map(({ url }) => url)
    const chain = connect(urls, { tryMs: 200, totalMs: 450 })
    const startedMs = Date.now()
    const error = await chain.head().catch((reason: unknown) => reason)
    expect(Date.now() - startedMs).toBeLessThan(5_000)
    expect(error).toBeInstanceOf(ChainUnavailableError)
    expect((error as ChainUnavailableError).shortMessage).toMatch(
      /^No node answers: 127\.0\.0\.1:\d+ did not/,
    )
    expect(chain.health.get().status).toBe('offline')
  })

  it('gives a single node a second chance', async () => {
    let isFirst = true
    const only = await node((request, response) => {
      const isFailing = isFirst && request.method !== 'eth_chainId'
      if (isFailing) isFirst = false
      const behave = isFailing ? status(503) : answer('0x10')
      behave(request, response)
    })
    const chain = connect([only.url])
    expect(await chain.head()).toBe('0x10')
    expect(chain.health.get().status).toBe('ok')
  })

  it('hands a revert back at once: no other node is asked', async () => {
    const revert = rpcError({ code: 3, message: 'execution reverted', data: '0x08c379a0' })
    const [first, second] = [await node(revert), await node(answer('0x'))]
    const error = await connect([first.url, second.url])
      .call()
      .catch((reason: unknown) => reason)
    const cause = (error as Error & { walk: (test: (e: unknown) => boolean) => unknown }).walk(
      (e) => e instanceof RpcRequestError,
    )
    expect((cause as RpcRequestError & { data: unknown }).data).toBe('0x08c379a0')
    expect(second.methods).toEqual([])
  })

  it('asks elsewhere for a block that one node lacks, and does not call that node broken', async () => {
    const lagging = await node(rpcError({ code: -32000, message: 'header not found' }))
    const sound = await node(answer('0xabcd'))
    const chain = connect([lagging.url, sound.url])
    expect(await chain.call()).toBe('0xabcd')
    expect(chain.health.get().status).toBe('ok')
  })

  it('recovers when a node does', async () => {
    let isBroken = true
    const only = await node((request, response) =>
      (isBroken ? status(500) : answer('0x10'))(request, response),
    )
    const chain = connect([only.url])
    await expect(chain.head()).rejects.toThrow('HTTP 500')
    isBroken = false
    expect(await chain.head()).toBe('0x10')
    expect(chain.health.get()).toEqual({ status: 'ok', detail: 'All nodes answer.' })
  })
})
