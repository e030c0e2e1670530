import type { Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import { nextHead, type Block, type HeadMemory } from './head'

/** A block of a branch: its hash names both. */
function block(number: number, branch = 'a', parentBranch = branch): Block {
  const hash = (height: number, of: string): Hex => `0x${of}${height}`
  return {
    number: BigInt(number),
    timestamp: BigInt(number * 12),
    hash: hash(number, branch),
    parentHash: hash(number - 1, parentBranch),
    seenAtMs: 0,
  }
}

function follow(...polls: Block[]): HeadMemory {
  const memory = polls.reduce<HeadMemory | undefined>(nextHead, undefined)
  if (!memory) throw new Error('no polls')
  return memory
}

describe('nextHead', () => {
  it('follows a growing chain, also over missed blocks', () => {
    expect(follow(block(10), block(11), block(15)).head.number).toBe(15n)
    expect(follow(block(10), block(11), block(15)).hasReorged).toBe(false)
  })

  it('keeps the same object while the head stays, so that nothing is read anew', () => {
    const first = block(10)
    expect(follow(first, { ...block(10), seenAtMs: 99 }).head).toBe(first)
  })

  it('ignores a node that lags for two polls, and believes it at the third', () => {
    expect(follow(block(10), block(11), block(10), block(10)).head.number).toBe(11n)
    const third = follow(block(10), block(11), block(10), block(10), block(10))
    expect(third.head.number).toBe(10n)
    expect(third.hasReorged).toBe(true)
  })

  it('counts lagging polls anew after the head was seen again', () => {
    const polls = [block(11), block(10), block(10), block(11), block(10), block(10)]
    expect(follow(...polls).head.number).toBe(11n)
  })

  it('takes a reorg at once: another hash at the same or a lower height', () => {
    expect(follow(block(10), block(10, 'b')).head.hash).toBe('0xb10')
    const lower = follow(block(9), block(10), block(11), block(10, 'b'))
    expect(lower.head.hash).toBe('0xb10')
    expect(lower.hasReorged).toBe(true)
  })

  it('notices a reorg by the parent of the next block', () => {
    const memory = follow(block(10), block(11, 'b'))
    expect(memory.head.hash).toBe('0xb11')
    expect(memory.hasReorged).toBe(true)
  })
})
