import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findSafe } from './safe-frame'

const safe = 'https://app.safe.global'
const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const hash = `0x${'5afe'.repeat(16)}`
const info = { safeAddress: address.toLowerCase(), chainId: 1 }

type Question = { id: string; method: string; params: unknown }

/** A page around this one: what it was asked, for whose eyes, and what it answers from where. */
function frame(answer: (question: Question) => object | undefined, from = safe) {
  const asked: (Question & { to: string })[] = []
  const listeners = new Set<(event: unknown) => void>()
  const parent = {
    postMessage(question: Question, to: string) {
      asked.push({ ...question, to })
      const data = answer(question)
      const event = { data: { id: question.id, ...data }, source: parent, origin: from }
      if (data) queueMicrotask(() => listeners.forEach((listen) => listen(event)))
    },
  }
  vi.stubGlobal('window', { parent })
  vi.stubGlobal('addEventListener', (_: string, listen: (event: unknown) => void) => listeners.add(listen))
  vi.stubGlobal('removeEventListener', (_: string, listen: (event: unknown) => void) =>
    listeners.delete(listen),
  )
  return { asked, listeners }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function found(origins: readonly string[]) {
  const finding = findSafe(origins)
  await vi.advanceTimersByTimeAsync(10_000)
  return finding
}

const answering = (answers: Record<string, object>) => (question: Question) =>
  answers[question.method] ?? { success: true, data: info }

it('asks only pages that are allowed, and believes no other', async () => {
  const other = frame(() => ({ success: true, data: info }), 'https://safe.example')
  expect(await found([safe])).toBeUndefined()
  expect(other.asked.map(({ method, to }) => [method, to])).toEqual([['getSafeInfo', safe]])
})

it.each([
  undefined,
  { success: false, error: 'no' },
  { success: true, data: null },
  { success: true, data: { ...info, safeAddress: '0x12' } },
  { success: true, data: { ...info, chainId: 'one' } },
])('finds no Safe in %j', async (answer) => {
  frame(() => answer)
  expect(await found([safe])).toBeUndefined()
})

it('is a wallet with the account and the chain of the Safe', async () => {
  frame(answering({}))
  const wallet = await found([safe])
  expect(await wallet?.provider.request({ method: 'eth_requestAccounts' })).toEqual([address])
  expect(await wallet?.provider.request({ method: 'eth_chainId' })).toBe('0x1')
  await expect(wallet?.provider.request({ method: 'personal_sign' })).rejects.toMatchObject({ code: 4200 })
})

it('proposes one call or several, and is named by the hash of the proposal', async () => {
  const { asked, listeners } = frame(
    answering({ sendTransactions: { success: true, data: { safeTxHash: hash } } }),
  )
  const wallet = await found([safe, 'https://safe.example'])
  const call = { to: address, data: '0x01', value: '0x10' }
  const request = (method: string, params: unknown[]) => wallet?.provider.request({ method, params })
  expect(await request('eth_sendTransaction', [{ ...call, from: address, gas: '0x1' }])).toBe(hash)
  expect(await request('wallet_sendCalls', [{ calls: [call, { to: address }] }])).toEqual({ id: hash })
  const [one, both] = asked.filter(({ method }) => method === 'sendTransactions')
  const tx = { to: address, data: '0x01', value: '16' }
  expect(one).toMatchObject({ params: { txs: [tx] }, to: safe })
  expect(both?.params).toEqual({ txs: [tx, { to: address, data: '0x', value: '0' }] })
  expect(asked.filter(({ to }) => to !== safe).map(({ method }) => method)).toEqual(['getSafeInfo'])
  expect(listeners.size).toBe(0)
})

it.each([
  ['Transaction was rejected', { code: 4001 }],
  ['The service is down', { message: 'The service is down' }],
  [undefined, { message: 'Safe did not say why.' }],
])('takes %s for what it is', async (error, expected) => {
  frame(answering({ sendTransactions: { success: false, error } }))
  const wallet = await found([safe])
  const asked = wallet?.provider.request({ method: 'eth_sendTransaction', params: [{ to: address }] })
  await expect(asked).rejects.toMatchObject(expected)
  if (error !== 'Transaction was rejected') await expect(asked).rejects.not.toHaveProperty('code')
})

it('does not take an answer without a hash for a proposal', async () => {
  frame(answering({ sendTransactions: { success: true, data: {} } }))
  const wallet = await found([safe])
  const asked = wallet?.provider.request({ method: 'eth_sendTransaction', params: [{ to: address }] })
  await expect(asked).rejects.toThrow('Safe did not name the transaction.')
})

it.each([
  ['AWAITING_CONFIRMATIONS', null, 100],
  ['SUCCESS', hash, 200],
  ['SUCCESS', null, 100],
  ['FAILED', hash, 500],
  ['CANCELLED', null, 400],
  ['SOMETHING_NEW', hash, 100],
])('tells of a proposal that is %s', async (txStatus, txHash, status) => {
  frame(answering({ getTxBySafeTxHash: { success: true, data: { txStatus, txHash } } }))
  const wallet = await found([safe])
  const answer = wallet?.provider.request({ method: 'wallet_getCallsStatus', params: [hash] })
  await expect(answer).resolves.toMatchObject({ status })
})
