/**
 * Compares every formula of `src/math/backstop*.ts` with the bytecode of `BackstopMath.sol` in far more cases than
 * `npm run exactness` does, and prints cases and differences per formula. `npx jiti bench/exactness.ts [cases]`
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const cases = process.argv[2] ?? '1000000'
if (!/^[1-9]\d{0,8}$/.test(cases)) throw new Error('Usage: npx jiti bench/exactness.ts [cases per formula]')

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'chain', 'src/math'], {
  cwd: new URL('..', import.meta.url),
  env: { ...process.env, EXACTNESS_CASES: cases },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
