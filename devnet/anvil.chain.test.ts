import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { startAnvil } from './anvil'

afterEach(() => vi.unstubAllEnvs())

it('leaves nothing of what anvil has written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'left-'))
  vi.stubEnv('TMPDIR', folder)
  const written = () => readdirSync(folder).filter((name) => name.startsWith('anvil-'))
  const chain = await startAnvil()
  expect(written()).toHaveLength(1)
  await chain.stop()
  expect(written()).toEqual([])
  rmSync(folder, { recursive: true })
})
