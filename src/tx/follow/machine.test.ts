import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { beginning, isInFlight, isSettled, missesUntilDropped, next } from './machine'
import type { Event, Progress } from './machine'
import { hash } from '../testing/sample-plan'

const block = { blockNumber: 7n, blockHash: hash('b'), witnesses: ['a', 'b'] }
const receipt = (isSuccess: boolean): Event => ({
  type: 'receipt',
  hash: hash('a'),
  ...block,
  isSuccess,
  hasEffect: isSuccess,
})
const run = (...events: readonly Event[]): Progress => events.reduce(next, beginning)
const asked: Event = { type: 'asked', nonce: 3 }
const submitted: Event = { type: 'submitted', hash: hash('a') }
const superseded = (isCancel: boolean): Event => ({ type: 'superseded', isCancel, hash: hash('c'), ...block })

describe('one transaction', () => {
  it('goes from preparing to final', () => {
    expect(
      [
        [asked],
        [asked, submitted],
        [asked, submitted, receipt(true)],
        [asked, submitted, receipt(true), { type: 'finalized' } as const],
      ].map((events) => run(...events).status),
    ).toEqual(['waiting', 'sent', 'included', 'final'])
  })
  it('leaves nothing behind when refused', () =>
    expect(run(asked, { type: 'refused', note: 'no' })).toMatchObject({
      status: 'preparing',
      isFinal: false,
    }))
  it('counts an answer that comes late', () =>
    expect(run(asked, { type: 'unanswered', note: '' }, submitted).status).toBe('sent'))
  it('is dropped only after several blocks without it, and comes back', () => {
    const notFound = Array.from({ length: missesUntilDropped }, (_, index): Event => ({
      type: 'notFound',
      atBlock: BigInt(index),
    }))
    const seen: Event = { type: 'seen', nonce: 3 }
    expect(run(asked, submitted, seen, ...notFound.slice(1)).status).toBe('sent')
    expect(run(asked, submitted, seen, ...notFound).status).toBe('dropped')
    expect(run(asked, submitted, seen, ...notFound, { type: 'seen', nonce: 3 })).toMatchObject({
      status: 'sent',
      misses: 0,
    })
    expect(run(asked, submitted, seen, ...notFound, receipt(true)).status).toBe('included')
  })
  it('counts a block without it once, however many tabs look', () => {
    const notFound = Array.from({ length: 9 }, (): Event => ({ type: 'notFound', atBlock: 5n }))
    expect(run(asked, submitted, ...notFound)).toMatchObject({ status: 'sent', misses: 1 })
  })
  it('is proposed only after the wallet took it', () => {
    const proposed: Event = { type: 'proposed' }
    expect(run(asked, proposed).status).toBe('waiting')
    expect(run(asked, { type: 'unanswered', note: '' }, proposed).status).toBe('unknown')
    expect(run(asked, submitted, proposed).status).toBe('proposed')
  })
  it.each([
    ['included', receipt(true)],
    ['reverted', receipt(false)],
    ['cancelled', superseded(true)],
    ['replaced', superseded(false)],
  ])('takes %s back when the chain reorganises, until it is deep', (status, event) => {
    expect(run(asked, submitted, event).status).toBe(status)
    expect(run(asked, submitted, event, { type: 'reorged' })).toMatchObject({
      status: 'sent',
      hash: hash('a'),
      blockNumber: undefined,
    })
    const finalized = run(asked, submitted, event, { type: 'finalized' })
    expect(isSettled(finalized)).toBe(true)
    expect(next(finalized, { type: 'reorged' })).toBe(finalized)
  })
  it('follows the hash of the repriced one', () =>
    expect(run(asked, submitted, { type: 'repriced', hash: hash('d') })).toMatchObject({
      status: 'sent',
      hash: hash('d'),
    }))
})

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    asked,
    submitted,
    { type: 'refused', note: 'n' },
    { type: 'unanswered', note: 'n' },
    { type: 'batched' },
    { type: 'proposed' },
    { type: 'abandoned', note: 'n' },
    { type: 'reorged' },
    { type: 'finalized' },
    { type: 'disputed', doubt: 'd' },
    { type: 'unconfirmed', doubt: 'd' },
    { type: 'undoubted' },
    { type: 'repriced', hash: hash('d') },
    receipt(true),
    receipt(false),
    superseded(true),
    superseded(false),
  ),
  fc.nat(9).map((nonce): Event => ({ type: 'seen', nonce })),
  fc.nat(9).map((block): Event => ({ type: 'notFound', atBlock: BigInt(block) })),
  fc.integer({ min: 1, max: 5 }).map((missing): Event => ({ type: 'nonceGap', missing })),
)

describe('a doubt (trust.md D38)', () => {
  const disputed: Event = { type: 'disputed', doubt: 'a says so, b says otherwise' }
  const unconfirmed: Event = { type: 'unconfirmed', doubt: 'b is waited for' }
  it.each([
    ['done', receipt(true)],
    ['failed', receipt(false)],
    ['replaced', superseded(false)],
  ])('is not %s while sources contradict each other, and is decided when they agree', (_name, event) => {
    const now = run(asked, submitted, event, disputed)
    expect(now).toMatchObject({ status: 'sent', hash: hash('a'), doubt: 'a says so, b says otherwise' })
    expect(now.witnesses).toBeUndefined()
    const after = [{ type: 'undoubted' } as const, event].reduce(next, now)
    expect(after).toEqual(expect.objectContaining({ ...run(asked, submitted, event), doubt: undefined }))
  })
  it('leaves what is decided while a second source is waited for, and is said before', () => {
    expect(run(asked, submitted, unconfirmed)).toMatchObject({ status: 'sent', doubt: 'b is waited for' })
    expect(run(asked, submitted, receipt(true), unconfirmed)).toMatchObject({ status: 'included' })
    expect(run(asked, submitted, receipt(true), unconfirmed).doubt).toBeUndefined()
  })
})

describe('any order of events', () => {
  it('never leaves an end, forgets a hash in flight, or says done without a block', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 200 }), (events) => {
        let now = beginning
        for (const event of events) {
          const after = next(now, event)
          if (isSettled(now)) expect(after).toBe(now)
          if (isInFlight(now) && now.hash !== undefined && after.status !== 'preparing')
            expect(after.hash).toBeDefined()
          if (now.hash !== undefined && isInFlight(now) && now.status !== 'unknown')
            expect(after.status).not.toBe('preparing')
          if (['included', 'final', 'reverted'].includes(after.status)) expect(after.blockHash).toBeDefined()
          now = after
        }
      }),
      { numRuns: 500 },
    )
  })
})
