import { createHash, webcrypto } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'

import { fetchBuildHash } from './build-hash'

const digest = (bytes: BufferSource) => webcrypto.subtle.digest('SHA-256', bytes)
const serving = (body: string, status = 200) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })))
const line = (file: string) => `${createHash('sha256').update(file).digest('hex')}  ${file}\n`

afterEach(() => vi.unstubAllGlobals())

it('is the hash of the list as it is served', async () => {
  const text = `${line('404.html')}${line('assets/index-1.js')}`
  serving(text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  expect(await fetchBuildHash(digest)).toEqual({ isKnown: true, sha256, files: 2 })
})

it('is not taken from a page of errors, an empty list or one that is none', async () => {
  for (const [body, status] of [
    ['<!doctype html>Not found', 404],
    ['<!doctype html>', 200],
    ['', 200],
    [`${line('a.js')}and more`, 200],
  ] as const) {
    serving(body, status)
    expect(await fetchBuildHash(digest)).toMatchObject({
      isKnown: false,
      reason: expect.stringContaining('serves no list') as string,
    })
  }
})

it('says why there is none without https, and when the site does not answer', async () => {
  expect(await fetchBuildHash(undefined)).toMatchObject({
    reason: expect.stringContaining('https') as string,
  })
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await fetchBuildHash(digest)).toMatchObject({
    reason: expect.stringContaining('could not be loaded') as string,
  })
})
