/**
 * Breaks the contracts one guard or boundary at a time and runs their tests. A mutant that no test notices survives: it
 * needs a test, or a line in `explained`. All mutants are compiled at once (`mutants.ts`), so that one costs no more than
 * a run of its system's tests, the unit tests before the invariants: seconds.
 * `npm run mutate` for all contracts, `npm run mutate -- TwapOracle Recipient` for files whose path contains a word.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { breakable, withModifiersToLeaveOut, type Mutant } from './mutants'

/** Survivors that change nothing anybody could see: the file, the line as it is written or as the mutant has it, and why. */
const explained: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'backstop/PriceFeedAdapter.sol': {
    'if (answer <= 0 || answer > MAX_ANSWER) return 0;': 'an answer of 0 is a price of 0 either way',
  },
  'collateral/BackingSale.sol': {
    'if (_sale.startedAt == 0) return;': 'a sale that does not run is never over: only reads are left out',
  },
  'collateral/CollateralMath.sol': {
    'return outstanding < 0 || backing * WAD >= ratio * uint256(outstanding);':
      'any backing is 0 times a ratio',
    'if (outstanding < 0 || uint256(outstanding) <= backing) return tusdt;': 'any backing is 0 or more',
    'if (outstanding <= 0 || uint256(outstanding) < backing) return tusdt;': 'the whole part is all of it',
    'int256 weighted = (added >= 0 ? safety : WAD).toInt256() * added;': '0 is 0 by any weight',
    'return room < 0 ? 0 : uint256(room) / (target - WAD);': 'a room of 0 is 0',
    'if (outstanding < 0 || tao == 0) return 0;': 'of nothing 0 is wanted',
    'return wanted < inUsd ? 0 : Math.mulDiv(wanted - inUsd, WAD, tao, Math.Rounding.Ceil);': 'the rest is 0',
    'if (mostDebt < late) return 0;': 'the rest is 0',
    'return mostArt < art ? 0 : Math.mulDiv(mostArt - art, rate, RAY);': 'the rest is 0',
    'return collateral < kept ? 0 : collateral - kept;': 'the rest is 0',
    'return debt >= dust && debt - amount <= dust ? debt - dust : amount;':
      'what leaves exactly dust is the debt less dust',
    'return elapsedSeconds > tau ? 0 : Math.mulDiv(top, tau - elapsedSeconds, tau);': 'the rest is 0',
    'if (need < dust || lot <= lotOfDust) return (0, 0);': 'a need of dust leaves 0 to take',
    'if (need <= dust || lot < lotOfDust) return (0, 0);': 'a lot of dust leaves 0 to take',
  },
  'collateral/Osm.sol': {
    'uint256 apart = price >= last.price ? price - last.price : last.price - price;':
      'equal prices are 0 apart',
    'if (second == address(0)) return (0, 0, false);': 'nobody answers at address 0',
  },
  'collateral/VaultCeiling.sol': {
    'if (wanted <= _ceiling) return wanted;': 'the ceiling that is wanted is the ceiling either way',
  },
  'collateral/VaultRate.sol': {
    'uint256 count = passed - stored <= most ? passed - stored : most;': 'equal numbers are one minimum',
  },
  'musdt/MusdtMath.sol': {
    'if (pnlPerToken >= 0) return pnlPerToken;': 'a buffer of 0 is 0 over any supply',
    'if (collatP >= maxDiscountThresholdP) return 0;': 'the formula gives 0 at the threshold',
  },
  'musdt/MusdtRequests.sol': {
    'if (epochLength == 0) return 0;':
      'a vault without epochs has no requests: only reads of zeros are left out',
  },
  'shared/FeedSource.sol': {
    'if (answer <= 0 || answer > MAX_ANSWER) return (0, updatedAt);':
      'an answer of 0 is a price of 0 either way',
  },
  'silos/SiloBase.sol': { 'if (amount == 0) return;': 'an event of 0 is left out, nothing else' },
  'silos/SiloHarvest.sol': { 'if (value <= most) return value;': 'all of a part is the part' },
  'stbt/StbtInterest.sol': {
    'if (before == 0) return;': 'an event of 0 is left out, nothing else',
  },
  'stbt/StbtMath.sol': { 'if (waiting <= 0) return (0, waiting);': 'of 0 nothing is distributed or carried' },
}

const root = fileURLToPath(new URL('..', import.meta.url))
const env = {
  ...process.env,
  FOUNDRY_OPTIMIZER: 'false',
  FOUNDRY_CODE_SIZE_LIMIT: '1000000',
  FOUNDRY_INVARIANT_RUNS: '2',
  FOUNDRY_FUZZ_RUNS: '32',
}
/** Gas limits hold for optimized code only. */
const unitTests = ['--no-match-contract', '^Gas|Invariants']
const invariants = ['--match-contract', 'Invariants']
/** A mutant may loop for ever. */
const timeout = 600_000

function systems(): string[] {
  return readdirSync(join(root, 'contracts/src')).filter((name) => name !== 'devnet')
}

function sources(): string[] {
  const words = process.argv.slice(2)
  return systems()
    .flatMap((system) => readdirSync(join(root, 'contracts/src', system)).map((name) => `${system}/${name}`))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
}

/** A copy of the contracts in which every mutant is, and none does anything. */
function workshop(): { readonly folder: string; readonly mutants: readonly Mutant[] } {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
  for (const part of ['src', 'test', 'foundry.toml', 'forge.mjs', 'solc.mjs'])
    cpSync(join(root, 'contracts', part), join(folder, 'contracts', part), { recursive: true })
  renameSync(join(folder, 'contracts/solc.mjs'), join(folder, 'contracts/compiler.mjs'))
  cpSync(join(root, 'bench/solc-once.mjs'), join(folder, 'contracts/solc.mjs'))
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => one !== '@openzeppelin'))
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  cpSync(join(root, 'node_modules/@openzeppelin/contracts'), join(modules, '@openzeppelin/contracts'), {
    recursive: true,
  })
  const ours = [join(folder, 'contracts/src'), join(folder, 'contracts/test')]
  const mutants: Mutant[] = []
  for (const file of sources()) {
    const path = join(folder, 'contracts/src', file)
    const broken = breakable(file, readFileSync(path, 'utf8'), mutants.length + 1)
    writeFileSync(path, broken.text)
    mutants.push(...broken.mutants)
  }
  for (const path of [...ours, join(modules, '@openzeppelin/contracts')].flatMap(solidityIn)) {
    const text = withModifiersToLeaveOut(readFileSync(path, 'utf8'))
    // Which mutant is alive, code reads from the block: so none of ours is pure.
    const isOurs = ours.some((own) => path.startsWith(own))
    writeFileSync(path, isOurs ? text.replaceAll(/\bpure\b/g, 'view') : text)
  }
  return { folder, mutants }
}

function solidityIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.sol'))
    .map((name) => join(folder, name))
}

function forge(folder: string, args: readonly string[]) {
  const options = { cwd: folder, encoding: 'utf8', env, timeout, maxBuffer: 2 ** 28 } as const
  return spawnSync(process.execPath, ['contracts/forge.mjs', ...args], options)
}

/** Whether the tests of a system pass while one mutant is alive; 0 is none. */
function survives(folder: string, system: string, id: number): boolean {
  const path = existsSync(join(root, 'contracts/test', system)) ? `test/${system}/*` : 'test/*/*'
  const alive = `0x${id.toString(16).padStart(64, '0')}`
  return [unitTests, invariants].every((chosen) => {
    const args = ['test', '--match-path', path, '--fail-fast', '--block-prevrandao', alive, ...chosen]
    return forge(folder, args).status === 0
  })
}

const startedAt = Date.now()
const { folder, mutants } = workshop()
const counts = systems()
  .filter((system) => mutants.some(({ file }) => file.startsWith(`${system}/`)))
  .map((system) => ({ system, killed: 0, survived: 0, explained: 0 }))
try {
  const built = forge(folder, ['build'])
  if (built.status !== 0) throw new Error(`The mutants do not compile.\n${built.stdout}\n${built.stderr}`)
  for (const { system } of counts)
    if (!survives(folder, system, 0)) throw new Error(`The tests of ${system} fail without a mutant.`)
  process.stdout.write(`${mutants.length} mutants, compiled in ${minutes()} minutes\n`)
  for (const count of counts)
    for (const mutant of mutants.filter(({ file }) => file.startsWith(`${count.system}/`)))
      count[fate(mutant, survives(folder, count.system, mutant.id))] += 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const { system, killed, survived, explained } of counts)
  process.stdout.write(`${system}: ${killed} killed, ${survived} survived, ${explained} explained\n`)
process.stdout.write(`in ${minutes()} minutes\n`)
process.exitCode = counts.every(({ survived }) => survived === 0) ? 0 : 1

/** What becomes of a mutant; who survives is told. */
function fate({ file, line, from, to }: Mutant, isAlive: boolean): 'killed' | 'survived' | 'explained' {
  if (!isAlive) return 'killed'
  const why = explained[file]?.[to] ?? explained[file]?.[from]
  process.stdout.write(
    `${file}:${line} ${why === undefined ? 'SURVIVED' : `survived, ${why}`}\n  ${from}\n  ${to}\n`,
  )
  return why === undefined ? 'survived' : 'explained'
}

function minutes(): number {
  return Math.round((Date.now() - startedAt) / 60_000)
}
