/**
 * Plays the random histories of the four silos far longer than `npm run contracts` does, half of them from an empty and
 * half from a full reserve. `npm run bench:silos -- [steps]`
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const steps = process.argv[2] ?? '1000000'
if (!/^[1-9]\d{0,8}$/.test(steps)) throw new Error('Usage: npm run bench:silos -- [steps]')

/** As `contracts/foundry.toml` has it. */
const depth = 130
const histories = Math.ceil(Number(steps) / depth / 2)

const forge = fileURLToPath(new URL('../contracts/forge.mjs', import.meta.url))
const args = [forge, 'test', '--match-path', 'test/silos/SiloInvariants.t.sol']
const { status } = spawnSync(process.execPath, args, {
  env: { ...process.env, FOUNDRY_INVARIANT_RUNS: `${histories}`, FOUNDRY_INVARIANT_SHOW_METRICS: 'true' },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
