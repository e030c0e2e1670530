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
