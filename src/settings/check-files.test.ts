import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'

import { checkFiles } from './check-files'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const files: Readonly<Record<string, string>> = {
  './': '<!doctype html>',
  'assets/main.js': 'export {}',
  '.well-known/security.txt': 'Contact: you',
}
const list = Object.entries(files)
  .map(([path, text]) => `${sha256(text)}  ${path === './' ? 'index.html' : path}\n`)
  .join('')

/** A host that serves these files, and the list of them. */
const host =
  (change: Readonly<Record<string, string | undefined>> = {}) =>
  (url: RequestInfo | URL) => {
    const text = { ...files, 'manifest.sha256': list, ...change }[url as string]
    return Promise.resolve(new Response(text ?? '', { status: text === undefined ? 404 : 200 }))
  }

it('agrees where each file is the one that the list names, and gives the list’s own hash', async () => {
  const line = await checkFiles(host())
  expect(line).toMatchObject({ outcome: 'agrees', hash: sha256(list) })
  expect(line.says).toMatch(/^3 files, as this browser was served them, are those the site’s own list names/)
})

it('differs by one byte, and says where', async () => {
  const line = await checkFiles(host({ 'assets/main.js': 'export {};' }))
  expect(line).toMatchObject({ outcome: 'differs', hash: sha256(list) })
  expect(line.says).toContain('assets/main.js')
})

it.each([
  ['a file is missing', { 'assets/main.js': undefined }, 'Could not be fetched: assets/main.js.'],
  [
    'a file is endless',
    { 'assets/main.js': 'x'.repeat(10_000_001) },
    'Could not be fetched: assets/main.js.',
  ],
  ['there is no list', { 'manifest.sha256': undefined }, 'could not be fetched'],
  ['the list is a page', { 'manifest.sha256': '<!doctype html>' }, 'can’t be read'],
  ['the list is empty', { 'manifest.sha256': '' }, 'can’t be read'],
])('is not checked where %s', async (_, change, says) => {
  const line = await checkFiles(host(change))
  expect(line.outcome).toBe('unchecked')
  expect(line.says).toContain(says)
})
