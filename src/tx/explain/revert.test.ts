import { encodeErrorResult, parseAbi } from 'viem'
import type { Abi } from 'viem'
import { describe, expect, it } from 'vitest'

import { explainRevert } from './revert'

const modules = import.meta.glob<Record<string, Abi>>('../../../abis/*.ts', { eager: true })
const errors = new Map<string, Extract<Abi[number], { type: 'error' }>>()
for (const module of Object.values(modules)) {
  for (const item of Object.values(module).flat()) if (item.type === 'error') errors.set(item.name, item)
}

function sample(type: string): unknown {
  if (type === 'address') return '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
  if (type === 'bytes32') return `0x${'ab'.repeat(32)}`
  if (type === 'string') return 'text'
  if (/^u?int(8|16|32)$/.test(type)) return 7
  return 1_234_567_891n
}

describe('every custom error of every contract', () => {
  it('is found in the ABIs', () => expect(errors.size).toBeGreaterThan(40))

  it.each([...errors.keys()])('%s has a sentence with its numbers', (name) => {
    const item = errors.get(name)
    if (!item) throw new Error(name)
    const args = item.inputs.map(({ type }) => sample(type))
    const said = explainRevert(encodeErrorResult({ abi: [item], errorName: name, args }))
    expect(said.detail).not.toContain('It answered')
    expect(said.detail).not.toMatch(/undefined|null|NaN|\[object/)
    expect(said.detail).toMatch(/\.$/)
    expect(said.action).toMatch(/\.$/)
    expect(said.raw).toContain(`${name}(`)
  })
})

describe('what is not ours', () => {
  const abi = parseAbi([
    'error Error(string message)',
    'error Panic(uint256 code)',
    'error Foreign(uint256 x)',
  ])
  it('keeps a revert string', () =>
    expect(
      explainRevert(encodeErrorResult({ abi, errorName: 'Error', args: ['SALE: over\u202e'] })).detail,
    ).toBe('It says: SALE: over'))
  it('names a panic', () =>
    expect(explainRevert(encodeErrorResult({ abi, errorName: 'Panic', args: [18n] })).detail).toContain(
      'zero',
    ))
  it('leaves unknown unknown, with the data', () => {
    const data = encodeErrorResult({ abi, errorName: 'Foreign', args: [1n] })
    expect(explainRevert(data)).toMatchObject({ raw: expect.stringContaining(data) as string })
    expect(explainRevert(data).detail).toContain(data.slice(0, 10))
  })
  it('survives cut-off data', () => expect(explainRevert('0x08c379a0').detail).toContain('0x08c379a0'))
  it('says that there was no reason', () => expect(explainRevert('0x').detail).toBe('It gave no reason.'))
})
