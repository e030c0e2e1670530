/**
 * Runs anvil for as long as the process that started it lives: the pipe on stdin closes with its parent, however that
 * ended, and a chain nobody watches must not keep a port. What anvil writes about older blocks, gigabytes in an hour, is
 * removed with it: killed, it would leave it in the home folder. `jiti anvil-guard.ts <anvil> <options…>`
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [anvil, ...options] = process.argv.slice(2)
if (anvil === undefined) throw new Error('Usage: jiti anvil-guard.ts <anvil> <options…>')

const cache = mkdtempSync(join(tmpdir(), 'anvil-'))
const child = spawn(anvil, [...options, '--cache-path', cache], { stdio: ['ignore', 'inherit', 'inherit'] })
child.on('exit', (code) => {
  rmSync(cache, { recursive: true, force: true })
  process.exit(code ?? 0)
})
child.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})

const stop = () => child.kill('SIGKILL')
process.stdin.on('end', stop).on('error', stop).resume()
// Ctrl-C reaches the whole group: the parent decides when the chain ends.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', stop)
