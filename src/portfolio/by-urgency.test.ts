import { describe, expect, it } from 'vitest'

import type { Todo } from '../system/overview'
import { byUrgency } from './by-urgency'

const todo = (key: string, rest: Partial<Todo> = {}): Todo => ({
  key,
  what: key,
  why: '',
  href: '/',
  action: key,
  ...rest,
})
const order = (...todos: readonly Todo[]) => byUrgency(todos).map(({ key }) => key)

describe('what can be done now', () => {
  it('begins with danger, whatever lapses before it or is worth more', () => {
    expect(
      order(
        todo('void', { voidAt: 1n, usdWad: 9n }),
        todo('near', { isDanger: true }),
        todo('next price', { isDanger: true, voidAt: 20n }),
        todo('now', { isDanger: true, voidAt: 10n }),
      ),
    ).toEqual(['now', 'next price', 'near', 'void'])
  })
  it('puts the greater amount first where nothing lapses, and what has no price last', () => {
    expect(
      order(
        todo('settle'),
        todo('nothing', { usdWad: 0n }),
        todo('claim', { usdWad: 2n }),
        todo('withdraw', { usdWad: 3n }),
      ),
    ).toEqual(['withdraw', 'claim', 'nothing', 'settle'])
  })
  it('takes the amount only between what lapses at the same time', () => {
    expect(
      order(
        todo('late', { voidAt: 6n, usdWad: 9n }),
        todo('small', { voidAt: 5n, usdWad: 1n }),
        todo('great', { voidAt: 5n, usdWad: 2n }),
      ),
    ).toEqual(['great', 'small', 'late'])
  })
  it('begins with what becomes void, the soonest first', () => {
    expect(
      order(
        todo('withdraw'),
        todo('stake', { isOffer: true }),
        todo('redeem', { voidAt: 20n }),
        todo('claim', { voidAt: 10n }),
      ),
    ).toEqual(['claim', 'redeem', 'withdraw', 'stake'])
  })
  it('ends with invitations, whichever system they are of', () => {
    expect(order(todo('stake', { isOffer: true }), todo('withdraw'), todo('unlock'))).toEqual([
      'withdraw',
      'unlock',
      'stake',
    ])
  })
  it('keeps the order of what is as urgent', () => {
    expect(order(todo('b', { voidAt: 5n }), todo('a', { voidAt: 5n }), todo('d'), todo('c'))).toEqual([
      'b',
      'a',
      'd',
      'c',
    ])
  })
})
