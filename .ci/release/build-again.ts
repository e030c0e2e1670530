/**
 * `npm run build:again`: builds the same sources in another folder, time zone and language, and compares every byte with
 * `dist`. Whoever has the sources can tell whether a site is made of them only if this holds. trust.md X11
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathsIn } from './manifest'

/** What a build is made of. */
const sources = [
  ...['src', 'abis', 'public', 'devnet', 'contracts/deploy', '.ci'],
  ...['index.html', 'package.json', 'tsconfig.json', 'vite.config.ts', 'tailwind.config.ts'],
]

/** The paths whose bytes differ in two folders, or that only one of them has. */
function differing(one: string, other: string): string[] {
  const [ours, theirs] = [pathsIn(one), pathsIn(other)]
  const alone = [...ours, ...theirs].filter((path) => !ours.includes(path) || !theirs.includes(path))
  const changed = ours.filter(
    (path) => theirs.includes(path) && !readFileSync(join(one, path)).equals(readFileSync(join(other, path))),
  )
  return [...alone, ...changed]
}

const root = resolve(import.meta.dirname, '../..')
const elsewhere = mkdtempSync(join(tmpdir(), 'ballast build again '))
try {
  for (const source of sources) cpSync(join(root, source), join(elsewhere, source), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'), 'junction')
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: elsewhere,
      env: { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      stdio: 'inherit',
    },
  )
  const different = differing(join(root, 'dist'), join(elsewhere, 'dist'))
  if (different.length > 0) {
    process.exitCode = 1
    console.error(
      `Two builds of these sources differ in ${different.join(', ')}. If dist is older than the sources, run npm run build first.`,
    )
  } else console.log(`Both builds have the same ${pathsIn(join(root, 'dist')).length} files, byte for byte.`)
} finally {
  rmSync(elsewhere, { recursive: true, force: true })
}
