import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { preProcessFile } from 'typescript'
import { expect, it } from 'vitest'

type Graph = ReadonlyMap<string, readonly string[]>

const source = resolve(import.meta.dirname)

/** Every file of src with the files of src it imports: types and lazy chunks too. */
function importsOfSource(): Graph {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(source, name))
  const known = new Set(files)
  const fileOf = (from: string, path: string) =>
    ['.ts', '.tsx'].map((end) => resolve(dirname(from), path) + end).filter((file) => known.has(file))
  return new Map(
    files.map((file) => {
      const { importedFiles } = preProcessFile(readFileSync(file, 'utf8'))
      return [file, importedFiles.flatMap(({ fileName }) => fileOf(file, fileName))]
    }),
  )
}

/** The first circle found, as the way around it; empty when there is none. */
function circleIn(graph: Graph): readonly string[] {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): readonly string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return []
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...way, file])
      if (circle.length > 0) return circle
    }
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = walk(file, [])
    if (circle.length > 0) return circle
  }
  return []
}

it('finds a circle where there is one', () => {
  const graph = new Map([
    ['a', ['b', 'd']],
    ['b', ['c']],
    ['c', ['b']],
  ])
  expect(circleIn(graph)).toEqual(['b', 'c', 'b'])
})

it('no file imports itself by way of others', () => {
  const graph = importsOfSource()
  expect(graph.get(join(source, 'main.ts'))).toContain(join(source, 'app', 'draw.tsx'))
  expect(circleIn(graph).map((file) => file.slice(source.length + 1))).toEqual([])
})
