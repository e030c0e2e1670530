import { encodeErrorResult } from 'viem'
import type { Abi } from 'viem'
import { describe, expect, it } from 'vitest'

import { chosenSystems } from '../devnet/systems'
import { systems as systemsUnderTest } from '../e2e/systems'
import { scripts } from './scripts'
import { systems, systemsOn, tokensOn } from './systems'
import type { ErrorBook } from './tx/explain/error-book'
import { explainRevert } from './tx/explain/revert'
import { sharedErrors } from './tx/explain/shared-errors'

type AbiError = Extract<Abi[number], { type: 'error' }>

const errorsOf = ({ abis }: ErrorBook) =>
  abis.flat().filter((item): item is AbiError => item.type === 'error')

const books = await Promise.all(systems.map(async ({ id, load }) => ({ id, book: await load.errors() })))

function sample(type: string): unknown {
  if (type === 'address') return '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
  if (type === 'bytes32') return `0x${'ab'.repeat(32)}`
  if (type === 'string') return 'text'
  if (/^u?int(8|16|32)$/.test(type)) return 7
  return 1_234_567_891n
}

describe.each(books)('every custom error of $id', ({ book }) => {
  const errors = new Map(errorsOf(book).map((error) => [error.name, error]))

  it('is found in its ABIs', () => expect(errors.size).toBeGreaterThan(15))

  it.each([...errors.values()])('$name has a sentence with its numbers', (error) => {
    const args = error.inputs.map(({ type }) => sample(type))
    const said = explainRevert(encodeErrorResult({ abi: [error], errorName: error.name, args }), book)
    expect(said.detail).not.toContain('It answered')
    expect(said.detail).not.toMatch(/undefined|null|NaN|\[object/)
    expect(said.detail).toMatch(/\.$/)
    expect(said.action).toMatch(/\.$/)
    expect(said.raw).toContain(`${error.name}(`)
  })

  it('is an error of its contracts: no sentence is left over', () => {
    for (const name of Object.keys(book.sentences)) expect(errors.has(name), name).toBe(true)
  })
})

it('every error of every contract belongs to a system, or to all', () => {
  const modules = import.meta.glob<Record<string, Abi>>('../abis/*.ts', { eager: true })
  const explained = new Set(
    [...books.map(({ book }) => book), sharedErrors].flatMap(errorsOf).map(({ name }) => name),
  )
  for (const abi of Object.values(modules).flatMap((module) => Object.values(module)))
    for (const item of abi) if (item.type === 'error') expect(explained.has(item.name), item.name).toBe(true)
})

describe('the list of systems', () => {
  it('hides a system that config.json does not name', () => {
    for (const system of systems)
      expect(systemsOn({ contracts: { [system.needs.group]: {} } }).map(({ id }) => id)).toEqual([system.id])
    expect(systemsOn({ contracts: {} })).toEqual([])
  })
  it('has one id, one group and one path for each', () => {
    const all = (pick: (system: (typeof systems)[number]) => readonly string[]) => systems.flatMap(pick)
    for (const names of [all(({ id }) => [id]), all(({ pages }) => pages.map(({ path }) => path))])
      expect(new Set(names).size).toBe(names.length)
    for (const { id, needs } of systems) expect(needs.group).toBe(id)
  })
})

describe('the lists beside it', () => {
  const builders = import.meta.glob('./*/*plans.ts')
  const ids = systems.map(({ id }) => id)

  it('give every system a part of the local chain', () => {
    expect(chosenSystems().map(({ id }) => id)).toEqual(ids)
  })

  it.each(systems)('give $id a test of every page, and of what is done with money', ({ id, pages }) => {
    const entry = systemsUnderTest.find((one) => one.id === id)
    const untested = pages.filter(({ path }) => {
      const address = new RegExp(`^#${path.replace(/:\w+/g, '[^/]+')}(\\?.*)?$`)
      return !entry?.pages.some((page) => address.test(page.path))
    })
    expect(untested.map(({ path }) => path)).toEqual([])
    // A room that only shows has nothing to be done; one with plans has tests of what they do.
    const hasPlans = Object.keys(builders).some((path) => path.startsWith(`./${id}/`))
    expect(Object.keys(entry?.actions ?? {}).length > 0).toBe(hasPlans)
    expect(entry?.abis.length).toBeGreaterThan(0)
  })

  it('tell scripts of every system, under the same name and by the same contracts', () => {
    const told = scripts.map(({ id, name, needs }) => ({ id, name, needs }))
    expect(told).toEqual(systems.map(({ id, name, needs }) => ({ id, name, needs })))
  })

  it.each(scripts)(
    'have plans of $id by the verb of a plan’s kind, alone or with more behind it',
    ({ id, plans }) => {
      const kinds = import.meta.glob<{ kinds: Readonly<Record<string, string>> }>('./*/kinds.ts', {
        eager: true,
      })
      const known = Object.values(kinds[`./${id}/kinds.ts`]?.kinds ?? {})
      const isKnown = (verb: string) => known.some((kind) => `${id}.${verb}`.startsWith(kind))
      expect(Object.keys(plans).filter((verb) => !isKnown(verb))).toEqual([])
    },
  )

  it('has no tests of a system that is gone', () => {
    expect(systemsUnderTest.map((entry) => entry.id)).toEqual(ids)
  })
})

it('names each token of config.json once, with its system where it is one system’s', () => {
  const [usdt, btc, vault, tao] = ['0x01', '0x02', '0x03', '0x04'] as const
  const contracts = {
    shared: { usdt },
    backstop: { registry: '0x09', btc },
    musdt: { vault },
    // The same token under two systems.
    collateral: { book: '0x08', backing: '0x07', usdc: btc, tao },
  } as const
  expect(tokensOn({ contracts })).toEqual([
    { address: usdt, name: 'usdt', of: undefined },
    { address: btc, name: 'btc', of: 'Backstop' },
    { address: vault, name: 'vault', of: 'mUSDT' },
    { address: tao, name: 'tao', of: 'Collateral' },
  ])
})
