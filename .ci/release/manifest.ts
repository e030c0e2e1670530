import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One file of a build, by its path in it. */
export type BuildFile = { readonly path: string; readonly sha256: string; readonly bytes: number }

export const manifestName = 'manifest.sha256'

/** What a host is set up with after the build, and the list itself. */
const notInManifest = ['config.json', '_headers', manifestName]

/** Every file below a folder, in an order that no language changes. */
export function pathsIn(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(dir, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The files that make a build what it is, as they are in this folder now. */
export function buildFiles(dir: string): BuildFile[] {
  return pathsIn(dir)
    .filter((path) => !notInManifest.includes(path))
    .map((path) => {
      const content = readFileSync(join(dir, path))
      return { path, sha256: sha256(content), bytes: content.length }
    })
}

/** `manifest.sha256`, for `sha256sum -c`. Its own hash is the build's: whoever compares that compares every file. */
export function manifestText(files: readonly BuildFile[]): string {
  return files.map((file) => `${file.sha256}  ${file.path}\n`).join('')
}

/** The paths that such a list names; lines that are none are passed over. */
export function pathsNamed(manifest: string): string[] {
  return manifest.split('\n').flatMap((line) => /^[0-9a-f]{64} {2}(\S.*)$/.exec(line)?.[1] ?? [])
}
