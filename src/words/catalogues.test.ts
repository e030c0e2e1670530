import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { arRooms } from './ar'
import type { Catalogue } from './catalogue'
import { usedByRoom, usedWords } from './testing/used-words'

const rooms = Object.keys(arRooms)
const said = new Map(Object.values(arRooms).flatMap((catalogue) => Object.entries(catalogue)))

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted()
const formsOf = (words: Catalogue[string]) => (typeof words === 'string' ? [words] : Object.values(words))

it('finds what a file says', () => {
  const text = 't`a ${b} c ${t`d`}` ; rich`e${f}` ; plural(n, "{n} day", "{n} days")'
  expect(usedWords(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true))).toEqual([
    { key: 'a {0} c {1}', isPlural: false },
    { key: 'd', isPlural: false },
    { key: 'e{0}', isPlural: false },
    { key: '{n} days', isPlural: true },
  ])
})

describe.each(rooms)('the words of %s in Arabic', (room) => {
  const used = usedByRoom(room)

  it('are all there, with the same places', () => {
    const wrong = used.filter(({ key, isPlural }) => {
      const words = said.get(key)
      if (words === undefined || isPlural !== (typeof words === 'object')) return true
      // A form for one number, such as "two days", may leave the number out.
      if (isPlural) return formsOf(words).some((form) => places(form).some((place) => place !== '{n}'))
      return formsOf(words).some((text) => places(text).join() !== places(key).join())
    })
    expect(wrong.map(({ key }) => key)).toEqual([])
  })

  it('are all used, and in this room', () => {
    const keys = new Set(used.map(({ key }) => key))
    expect(Object.keys(arRooms[room] ?? {}).filter((key) => !keys.has(key))).toEqual([])
  })

  it('are in Arabic, in the six forms that a number has', () => {
    for (const [key, words] of Object.entries(arRooms[room] ?? {})) {
      for (const form of formsOf(words)) expect(form, key).toMatch(/\p{Script=Arabic}/u)
      if (typeof words === 'object') expect(Object.keys(words), key).toHaveLength(6)
    }
  })
})

it('no sentence is said in two rooms’ catalogues', () => {
  const keys = Object.values(arRooms).flatMap((catalogue) => Object.keys(catalogue))
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
