/**
 * Adds the optional platform packages (other operating systems) that a registry mirror did not
 * list when the lockfile was made, each with the hash of its content as the registry tells it. Without them `npm ci`
 * calls the lockfile out of sync; without the hash it would take whatever has their name.
 * Run after every change of dependencies: `node .ci/complete-lock.mjs`.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony']
/** @type {Record<string, string>} */
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  amd64: 'x64',
  arm: 'arm',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** @param {string} from @param {string} name */
function isListed(from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (!at) return false
  }
}

for (const [path, { optionalDependencies, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
    if (isListed(path, name)) continue
    const words = name.split(/[-/]/)
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: words.filter((word) => word in processors).map((word) => processors[word]),
      ...(dev ? { dev } : {}),
      optional: true,
      os: words.includes('wasi') ? undefined : words.filter((word) => systems.includes(word)),
    }
  }
}
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === '' || entry.integrity) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  entry.integrity = execFileSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8',
  }).trim()
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
