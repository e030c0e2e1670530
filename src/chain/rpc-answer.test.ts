import { describe, expect, it } from 'vitest'

import { judge } from './rpc-answer'

const ask = { id: 7, method: 'eth_call', params: [] as readonly unknown[] }
const body = (fields: object) => JSON.stringify({ jsonrpc: '2.0', id: 7, ...fields })
const failure = (code: number, message: string, data?: unknown) => body({ error: { code, message, data } })

describe('judge', () => {
  it('believes an answer of the right shape', () => {
    expect(judge(ask, 200, body({ result: '0x00ff' }))).toEqual({ kind: 'result', result: '0x00ff' })
  })

  it.each<[string, number, string]>([
    ['null', 200, body({ result: null })],
    ['an empty object', 200, body({ result: {} })],
    ['garbage hex', 200, body({ result: '0xzz' })],
    ['odd hex', 200, body({ result: '0x123' })],
    ['no result', 200, body({})],
    ['another id', 200, JSON.stringify({ jsonrpc: '2.0', id: 8, result: '0x' })],
    ['truncated JSON', 200, '{"jsonrpc":"2.0","id":7,"resu'],
    ['a captive portal', 200, '<!doctype html><title>Log in</title>'],
    ['an empty answer', 200, ''],
    ['a batch', 200, '[]'],
    ['HTTP 401', 401, body({ result: '0x' })],
    ['HTTP 403', 403, ''],
    ['HTTP 429', 429, ''],
    ['HTTP 502', 502, '<html>Bad gateway'],
    ['a rate limit in the body', 200, failure(429, 'Too many requests')],
    [
      'a vendor limit in the body',
      200,
      failure(-32005, 'daily request count exceeded, request rate limited'),
    ],
    ['an internal error', 200, failure(-32603, 'Internal error')],
    ['a wordless error', 200, body({ error: 'oops' })],
  ])('takes %s for a fault of the node', (_, status, text) => {
    expect(judge(ask, status, text).kind).toBe('fault')
  })

  it.each<[string, number, string]>([
    ['a revert with data', 200, failure(3, 'execution reverted: no', '0x08c379a0')],
    ['a revert by its words', 200, failure(-32000, 'execution reverted')],
    ['a revert with HTTP 500', 500, failure(-32603, 'VM Exception: revert', '0x')],
    ['an invalid opcode', 200, failure(-32603, 'EVM error InvalidFEOpcode')],
    ['too little ether', 200, failure(-32000, 'insufficient funds for gas * price + value')],
  ])('takes %s for the chain’s own answer', (_, status, text) => {
    expect(judge(ask, status, text).kind).toBe('refusal')
  })

  it.each([
    'App is inactive',
    'context deadline exceeded',
    'unexpected EOF',
    'out of gas',
    'invalid argument 0',
  ])('takes "%s" for something that another node has to judge', (message) =>
    expect(judge(ask, 200, failure(-32000, message)).kind).toBe('unclear'),
  )

  it('takes an error for a fault where nothing was run that could refuse', () => {
    const head = { ...ask, method: 'eth_blockNumber' }
    expect(judge(head, 200, failure(3, 'execution reverted')).kind).toBe('fault')
  })

  it.each<[string, unknown]>([
    ['no block', []],
    ['no call', [{ calls: [] }]],
    ['a call without a status', [{ calls: [{ returnData: '0x', gasUsed: '0x1', logs: [] }] }]],
    ['half a word', [{ calls: [{ status: '0x1', returnData: '0x1', gasUsed: '0x1', logs: [] }] }]],
    ['null', [null]],
  ])('does not take %s for a simulation of one call', (_, result) => {
    const wish = { id: 7, method: 'eth_simulateV1', params: [{ blockStateCalls: [{ calls: [{}] }] }] }
    expect(judge(wish, 200, body({ result })).kind).toBe('fault')
    const whole = [{ calls: [{ status: '0x1', returnData: '0x', gasUsed: '0x1', logs: [] }] }]
    expect(judge(wish, 200, body({ result: whole })).kind).toBe('result')
  })

  it.each([
    ['header not found', -32000],
    ['unknown block', -32001],
    ['missing trie node abc', -32000],
    ['the method eth_simulateV1 does not exist', -32601],
  ])('takes "%s" for something another node may know', (message, code) => {
    expect(judge(ask, 200, failure(code, message)).kind).toBe('unknown-here')
  })

  it('takes a log range refusal for an answer only where logs were asked for', () => {
    const text = failure(-32005, 'query returned more than 10000 results')
    expect(judge({ ...ask, method: 'eth_getLogs' }, 200, text).kind).toBe('refusal')
    expect(judge(ask, 200, text).kind).toBe('fault')
  })

  it('allows null only where a thing may be unknown', () => {
    const nothing = body({ result: null })
    const kind = (method: string, params: readonly unknown[] = []) =>
      judge({ id: 7, method, params }, 200, nothing).kind
    expect(kind('eth_getTransactionReceipt')).toBe('result')
    expect(kind('eth_getTransactionByHash')).toBe('result')
    expect(kind('eth_getBlockByNumber', ['0x10'])).toBe('result')
    expect(kind('eth_getBlockByNumber', ['latest'])).toBe('fault')
    for (const method of ['eth_blockNumber', 'eth_chainId', 'eth_getBalance', 'eth_getLogs', 'eth_getCode'])
      expect(kind(method)).toBe('fault')
  })

  it('keeps a node’s text on one short line without marks that reorder it', () => {
    const verdict = judge(ask, 200, failure(-32603, `internal \u202egnp.exe\n${'x'.repeat(500)}`))
    expect(verdict.kind === 'fault' && verdict.detail).toMatch(/^answered "internal gnp\.exe x+…"$/)
  })
})
