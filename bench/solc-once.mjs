#!/usr/bin/env node
/**
 * `contracts/solc.mjs` for `mutate.ts`, which puts this in its place: Forge asks the compiler the same before every run
 * of the tests, so what it answered once is kept.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url))
const options = process.argv.slice(2)
const input = options.includes('--standard-json') ? readFileSync(0) : ''
const answer = here(`answer-${createHash('sha256').update(options.join(' ')).update(input).digest('hex')}`)
if (!existsSync(answer)) {
  const compiler = [here('compiler.mjs'), ...options]
  const { stdout } = spawnSync(process.execPath, compiler, { input, maxBuffer: 2 ** 30 })
  writeFileSync(`${answer}.part`, stdout)
  renameSync(`${answer}.part`, answer)
}
process.stdout.write(readFileSync(answer))
