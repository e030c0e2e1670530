import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What can be imported of the package: its index, and every formula and every ABI by itself. */
export function entriesOf(root: string): Readonly<Record<string, string>> {
  const modules = ['src/math', 'abis', 'abis/views'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts') && !/\.test\.|^silos-test-/.test(name))
      .map((name) => `${folder}/${name.slice(0, -3)}`),
  )
  return Object.fromEntries(
    ['src/package/index', 'src/package/bin', ...modules].map((name) => [name, join(root, `${name}.ts`)]),
  )
}
