/**
 * `npm run release`: packs `dist`, as it is, into a zip that runs without a domain, in `.release/`, and says what it is, so
 * that others can compare: the hash of the build, its address on IPFS, the hash of the zip.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cidOf } from './cid'
import { buildFiles, manifestText, sha256 } from './manifest'
import { readme } from './readme'
import { zipOf } from './zip'

const root = resolve(import.meta.dirname, '../..')
const dist = join(root, 'dist')
if (!existsSync(dist)) {
  console.error('There is no build yet: run npm run build first.')
  process.exit(1)
}
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const name = `ballast-${version}`
const files = buildFiles(dist)
const build = sha256(manifestText(files))
const zip = zipOf(dist, name, readme(build))
const about = [
  `build  ${build}`,
  `       sha256 of the list of its ${files.length} files, manifest.sha256`,
  `cid    ${await cidOf(dist)}`,
  '       of the folder as it is, with its config.json and _headers',
  `zip    ${sha256(zip)}`,
  `       sha256 of ${name}.zip, the same folder`,
  '',
].join('\n')

const folder = join(root, '.release')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
writeFileSync(join(folder, `${name}.zip`), zip)
writeFileSync(join(folder, `${name}.txt`), about)
console.log(about)
