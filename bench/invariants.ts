/**
 * Plays the random histories of a system's contracts far longer than `npm run contracts` does: of the four silos half of
 * them from an empty and half from a full reserve, of TUSDT's collateral half over its backing and half over its vaults.
 * Every rule is checked after every step. `npm run bench:silos -- [steps] [first seed]`, `bench:collateral` likewise.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [system = '', steps = '1000000', firstSeed = '1'] = process.argv.slice(2)
const isCount = (text: string) => /^[1-9]\d{0,8}$/.test(text)
if (!['silos', 'collateral'].includes(system) || !isCount(steps) || !isCount(firstSeed))
  throw new Error('Usage: npm run bench:silos -- [steps] [first seed], npm run bench:collateral likewise')

/** As `contracts/foundry.toml` has it. */
const depth = 130

/** A campaign is a seed, and 50,000 steps: one says how far it is, and which seed repeats a failure alone. */
const histories = Math.ceil(50_000 / depth / 2)

/** Forge picks arguments from a set of values it has seen. As large as it may grow, it takes more time than the steps. */
const most = '2000'

const forge = fileURLToPath(new URL('../contracts/forge.mjs', import.meta.url))
const args = [forge, 'test', '--match-path', `test/${system}/*Invariants.t.sol`, '--match-test', 'invariant']

/** Plays one campaign; the steps it made, or undefined when a rule was broken. */
function play(seed: number): number | undefined {
  const { status, stdout } = spawnSync(process.execPath, args, {
    env: {
      ...process.env,
      FOUNDRY_FUZZ_SEED: `${seed}`,
      FOUNDRY_INVARIANT_RUNS: `${histories}`,
      FOUNDRY_INVARIANT_MAX_FUZZ_DICTIONARY_VALUES: most,
    },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const found = [...stdout.matchAll(/^\[PASS\] invariant.* calls: (\d+), reverts: 0\)$/gm)]
  if (status === 0 && found.length === 2) return found.reduce((sum, [, calls]) => sum + Number(calls), 0)
  console.log(stdout)
  return undefined
}

const startedAt = performance.now()
let done = 0
for (let seed = Number(firstSeed); done < Number(steps); seed += 1) {
  const made = play(seed)
  if (made === undefined) {
    console.log(`A rule was broken with seed ${seed}.`)
    process.exitCode = 1
    break
  }
  done += made
  console.log(`seed ${seed}: ${done} steps, ${Math.round((performance.now() - startedAt) / 1000)} s`)
}
