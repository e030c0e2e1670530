import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import type { Block } from './head'
import { createTicker, type TickerWorld } from './ticker'

const POLL_MS = 4_000

function block(number: number, branch = 'a'): Block {
  return {
    number: BigInt(number),
    timestamp: 0n,
    hash: `0x${branch}${number}`,
    parentHash: `0x${branch}${number - 1}`,
    seenAtMs: 0,
  }
}

function setUp() {
  let head: Block | undefined = block(1)
  let isAwake = true
  let wake: () => void = () => undefined
  const world = {
    pollMs: POLL_MS,
    fetchHead: vi.fn(() => (head ? Promise.resolve(head) : Promise.reject(new Error('no node')))),
    isAwake: () => isAwake,
    onWakeChange(callback: () => void) {
      wake = callback
      return () => (wake = () => undefined)
    },
    onDoubt: vi.fn(),
  } satisfies TickerWorld
  const ticker = createTicker(world)
  return {
    ticker,
    world,
    chain: (next: Block | undefined) => (head = next),
    sleep: () => (isAwake = false),
    wakeUp: () => {
      isAwake = true
      wake()
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('the ticker', () => {
  it('asks at once, then once per interval', async () => {
    const { ticker, world, chain } = setUp()
    const stop = ticker.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(ticker.get()?.number).toBe(1n)
    chain(block(2))
    await vi.advanceTimersByTimeAsync(POLL_MS)
    expect(ticker.get()?.number).toBe(2n)
    expect(world.fetchHead).toHaveBeenCalledTimes(2)
    stop()
    await vi.advanceTimersByTimeAsync(POLL_MS * 5)
    expect(world.fetchHead).toHaveBeenCalledTimes(2)
  })

  it('sleeps while nobody looks and asks at once when somebody does', async () => {
    const { ticker, world, chain, sleep, wakeUp } = setUp()
    ticker.start()
    await vi.advanceTimersByTimeAsync(0)
    sleep()
    await vi.advanceTimersByTimeAsync(POLL_MS * 10)
    expect(world.fetchHead).toHaveBeenCalledTimes(1)
    chain(block(9))
    wakeUp()
    await vi.advanceTimersByTimeAsync(0)
    expect(ticker.get()?.number).toBe(9n)
  })

  it('keeps the head and goes on asking while no node answers', async () => {
    const { ticker, world, chain } = setUp()
    ticker.start()
    await vi.advanceTimersByTimeAsync(0)
    chain(undefined)
    await vi.advanceTimersByTimeAsync(POLL_MS * 3)
    expect(ticker.get()?.number).toBe(1n)
    expect(world.onDoubt).not.toHaveBeenCalled()
    chain(block(2))
    await vi.advanceTimersByTimeAsync(POLL_MS)
    expect(ticker.get()?.number).toBe(2n)
    // The node was away: it may have come back as another chain.
    expect(world.onDoubt).toHaveBeenCalledTimes(1)
  })

  it('tells of a reorg', async () => {
    const { ticker, world, chain } = setUp()
    ticker.start()
    await vi.advanceTimersByTimeAsync(0)
    chain(block(1, 'b'))
    await vi.advanceTimersByTimeAsync(POLL_MS)
    expect(ticker.get()?.hash).toBe('0xb1')
    expect(world.onDoubt).toHaveBeenCalledTimes(1)
  })

  it('tells its listeners only when the head changes', async () => {
    const { ticker, chain } = setUp()
    const listener = vi.fn()
    ticker.subscribe(listener)
    ticker.start()
    await vi.advanceTimersByTimeAsync(POLL_MS * 3)
    expect(listener).toHaveBeenCalledTimes(1)
    chain(block(2))
    ticker.poke()
    await vi.advanceTimersByTimeAsync(0)
    expect(listener).toHaveBeenCalledTimes(2)
  })
})
