import { expect, it } from 'vitest'

import type { Answer } from '../system/EachSystem'
import type { OverviewView, Todo } from '../system/overview'
import type { System } from '../system/system'
import { namesOf, todosIn } from './account-answers'

const system = { id: 'jar', name: 'Jar' } as System
const todo = (key: string, isOffer = false): Todo => {
  return { key, what: key, why: '', href: '/', action: 'Go', isOffer }
}
const says = (...todos: readonly Todo[]) =>
  ({ system, view: { status: 'ready', isStale: false, isWhole: true, todos, figures: null } }) as const
const answers: readonly Answer<OverviewView>[] = [says(todo('claim'), todo('stake', true))]

it('says whose each thing to do is, where there are several; an invitation is one', () => {
  const told = [
    { account: '0xA', who: 'Savings', answers },
    { account: '0xB', who: 'Daily', answers },
  ] as const
  expect(todosIn(told).map(({ what, system: of }) => [what, of])).toEqual([
    ['claim', 'Jar, Savings'],
    ['stake', 'Jar'],
    ['claim', 'Jar, Daily'],
  ])
  expect(new Set(todosIn(told).map(({ key }) => key)).size).toBe(3)
  expect(todosIn([{ account: '0xA', answers }]).map(({ system: of }) => of)).toEqual(['Jar', 'Jar'])
})

it('names a system once, of however many accounts it says something', () => {
  const told = [
    { account: '0xA', answers },
    { account: '0xB', answers },
  ] as const
  expect(namesOf(told, ({ status }) => status === 'ready')).toEqual(['Jar'])
  expect(namesOf(told, ({ status }) => status === 'error')).toEqual([])
})
