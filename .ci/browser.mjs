import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { aptInstall } from './apt.mjs'

/** Chromium without its window: what a test of a page uses of it, for 30% less of the machine's time. */
const shell = 'chromium-headless-shell'
const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const usualPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  '/snap/bin/chromium',
]

/** A stub that only says "install me" is on PATH on some systems: only a browser that can tell its version counts. */
function doesStart(/** @type {string} */ file) {
  if (!existsSync(file)) return false
  if (process.platform === 'win32') return true
  return spawnSync(file, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

const onPath = (/** @type {string} */ name) =>
  (process.env['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, name))

/** Path of a Chromium or Chrome that is already here: on PATH, in the usual places, or downloaded by Playwright. */
export async function findBrowser() {
  const installed = [process.env['CHROMIUM_PATH'] ?? '', ...names.flatMap(onPath), ...usualPlaces].find(
    doesStart,
  )
  if (installed) return installed
  const { chromium } = await import('@playwright/test')
  const downloaded = chromium.executablePath()
  return existsSync(downloaded) ? downloaded : undefined
}

/** Gets the lightest browser the system has a package of, else, when there is none, Playwright's own download. */
export async function installBrowser() {
  if (process.env['CHROMIUM_PATH'] || onPath(shell).some(doesStart)) return
  if (process.getuid?.() === 0 && onPath('apt-get').some(existsSync)) aptInstall([shell])
  if (await findBrowser()) return
  console.log('No Chromium or Chrome found: downloading one (npx playwright install chromium)…')
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (await findBrowser()) return
  console.log('The download failed: trying the system package.')
  aptInstall(['chromium'])
  if (await findBrowser()) return
  throw new Error(
    'No browser could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH, then rerun.',
  )
}
