import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const files = Object.keys(sources).filter((path) => !path.includes('.test.') && !path.includes('/testing/'))

/** Files of this room that a file imports, types included. */
function importsOf(path: string): string[] {
  const folder = new URL(path, 'file:///room/')
  return [...(sources[path] ?? '').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].flatMap(([, spec = '']) => {
    const target = `.${new URL(spec, folder).pathname.replace('/room', '')}`
    return files.filter((file) => file.replace(/\.tsx?$/, '') === target)
  })
}

/** The first circle met from here, as a path that ends where it began. */
function circleFrom(path: string, trail: readonly string[], cleared: Set<string>): string[] | undefined {
  if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
  if (cleared.has(path)) return undefined
  for (const target of importsOf(path)) {
    const circle = circleFrom(target, [...trail, path], cleared)
    if (circle) return circle
  }
  cleared.add(path)
  return undefined
}

it('has no file that imports itself by way of others', () => {
  const cleared = new Set<string>()
  expect(files.length).toBeGreaterThan(40)
  expect(files.flatMap((path) => circleFrom(path, [], cleared) ?? [])).toEqual([])
})
it('has no folder that imports itself by way of others', () => {
  const folderOf = (path: string) => /^\.\/(\w+)\//.exec(path)?.[1]
  const edges = new Map<string, Set<string>>()
  for (const path of files)
    for (const target of importsOf(path)) {
      const [from, to] = [folderOf(path), folderOf(target)]
      if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(edges.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    )
  expect([...edges.keys()].filter((folder) => reaches(folder, folder))).toEqual([])
})
