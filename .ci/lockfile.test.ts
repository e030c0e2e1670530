import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>
}
const installed = Object.entries(packages).filter(([path]) => path !== '')

it('names no host: packages come from the registry of whoever installs', () => {
  expect(installed.filter(([, { resolved, link }]) => resolved !== undefined || link)).toEqual([])
})

it('pins what is installed by its content', () => {
  const loose = installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))
  // Written by complete-lock.mjs for other operating systems: the registry it was made with does not list them.
  const isOfAnotherSystem = ([path, { optional, os }]: [string, Entry]) =>
    optional === true && (os !== undefined || /wasm32|arm|x64|amd64|ia32|ppc64|riscv64|s390x/.test(path))
  expect(loose.filter((entry) => !isOfAnotherSystem(entry)).map(([path]) => path)).toEqual([])
  expect(loose.length).toBeLessThanOrEqual(29)
})

it('pins exact versions of what package.json asks for', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
    expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
  }
})
