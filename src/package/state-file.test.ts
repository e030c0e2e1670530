import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

import { readTold, writeTold } from './state-file'

const watched = { chainId: 1, account: '0x01' }
const told = { 'vat a': { system: 'vat', what: 'Do a' } }
let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'ballast-state-'))))
afterEach(() => rmSync(dir, { recursive: true }))

it('keeps what was told, and leaves no draft', async () => {
  const file = join(dir, 'state.json')
  expect(await readTold(file, watched)).toEqual({ isKnown: true, value: {} })
  await writeTold(file, watched, told)
  await writeTold(file, watched, told)
  expect(await readTold(file, watched)).toEqual({ isKnown: true, value: told })
  expect(readdirSync(dir)).toEqual(['state.json'])
})

it('is refused where it is another’s, damaged, or none', async () => {
  const file = join(dir, 'state.json')
  await writeTold(file, watched, told)
  expect(await readTold(file, { ...watched, chainId: 2 })).toMatchObject({ isKnown: false })
  expect(await readTold(file, { ...watched, account: '0x02' })).toMatchObject({ isKnown: false })
  for (const content of [
    '',
    '{',
    '[]',
    '{"version":2}',
    '{"version":1,"chainId":1,"account":"0x01","told":{"a":1}}',
  ]) {
    writeFileSync(file, content)
    expect(await readTold(file, watched), content).toMatchObject({ isKnown: false })
  }
  expect(await readTold(dir, watched)).toMatchObject({ isKnown: false })
})

it('leaves what was there where it can’t be written', async () => {
  await expect(writeTold(join(dir, 'no', 'state.json'), watched, told)).rejects.toThrow()
  expect(readdirSync(dir)).toEqual([])
})
