/**
 * `npm run verify -- https://app.example/`: compares a live site with `dist`, the build of this checkout. Ends with 0 where
 * every file is the same, 1 where one is not, 2 where that could not be found out.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { compare, siteAddress } from './compare'
import { buildFiles, manifestText, sha256 } from './manifest'
import { report } from './report'

const dist = resolve(import.meta.dirname, '../../dist')
const [typed = '', ...more] = process.argv.slice(2)
const site = siteAddress(typed)

if (!site || more.length > 0) {
  console.error('Give the address of one site: npm run verify -- https://app.example/')
  process.exitCode = 2
} else if (!existsSync(dist)) {
  console.error('There is no build to compare with: check out the release, then npm ci && npm run build.')
  process.exitCode = 2
} else {
  const files = buildFiles(dist)
  console.log(`${site.href} beside the build ${sha256(manifestText(files))}\n`)
  const { lines, code } = report(await compare(site, files))
  console.log(lines.join('\n'))
  process.exitCode = code
}
