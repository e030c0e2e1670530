/** What `npm test` is made of, and which part of it `npm test -- --quick` and `npm test -- <paths>` mean. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { countForge, countPlaywright, countVitest } from './counts.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script A script of package.json: `npm run <script>` reruns the step alone.
 * @property {readonly string[]} [only] Arguments that leave a part of its tests.
 * @property {(file: string) => string[]} [report] Arguments that make the tool write its results to a file.
 * @property {boolean} [isReportOnStdout] The tool can only print its results.
 * @property {boolean} [isOnOneCore] It uses one core only: two of a kind run at a time, side by side.
 * @property {(report: any) => import('./counts.mjs').Counts} [count]
 */

const vitestReport = (/** @type {string} */ file) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${file}`,
]

const types = { name: 'types', script: 'typecheck', isOnOneCore: true }
const lint = { name: 'lint', script: 'lint', isOnOneCore: true }
const unit = { name: 'unit tests', script: 'unit', report: vitestReport, count: countVitest }
const exactness = {
  name: 'exactness against the contracts',
  script: 'exactness',
  report: vitestReport,
  count: countVitest,
}
const contracts = {
  name: 'contract tests',
  script: 'contracts',
  report: () => ['--json'],
  isReportOnStdout: true,
  count: countForge,
}
/** The build carries it, and e2e plays on the same scenario. */
const practice = { name: 'practice chain', script: 'practice' }
const build = { name: 'build', script: 'build' }
const e2e = { name: 'e2e', script: 'e2e', report: () => ['--forbid-only'], count: countPlaywright }

/** @returns {Step[]} */
function everything() {
  return [
    lint,
    types,
    { name: 'format', script: 'format:check', isOnOneCore: true },
    { name: 'dead code', script: 'deadcode', isOnOneCore: true },
    { name: 'ABIs match the contracts', script: 'abis:check', isOnOneCore: true },
    unit,
    exactness,
    contracts,
    ...(existsSync('contracts/.gas-snapshot') ? [{ name: 'gas snapshot', script: 'gas:check' }] : []),
    practice,
    build,
    { name: 'the same build again', script: 'build:again' },
    e2e,
  ]
}

/**
 * The steps that the arguments of `npm test` ask for, in order.
 * @param {readonly string[]} args
 * @returns {Step[]}
 */
export function chooseSteps(args) {
  if (args.length === 0) return everything()
  if (args.length === 1 && args[0] === '--quick')
    return [types, lint, unit, practice, build, { ...e2e, only: ['--grep', '@quick'] }]
  const option = args.find((arg) => arg.startsWith('-'))
  if (option !== undefined)
    throw new Error(`npm test knows no ${option}: it takes nothing, --quick alone, or paths of tests.`)

  const files = [...new Set(args.flatMap(testsAt))]
  const ofUnit = files.filter((file) => /(?<!\.chain)\.test\.tsx?$/.test(file))
  const ofChain = files.filter((file) => file.endsWith('.chain.test.ts'))
  const ofContracts = files.filter((file) => file.endsWith('.t.sol'))
  const ofBrowser = files.filter((file) => file.endsWith('.spec.ts'))
  const paths = ofContracts.map((file) => path.posix.relative('contracts', file))
  return [
    ...(ofUnit.length > 0 ? [{ ...unit, only: ofUnit }] : []),
    ...(ofChain.length > 0 ? [{ ...exactness, only: ofChain }] : []),
    ...(paths.length > 0 ? [{ ...contracts, only: ['--match-path', `{${paths.join(',')}}`] }] : []),
    ...(ofBrowser.length > 0 ? [practice, build, { ...e2e, only: ofBrowser }] : []),
  ]
}

/** The files of tests at a path, which is one itself or a folder. @param {string} given @returns {string[]} */
function testsAt(given) {
  const at = path.posix.normalize(given.replaceAll('\\', '/')).replace(/\/$/, '')
  if (!existsSync(at)) throw new Error(`There is no ${given}.`)
  const below = statSync(at).isDirectory()
    ? readdirSync(at, { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(at, file.replaceAll('\\', '/')),
      )
    : [at]
  const tests = below.filter(
    (file) => /\.test\.tsx?$|\.t\.sol$|\.spec\.ts$/.test(file) && !/(^|\/)(node_modules|lib)\//.test(file),
  )
  if (tests.length === 0) throw new Error(`There are no tests at ${given}.`)
  return tests.sort()
}
