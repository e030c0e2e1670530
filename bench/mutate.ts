/**
 * Breaks the contracts one guard or boundary at a time and runs their tests. A mutant that no test notices survives: it
 * needs a test, or a line in `explained`. A mutant costs seconds: the optimizer, which is most of compiling, is off, only
 * what imports the broken file is compiled again, and the unit tests of its system come before the invariants. For
 * everything it is an hour and more, so it is not part of `npm test`.
 * `npm run mutate` for all contracts, `npm run mutate -- TwapOracle Recipient` for files whose path contains a word.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Mutant = { readonly file: string; readonly line: number; readonly from: string; readonly to: string }

/** Survivors that change nothing anybody could see: the line as it is written, and why. */
const explained: Readonly<Record<string, string>> = {
  'if (paid == 0) return 0;': 'a transfer and an event of 0 are left out, nothing else',
  'if (usdtAmount == 0) return;': 'a transfer and an event of 0 are left out, nothing else',
}

const root = fileURLToPath(new URL('..', import.meta.url))
/** What all systems share is tested by the tests of all. */
const tests: Readonly<Record<string, string>> = { backstop: 'backstop', musdt: 'musdt', shared: '*' }
const modifiers = /\b(nonReentrant|whenNotPaused|initializer|only[A-Z]\w*(\([A-Z_]+\))?)\b/
const guardCall = /^(_require\w*|_check\w*|Recipient\.check|TermsValidation\.check\w*)\(.*\);$/
const comparators: Readonly<Record<string, string>> = { '<': '<=', '<=': '<', '>': '>=', '>=': '>' }

/** Everything that can be broken in one line of a contract. */
function mutantsOf(file: string, line: number, from: string): Mutant[] {
  const code = from.trim()
  if (/^(\/\/|\*|import|error|event|modifier|library|contract|abstract)/.test(code)) return []
  const texts: string[] = []
  if (modifiers.test(from) && !code.includes(';')) texts.push(from.replace(modifiers, ''))
  if (guardCall.test(code)) texts.push('')
  const guard = /\bif \((.*)\) (\{$|revert |return[ ;]|_require|continue;|break;)/.exec(from)
  if (guard?.[1]) {
    const condition = guard[1]
    texts.push(from.replace(condition, 'false'))
    for (const { 0: found, index } of condition.matchAll(/(?<=\s)[<>]=?(?=\s)/g))
      texts.push(
        from.replace(
          condition,
          condition.slice(0, index) + (comparators[found] ?? '') + condition.slice(index + found.length),
        ),
      )
  }
  return texts.map((to) => ({ file, line, from, to }))
}

function sources(): string[] {
  const words = process.argv.slice(2)
  return Object.keys(tests)
    .flatMap((system) => readdirSync(join(root, 'contracts/src', system)).map((name) => `${system}/${name}`))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
}

/** A copy of the contracts that may be broken. */
function workshop(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutate-'))
  cpSync(join(root, 'contracts'), join(folder, 'contracts'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const env = {
  ...process.env,
  FOUNDRY_OPTIMIZER: 'false',
  FOUNDRY_INVARIANT_RUNS: '2',
  FOUNDRY_FUZZ_RUNS: '32',
}
/** Gas limits hold for optimized code only. */
const unitTests = ['--no-match-contract', '^Gas|Invariants']
const invariants = ['--match-contract', 'Invariants']
/** A mutant may loop for ever. */
const timeout = 600_000

/** What the tests of a system say: whether they pass, fail, or the mutant is no Solidity. */
function verdict(folder: string, system: string): 'survived' | 'killed' | 'invalid' {
  for (const chosen of [unitTests, invariants]) {
    const args = ['contracts/forge.mjs', 'test', '--match-path', `test/${system}/*`, '--fail-fast', ...chosen]
    const options = { cwd: folder, encoding: 'utf8', env, timeout, maxBuffer: 2 ** 28 } as const
    const { status, stdout, stderr } = spawnSync(process.execPath, args, options)
    if (/Compiler run failed|Error \(\d+\)/.test(stdout + stderr)) return 'invalid'
    if (status !== 0) return 'killed'
  }
  return 'survived'
}

const folder = workshop()
const counts = { survived: 0, killed: 0, invalid: 0, explained: 0 }
const startedAt = Date.now()
try {
  if (Object.values(tests).some((system) => verdict(folder, system) !== 'survived'))
    throw new Error('The tests do not pass without a mutant.')
  for (const file of sources()) {
    const path = join(folder, 'contracts/src', file)
    const whole = readFileSync(path, 'utf8')
    const lines = whole.split('\n')
    for (const mutant of lines.flatMap((text, index) => mutantsOf(file, index, text))) {
      writeFileSync(path, lines.with(mutant.line, mutant.to).join('\n'))
      const said = verdict(folder, tests[file.split('/')[0] ?? ''] ?? '*')
      const why = explained[mutant.from.trim()]
      counts[said === 'survived' && why !== undefined ? 'explained' : said] += 1
      if (said === 'survived')
        process.stdout.write(
          `${file}:${mutant.line + 1} ${why === undefined ? 'SURVIVED' : `survived, ${why}`}\n  ${mutant.from.trim()}\n  ${mutant.to.trim() || '(removed)'}\n`,
        )
    }
    writeFileSync(path, whole)
    process.stdout.write(`${file} done: ${summary()}\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${summary()}, in ${Math.round((Date.now() - startedAt) / 60_000)} minutes\n`)
process.exitCode = counts.survived === 0 ? 0 : 1

function summary(): string {
  const { survived, killed, invalid, explained: known } = counts
  return `${killed} killed, ${survived} survived, ${known} explained, ${invalid} do not compile`
}
