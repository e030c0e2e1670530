import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { zipOf } from './zip'

const dir = mkdtempSync(join(tmpdir(), 'ballast-zip-'))
const zone = process.env['TZ']
afterAll(() => {
  rmSync(dir, { recursive: true })
  process.env['TZ'] = zone
})

function folder(name: string): string {
  const made = join(dir, name)
  mkdirSync(join(made, 'assets'), { recursive: true })
  writeFileSync(join(made, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(made, 'index.html'), '<!doctype html>')
  return made
}

it('is the same bytes on another day, in another folder and time zone', () => {
  process.env['TZ'] = 'America/Los_Angeles'
  const one = zipOf(folder('one'), 'ballast', 'Read me')
  const other = folder('other')
  utimesSync(join(other, 'index.html'), 1, 1)
  process.env['TZ'] = 'Pacific/Kiritimati'
  expect(Buffer.from(zipOf(other, 'ballast', 'Read me')).equals(Buffer.from(one))).toBe(true)
})

it('holds the folder, and how to serve it', () => {
  const files = unzipSync(zipOf(folder('third'), 'ballast', 'Read me'))
  expect(Object.entries(files).map(([path, content]) => [path, strFromU8(content)])).toEqual([
    ['ballast/README.txt', 'Read me'],
    ['ballast/app/assets/main.js', 'export {}'],
    ['ballast/app/index.html', '<!doctype html>'],
  ])
})
