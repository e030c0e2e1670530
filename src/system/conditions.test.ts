import { describe, expect, it } from 'vitest'
import { newsOf, standingOf, type Told } from './conditions'
import type { AccountReport, Alarm, Todo } from './report'

const now = 1_800_000_000n
const day = 86_400n
const todo = (key: string, rest: Partial<Todo> = {}): Todo => {
  return { key, what: `Do ${key}`, why: 'It waits.', href: '/x', action: 'Do', ...rest }
}
const report = (rest: Partial<AccountReport & { alarms: readonly Alarm[] }> = {}) => ({
  ...{ todos: [], dates: [], alarms: [], worth: { parts: [], notCounted: [] }, isWhole: true },
  ...rest,
})
const keys = (rest: Parameters<typeof report>[0]) =>
  standingOf('vat', report(rest), now).conditions.map(({ key }) => key)

describe('what is told of a report', () => {
  it('is what waits, and no invitation', () => {
    expect(keys({ todos: [todo('a'), todo('b', { isOffer: true })] })).toEqual(['vat a'])
  })
  it('is a date within a day, and one that was missed', () => {
    const date = (key: string, at: bigint) => ({ key, at, what: key, detail: '', href: '/x' })
    const dates = [
      date('soon', now + day),
      date('later', now + day + 1n),
      date('now', now),
      { ...date('missed', now - 10n * day), isMissed: true },
    ]
    expect(keys({ dates })).toEqual(['vat date soon', 'vat date missed'])
  })
  it('is what is wrong with the system, before everything else', () => {
    const alarms = [{ key: 'a', what: 'Wrong', why: 'So.', href: '/x', isDanger: true }]
    expect(keys({ alarms, todos: [todo('a')] })).toEqual(['vat alarm a', 'vat a'])
  })
})

describe('what is new', () => {
  const standing = (rest: Parameters<typeof report>[0]) => [standingOf('vat', report(rest), now)]
  const kindsOf = (told: Told, rest: Parameters<typeof report>[0]) =>
    newsOf(told, standing(rest)).news.map(({ kind, condition }) => `${kind} ${condition.key}`)
  const { told } = newsOf({}, standing({ todos: [todo('a')] }))

  it('is told once', () => {
    expect(kindsOf({}, { todos: [todo('a')] })).toEqual(['new vat a'])
    expect(kindsOf(told, { todos: [todo('a', { why: 'It still waits.', voidAt: now })] })).toEqual([])
  })
  it('is told again when it says something else', () => {
    expect(kindsOf(told, { todos: [todo('a', { what: 'Do it now' })] })).toEqual(['changed vat a'])
  })
  it('is over, told once, and new if it comes back', () => {
    const over = newsOf(told, standing({}))
    expect(over.news).toEqual([{ kind: 'over', condition: { key: 'vat a', system: 'vat', what: 'Do a' } }])
    expect(over.told).toEqual({})
    expect(kindsOf(over.told, { todos: [todo('a')] })).toEqual(['new vat a'])
  })
  it('is not over where a system could not be read, or not in full', () => {
    expect(newsOf(told, [])).toEqual({ news: [], told })
    expect(newsOf(told, standing({ isWhole: false }))).toEqual({ news: [], told })
  })
  it('takes no key of ours for one of the prototype', () => {
    const odd = newsOf({}, [{ system: 'v', isWhole: true, conditions: [{ key: 'toString', system: 'v', what: 'x', why: '', href: '/', isDanger: false }] }]) // prettier-ignore
    expect(odd.news).toMatchObject([{ kind: 'new' }])
  })
})
