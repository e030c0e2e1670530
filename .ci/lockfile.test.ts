import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
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
  expect(loose.map(([path]) => path)).toEqual([])
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
