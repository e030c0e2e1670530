import { expect, it } from 'vitest'

import type { Entry } from '../follow/entry'
import { beginning } from '../follow/machine'
import { me, pool } from '../testing/sample-plan'
import { newsIn, reactionTo } from './news'

const entry = (of: Partial<Entry>): Entry => ({
  ...beginning,
  ...{ id: 'a', runId: 'run', actIndex: 0, stepKind: 'act', planKind: 'test.stake', planTitle: 'Stake' },
  ...{ stepTitle: 'Stake', chainId: 31337, account: me, to: pool, data: '0x', value: 0n, askedAtMs: 0 },
  ...{ askedBlock: 0n, isContractAccount: false, effects: [] },
  ...of,
})

it('has news of the latest transaction only where its status or its note is another', () => {
  const [first, sent] = [entry({ id: 'first', status: 'included' }), entry({ status: 'sent' })]
  expect(newsIn([first, sent], [first])).toBe(sent)
  expect(newsIn([first, sent], [first, sent])).toBeUndefined()
  expect(newsIn([first, { ...sent, note: 'late' }], [first, sent])?.note).toBe('late')
  // A refused request has left the list.
  expect(newsIn([first], [first, sent])).toBeUndefined()
})

it('goes on after a step that had its effect, or an approval the wallet changed, and stops where it had none', () => {
  expect(reactionTo(entry({ status: 'included', hasEffect: true }), true, 'following')).toBe('done')
  const approved = [{ token: pool, spender: me, amount: 1n }]
  const approval = entry({ status: 'included', stepKind: 'approve', hasEffect: false, approved })
  expect(reactionTo(approval, true, 'following')).toBe('done')
  const without = reactionTo(entry({ status: 'included', hasEffect: false }), true, 'following')
  expect(without).toMatchObject({ stage: 'blocked', problem: { title: 'It ran, but not as expected' } })
})

it('leaves the review as it is for an earlier request that turns up, and for one that was never on its way', () => {
  expect(reactionTo(entry({ status: 'sent' }), false, 'ready')).toBeUndefined()
  expect(reactionTo(entry({ status: 'unknown' }), true, 'waiting')).toBeUndefined()
  expect(reactionTo(entry({ status: 'unknown' }), true, 'following')).toMatchObject({ stage: 'blocked' })
})
