import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { aptInstall } from './apt.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
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

/** Path of a Chromium or Chrome that is already here: on PATH, in the usual places, or downloaded by Playwright. */
export async function findBrowser() {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  const installed = [process.env['CHROMIUM_PATH'] ?? '', ...onPath, ...usualPlaces].find(doesStart)
  if (installed) return installed
  const { chromium } = await import('@playwright/test')
  const downloaded = chromium.executablePath()
  return existsSync(downloaded) ? downloaded : undefined
}

/** Gets a browser when there is none: Playwright's own download, else the system's package. */
export async function installBrowser() {
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
