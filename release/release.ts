/** `npm run release`: says what `dist` is, so that others can compare: the hash of the build and its address on IPFS. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { cidOf } from './cid'
import { buildFiles, manifestText, sha256 } from './manifest'

const dist = resolve(import.meta.dirname, '../dist')
if (!existsSync(dist)) {
  console.error('There is no build yet: run npm run build first.')
  process.exit(1)
}
const files = buildFiles(dist)
console.log(`Build  ${sha256(manifestText(files))}`)
console.log(`       sha256 of the list of its ${files.length} files, manifest.sha256`)
console.log(`CID    ${await cidOf(dist)}`)
console.log('       of the folder as it is, with its config.json and _headers')
