import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync, type Zippable } from 'fflate'
import { pathsIn } from './manifest'

/**
 * A folder as a zip, below `name/`, with the text `readme` beside it: the same bytes for the same content, whenever and
 * wherever it is made.
 */
export function zipOf(dir: string, name: string, readme: string): Uint8Array {
  const files: Zippable = { [`${name}/README.txt`]: Buffer.from(readme) }
  for (const path of pathsIn(dir)) files[`${name}/app/${path}`] = readFileSync(join(dir, path))
  // A zip holds the local time as it reads: this one, the first it can hold, reads the same in every time zone.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}
