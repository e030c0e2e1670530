/**
 * Breaks the contracts one guard or boundary at a time and runs their tests. A mutant that no test notices survives: it
 * needs a test, or a line in `explained`. Takes hours for everything, so it is not part of `npm test`.
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
const systems = ['backstop', 'musdt']
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
  return systems
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

/** What the tests of a system say: whether they pass, fail, or the mutant is no Solidity. */
function verdict(folder: string, system: string): 'survived' | 'killed' | 'invalid' {
  const args = ['contracts/forge.mjs', 'test', '--match-path', `test/${system}/*`, '--fail-fast']
  const env = { ...process.env, FOUNDRY_INVARIANT_RUNS: '2', FOUNDRY_FUZZ_RUNS: '32' }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    maxBuffer: 2 ** 28,
  })
  if (status === 0) return 'survived'
  return /Compiler run failed|Error \(\d+\)/.test(stdout + stderr) ? 'invalid' : 'killed'
}

const folder = workshop()
const counts = { survived: 0, killed: 0, invalid: 0, explained: 0 }
try {
  for (const file of sources()) {
    const path = join(folder, 'contracts/src', file)
    const whole = readFileSync(path, 'utf8')
    const lines = whole.split('\n')
    for (const mutant of lines.flatMap((text, index) => mutantsOf(file, index, text))) {
      writeFileSync(path, lines.with(mutant.line, mutant.to).join('\n'))
      const said = verdict(folder, file.split('/')[0] ?? '')
      const why = explained[mutant.from.trim()]
      counts[said === 'survived' && why !== undefined ? 'explained' : said] += 1
      if (said === 'survived')
        process.stdout.write(
          `${file}:${mutant.line + 1} ${why === undefined ? 'SURVIVED' : `survived, ${why}`}\n  ${mutant.from.trim()}\n  ${mutant.to.trim() || '(removed)'}\n`,
        )
    }
    writeFileSync(path, whole)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const { survived, killed, invalid } = counts
process.stdout.write(
  `${killed} killed, ${survived} survived, ${counts.explained} explained, ${invalid} do not compile\n`,
)
process.exitCode = survived === 0 ? 0 : 1
