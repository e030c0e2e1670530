import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { serve } from '../../devnet/serve'
import { compare, siteAddress } from './compare'
import { buildFiles, manifestName, manifestText } from './manifest'
import { report } from './report'

const dir = mkdtempSync(join(tmpdir(), 'ballast-compare-'))
const [build, live] = [join(dir, 'build'), join(dir, 'live')]
const config = { networks: [{ rpcUrls: ['https://rpc.example/'] }] }
afterAll(() => rmSync(dir, { recursive: true }))

const list = (folder: string) => writeFileSync(join(folder, manifestName), manifestText(buildFiles(folder)))

beforeEach(() => {
  rmSync(build, { recursive: true, force: true })
  rmSync(live, { recursive: true, force: true })
  mkdirSync(join(build, 'assets'), { recursive: true })
  mkdirSync(join(build, '.well-known'))
  writeFileSync(join(build, 'index.html'), '<!doctype html><title>Ballast</title>')
  writeFileSync(join(build, '404.html'), '<!doctype html><title>Not found</title>')
  writeFileSync(join(build, 'config.json'), '{"networks":[]}')
  writeFileSync(join(build, '.well-known', 'security.txt'), 'Contact: mailto:you@example')
  writeFileSync(join(build, 'assets', 'main-abc.js'), 'export const a = 1')
  list(build)
  cpSync(build, live, { recursive: true })
})

/** What the site in `live` is found to be, as the command says it. */
async function found() {
  const site = await serve({ dir: live, config })
  try {
    const comparison = await compare(new URL(site.url), buildFiles(build))
    const other = comparison.findings.filter(({ outcome }) => outcome !== 'same')
    return { ...report(comparison), other: other.map(({ path, outcome }) => `${outcome} ${path}`) }
  } finally {
    await site.stop()
  }
}

describe('a live site beside a build', () => {
  it('is the same, whatever its config.json says, which is shown', async () => {
    const { code, other, lines } = await found()
    expect(other).toEqual([])
    expect(code).toBe(0)
    expect(lines.join('\n')).toContain('All 6 answers are this build')
    expect(lines.join('\n')).toContain('"https://rpc.example/"')
  })

  it('is another by one byte', async () => {
    writeFileSync(join(live, 'assets', 'main-abc.js'), 'export const a = 2')
    const { code, other } = await found()
    expect(other).toEqual(['wrong assets/main-abc.js'])
    expect(code).toBe(1)
  })

  it('is another by what comes after the last byte', async () => {
    writeFileSync(join(live, 'assets', 'main-abc.js'), `export const a = 1${' '.repeat(2_000_000)}`)
    expect(await found()).toMatchObject({ other: ['wrong assets/main-abc.js'], code: 1 })
  })

  it('is another as the page that people open', async () => {
    writeFileSync(join(live, 'index.html'), '<!doctype html><title>Ballost</title>')
    expect((await found()).other).toEqual(['wrong the page itself', 'wrong index.html'])
  })

  it('lacks a file', async () => {
    rmSync(join(live, '.well-known'), { recursive: true })
    expect(await found()).toMatchObject({ other: ['missing .well-known/security.txt'], code: 1 })
  })

  it('has a file too many, by its own list', async () => {
    writeFileSync(join(live, 'assets', 'more.js'), '')
    list(live)
    expect((await found()).other).toEqual([`wrong ${manifestName}`, 'extra assets/more.js'])
  })
})

type Treatment = (answer: ServerResponse, port: number) => void

describe('a host', () => {
  const treatments: [string, string, Treatment][] = [
    ['never answers', 'no whole answer within 0.3 s', () => undefined],
    ['breaks down', 'the host answered 503', (answer) => answer.writeHead(503).end()],
    ['stops in the middle', 'no whole answer within 0.3 s', (answer) => answer.writeHead(200).write('<!doc')],
    [
      'sends on to another',
      'the host sends on to http://localhost',
      (answer, port) =>
        answer.req.headers.host?.startsWith('localhost')
          ? answer.end('<!doctype html><title>Ballast</title>')
          : answer.writeHead(302, { location: `http://localhost:${port}/` }).end(),
    ],
  ]
  it.each(treatments)('that %s leaves it open what the site is', async (_, why, treat) => {
    let port = 0
    const server = createServer((_request, answer) => treat(answer, port))
    await new Promise<void>((resolve) => server.listen(0, resolve))
    port = (server.address() as AddressInfo).port
    const limits = { fileMs: why.includes('0.3 s') ? 300 : 15_000, atATime: 6 }
    const comparison = await compare(new URL(`http://127.0.0.1:${port}/`), buildFiles(build), limits)
    server.closeAllConnections()
    server.close()
    const { lines, code } = report(comparison)
    expect(lines.filter((line) => line.startsWith('unknown'))).toHaveLength(6)
    expect(lines.join('\n')).toContain(why)
    expect(code).toBe(2)
  })
})

describe('the address of a site', () => {
  it.each([
    ['https://app.example', 'https://app.example/'],
    ['https://app.example/#/stake', 'https://app.example/'],
    ['https://gateway.example/ipfs/bafy', 'https://gateway.example/ipfs/bafy/'],
    ['https://app.example/sub/index.html?x=1', 'https://app.example/sub/'],
  ])('%s is where its files are', (typed, address) => {
    expect(siteAddress(typed)?.href).toBe(address)
  })

  it.each(['', 'app.example', 'file:///etc/passwd'])('%s is none', (typed) => {
    expect(siteAddress(typed)).toBeUndefined()
  })
})
