import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/** @param {string} file @returns {Record<string, LockedPackage>} */
function lockedPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** Whether node_modules holds exactly what package-lock.json asks for; npm records there what it installed. */
export function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const installed = lockedPackages('node_modules/.package-lock.json')
  return Object.entries(lockedPackages('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === wanted.version : Boolean(wanted.optional)
  })
}

/** Installs the locked dependencies when they are missing or not those of the lockfile. */
export function installDependencies() {
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci)…')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0)
    throw new Error('npm ci failed. Check the connection to the package registry, then rerun.')
}
