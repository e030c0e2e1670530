/**
 * `npm test`: proves everything on a bare machine that has Node and npm; `--quick` or paths of tests, a part of it.
 * Installs what is missing, runs the steps in order (two at a time where each needs one core), stops at the first
 * failure and ends with a line `N passed, N failed`, which counts the tests of Vitest, Forge and Playwright.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installBrowser } from './browser.mjs'
import { installEngines, missingEngines } from './engines.mjs'
import { installDependencies } from './install.mjs'
import { chooseSteps } from './steps.mjs'

/** @typedef {import('./steps.mjs').Step} Step */

/** A step that takes longer hangs. The longest is e2e. */
const stepLimitMs = 60 * 60_000

const reports = mkdtempSync(path.join(tmpdir(), 'ballast-test-'))
const total = { passed: 0, failed: 0 }

/** @param {Step} step @param {string} file @returns {Promise<number | null>} exit code */
function run(step, file) {
  const args = [...(step.report?.(file) ?? []), ...(step.only ?? [])]
  const isKept = step.isReportOnStdout || step.isOnOneCore
  const child = spawn('npm', ['run', '--silent', step.script, '--', ...args], {
    stdio: ['ignore', isKept ? 'pipe' : 'inherit', step.isOnOneCore ? 'pipe' : 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    shell: process.platform === 'win32',
  })
  const chunks = /** @type {Buffer[]} */ ([])
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  child.stderr?.on('data', (chunk) => chunks.push(chunk))
  const limit = setTimeout(() => {
    console.log(`${step.name} did not end within ${stepLimitMs / 60_000} minutes: stopped.`)
    child.kill()
  }, stepLimitMs)
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(limit)
      if (step.isReportOnStdout) writeFileSync(file, Buffer.concat(chunks))
      // In one piece: the lines of two steps side by side would be told apart by nobody.
      else if (isKept) process.stdout.write(Buffer.concat(chunks))
      resolve(code)
    })
  })
}

/** @param {Step} step @returns {Promise<boolean>} whether it passed */
async function prove(step) {
  console.log(`\n━━ ${step.name} (npm run ${step.script})`)
  const startedAt = performance.now()
  const file = path.join(reports, `${step.script.replaceAll(':', '-')}.json`)
  const code = await run(step, file)
  const counts = step.count && readCounts(step, file)
  total.passed += counts?.passed ?? 0
  total.failed += counts?.failed ?? 0
  counts?.problems.forEach((problem) => console.log(`  ✗ ${problem}`))
  // A step without tests, or one that broke before it could report, is one failure.
  const isPassed = code === 0 && (!step.count || (counts !== undefined && counts.failed === 0))
  if (!isPassed && !counts?.failed) total.failed += 1
  const detail = counts ? `, ${counts.passed} passed, ${counts.failed} failed` : ''
  console.log(
    `${isPassed ? '✓' : '✗'} ${step.name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s${detail}`,
  )
  return isPassed
}

/** @param {Step} step @param {string} file */
function readCounts(step, file) {
  try {
    return step.count?.(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    console.log(`  ✗ ${step.name} left no readable report.`)
    return undefined
  }
}

/** Takes one step after the other from the list, until it is empty or one fails. @param {Step[]} steps */
async function proveInOrder(steps) {
  for (let step = steps.shift(); step; step = steps.shift()) {
    if (await prove(step)) continue
    console.log(`\nStopped: the step "${step.name}" failed. Rerun it alone with: npm run ${step.script}`)
    steps.length = 0
    return false
  }
  return true
}

async function proveAll() {
  const steps = chooseSteps(process.argv.slice(2))
  installDependencies()
  const browserSteps = steps.filter(({ script }) => script === 'e2e')
  if (browserSteps.length > 0) await installBrowser()
  const isInAllEngines = browserSteps.some(
    ({ only }) => !only || only.some((file) => file.startsWith('e2e/engines/')),
  )
  if (isInAllEngines) installEngines()
  const sideBySide = steps.filter(({ isOnOneCore }) => isOnOneCore)
  const lane = () => proveInOrder(sideBySide)
  if (!(await Promise.all([lane(), lane()])).every(Boolean)) return
  if (!(await proveInOrder(steps.filter(({ isOnOneCore }) => !isOnOneCore)))) return
  if (isInAllEngines) for (const sentence of missingEngines()) console.log(`\n${sentence}`)
}

try {
  await proveAll()
} catch (error) {
  total.failed += 1
  console.log(`\nStopped: ${error instanceof Error ? error.message : String(error)}`)
} finally {
  rmSync(reports, { recursive: true, force: true })
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
