import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headerFiles } from './headers'
import { serve, type Served } from './serve'

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self' http://127.0.0.1:8545 https://rpc.example; " +
  "img-src 'self' data:; font-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; " +
  "object-src 'none'; require-trusted-types-for 'script'; trusted-types default; frame-ancestors 'none'"

const rpcUrls = ['http://127.0.0.1:8545', 'https://rpc.example/key']
const dir = mkdtempSync(join(tmpdir(), 'ballast-serve-'))
let site: Served

beforeAll(async () => {
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true })
  writeFileSync(join(dir, 'secret.txt'), 'outside')
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html><title>Ballast</title>')
  writeFileSync(join(dir, 'dist', '404.html'), '<!doctype html><title>Not found</title>')
  writeFileSync(join(dir, 'dist', 'config.json'), '{"networks":[]}')
  writeFileSync(join(dir, 'dist', 'assets', 'main-abc.js'), 'export {}')
  site = await serve({ dir: join(dir, 'dist'), config: { networks: [{ rpcUrls }] } })
})
afterAll(async () => {
  await site.stop()
  rmSync(dir, { recursive: true })
})

const get = (path: string) => fetch(new URL(path, site.url))

describe('serve', () => {
  it.each([
    ['/', 200],
    ['/config.json', 200],
    ['/assets/main-abc.js', 200],
    ['/stake', 404],
    ['/assets/gone-123.js', 404],
    ['/%', 400],
  ])('sends every production header with %s', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(policy)
    expect(response.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin-allow-popups')
    expect(response.headers.get('permissions-policy')).toContain('camera=()')
  })

  it('lets only what is named by its content be cached, and only when it is there', async () => {
    expect((await get('/assets/main-abc.js')).headers.get('cache-control')).toContain('immutable')
    for (const path of ['/', '/index.html', '/config.json', '/assets/gone-123.js'])
      expect((await get(path)).headers.get('cache-control')).toBe('no-cache')
  })

  it('lets other sites read the manifest and nothing else', async () => {
    for (const path of ['/manifest.json', '/', '/config.json', '/no/manifest.json'])
      expect((await get(path)).headers.get('access-control-allow-origin'), path).toBe(
        path === '/manifest.json' ? '*' : null,
      )
  })

  it("answers the given configuration in place of the build's", async () => {
    expect(await (await get('/config.json')).json()).toEqual({ networks: [{ rpcUrls }] })
  })

  it('serves nothing outside its folder', async () => {
    // fetch would take the dots away before sending.
    const status = await new Promise((resolve, reject) =>
      request(new URL(site.url), { path: '/../secret.txt' }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end(),
    )
    expect(status).toBe(404)
    expect((await get('/%2e%2e%2fsecret.txt')).status).toBe(404)
    expect((await get('/assets')).status).toBe(404)
  })

  it('refuses to change anything', async () => {
    expect((await fetch(site.url, { method: 'POST' })).status).toBe(405)
  })

  it('refuses a folder without a build', () => {
    expect(() => serve({ dir })).toThrow('index.html is missing')
  })
})

it('the header files of hosts are those that devnet/headers.ts writes', () => {
  for (const { file, text } of headerFiles()) expect(readFileSync(file, 'utf8'), file.href).toBe(text)
})
