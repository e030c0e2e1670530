/**
 * Plays the random histories of a system's contracts far longer than `npm run contracts` does: of the four silos half of
 * them from an empty and half from a full reserve, of TUSDT's collateral half over its backing and half over its vaults.
 * `npm run bench:silos -- [steps]`, `npm run bench:collateral -- [steps]`
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [system = '', steps = '1000000'] = process.argv.slice(2)
if (!['silos', 'collateral'].includes(system) || !/^[1-9]\d{0,8}$/.test(steps))
  throw new Error('Usage: npm run bench:silos -- [steps], npm run bench:collateral -- [steps]')

/** As `contracts/foundry.toml` has it. */
const depth = 130
const histories = Math.ceil(Number(steps) / depth / 2)

const forge = fileURLToPath(new URL('../contracts/forge.mjs', import.meta.url))
const args = [forge, 'test', '--match-path', `test/${system}/*Invariants.t.sol`]
const { status } = spawnSync(process.execPath, args, {
  env: { ...process.env, FOUNDRY_INVARIANT_RUNS: `${histories}`, FOUNDRY_INVARIANT_SHOW_METRICS: 'true' },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
