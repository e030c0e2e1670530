/** The package as others use it: built, in a folder of its own, by plain Node and by another bundler run. */
import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preProcessFile } from 'typescript'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { demo, operator } from '../../devnet/accounts'
import { chainSeconds } from '../../devnet/actions'
import { readContract, sendContract } from '../../devnet/contract'
import { startDevnet, type Devnet } from '../../devnet/devnet'
import { connect, receiptOf } from '../../devnet/rpc'
import { buildPackage } from './build'

const modules = join(import.meta.dirname, '../../node_modules')
let devnet: Devnet
let home: string
let dir: string

beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200 })
  home = mkdtempSync(join(tmpdir(), 'ballast-package-'))
  dir = join(home, 'node_modules/ballast')
  mkdirSync(dir, { recursive: true })
  for (const name of ['viem', 'valibot']) symlinkSync(join(modules, name), join(home, 'node_modules', name))
  await buildPackage(dir)
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(home, 'config.json'), JSON.stringify(devnet.config))
}, 600_000)

afterAll(async () => {
  rmSync(home, { recursive: true, force: true })
  await devnet.stop()
})

type Run = { readonly code: number; readonly out: string; readonly err: string }

/** Runs a script in the folder of somebody who has installed the package. */
const node = (...args: readonly string[]) =>
  new Promise<Run>((resolve) => {
    execFile(process.execPath, args, { cwd: home, timeout: 60_000 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err })
    })
  })
const ballast = (...args: readonly string[]) => node(join(dir, 'bin.js'), ...args)
const json = async (...args: readonly string[]) => {
  const { code, out, err } = await ballast(...args, '--json')
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Record<string, unknown>
}
const files = (end: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end))

describe('the package', () => {
  it('takes nothing of others but viem and valibot: no React, in the code and in the types', () => {
    const foreign = [...files('.js'), ...files('.d.ts')].flatMap((name) =>
      preProcessFile(readFileSync(join(dir, name), 'utf8'))
        .importedFiles.map(({ fileName }) => fileName)
        .filter((path) => !/^(\.|node:|viem($|\/)|valibot$)/.test(path)),
    )
    expect(foreign).toEqual([])
    expect(files('.d.ts').length).toBeGreaterThan(50)
  })

  it('is imported by plain Node: reads, formulas, ABIs', async () => {
    writeFileSync(
      join(home, 'script.js'),
      `import { readFileSync } from 'node:fs'
       import { atHead, open, positionsOf, read, readTree } from 'ballast'
       import { toAssetsDown } from 'ballast/math/musdt'
       import { musdtVaultAbi } from 'ballast/abis/MUSDTVault'
       const chain = open(JSON.parse(readFileSync('config.json', 'utf8'))).value
       const at = (await atHead(chain)).value
       const address = at.network.contracts.musdt.vault
       const tree = { price: read({ address, label: 'Vault', abi: musdtVaultAbi, functionName: 'shareToAssetsPrice' }) }
       const { price } = await readTree(at, tree)
       const systems = await positionsOf(at, '${demo}')
       const said = [price.value, toAssetsDown(1000000n, price.value)].map(String)
       console.log(JSON.stringify({ said, known: systems.map(({ id, report }) => [id, report.isKnown]) }))
       process.exit()`,
    )
    const { out, err } = await node('script.js')
    expect(err).toBe('')
    const { said, known } = JSON.parse(out) as { said: readonly string[]; known: readonly unknown[] }
    expect(BigInt(said[1] ?? 0)).toBe(BigInt(said[0] ?? 0) / 10n ** 12n)
    expect(known).toEqual(Object.keys(devnet.sights).map((id) => [id, true]))
  })

  it('gives a bundle one formula, where one is asked for', async () => {
    writeFileSync(join(home, 'one.js'), "export { toAssetsDown } from 'ballast/math/musdt'")
    await build({
      root: home,
      configFile: false,
      logLevel: 'error',
      build: { outDir: 'one', lib: { entry: join(home, 'one.js'), formats: ['es'], fileName: 'one' } },
    })
    const code = readFileSync(join(home, 'one', 'one.js'), 'utf8')
    expect(code).toContain('toAssetsDown')
    expect(code.length).toBeLessThan(3_000)
  })

  it('has types that refuse what is wrong', async () => {
    writeFileSync(
      join(home, 'typed.ts'),
      `import { atHead, open, positionsOf, type Found } from 'ballast'
       import { toAssetsDown } from 'ballast/math/musdt'
       const assets: bigint = toAssetsDown(1n, 2n)
       // @ts-expect-error money is bigint
       toAssetsDown(1, 2)
       const chain = open({})
       // @ts-expect-error whether it is known has to be asked first
       chain.value
       export const worth = async (account: \`0x\${string}\`): Promise<readonly Found<unknown>[]> => {
         if (!chain.isKnown) throw new Error(chain.reason + assets)
         const at = await atHead(chain.value)
         return at.isKnown ? (await positionsOf(at.value, account)).map(({ report }) => report) : []
       }`,
    )
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--module', 'nodenext']
    const { out } = await node(join(modules, 'typescript/bin/tsc'), ...options, 'typed.ts')
    expect(out).toBe('')
  })
})

describe('the command line', () => {
  it('says what an account has, in words and for programs', async () => {
    const { out, code } = await ballast('positions', demo)
    expect(code).toBe(0)
    expect(out).toContain('Net worth')
    const { chainId, systems } = await json('positions', demo)
    expect(chainId).toBe(31337)
    expect(systems).toHaveLength(Object.keys(devnet.sights).length)
  })

  it('prints a plan that does what it says, once it is sent by somebody who has the key', async () => {
    const rpc = connect(devnet.rpcUrl)
    const { id } = devnet.sights.backstop.stakingOpen
    const plan = ['plan', 'stake', '--account', demo, '--series', `${id}`, '--amount', '1000']
    const { out, code } = await ballast(...plan, '--calldata')
    expect(code).toBe(0)
    expect(out).toContain('Received, at least: 1,000 pool shares')
    const steps = [...out.matchAll(/to (\w+)\ndata (\w+)\nvalue (\d+)/g)]
    expect(steps.length).toBeGreaterThan(0)
    const stakedBefore = await stakedIn(id)
    for (const [, to, data] of steps) {
      const hash = await rpc('eth_sendTransaction', [{ from: demo, to, data }])
      expect((await receiptOf(rpc, hash)).status).toBe('0x1')
    }
    expect((await stakedIn(id)) - stakedBefore).toBe(1_000_000_000n)
  })

  const stakedIn = async (id: number) => {
    const { out } = await node(
      '--input-type=module',
      '-e',
      `import { readFileSync } from 'node:fs'
       import { atHead, open, read, readTree } from 'ballast'
       import { backstopPoolAbi as abi } from 'ballast/abis/BackstopPool'
       const at = (await atHead(open(JSON.parse(readFileSync('config.json', 'utf8'))).value)).value
       const address = '${id === devnet.sights.backstop.stakingOpen.id ? devnet.sights.backstop.stakingOpen.pool : ''}'
       const { shares } = await readTree(at, { shares: read({ address, label: 'Pool', abi, functionName: 'sharesOf', args: ['${demo}'] }) })
       console.log(String(shares.value))
       process.exit()`,
    )
    return BigInt(out.trim())
  }

  it.each([
    [['plan', 'stake', '--account', demo, '--series', '0', '--amount', '1'], 1, /Staking closed/],
    [['plan', 'stake', '--account', demo, '--series', '0'], 2, /--amount is missing: USDT to stake/],
    [['plan', 'stake', '--account', demo, '--series', '99', '--amount', '1'], 1, /There are 0, 1/],
    [['plan', 'withdraw', '--account', demo], 2, /Several systems can “withdraw”/],
    [['plan', 'fly', '--account', demo], 2, /There is no plan “fly”/],
    [['plan', 'stake', '--account', demo, '--private-key', '0x1'], 2, /Unknown option '--private-key'/],
    [['positions', '0x12'], 2, /not an address/],
    [['positions', demo, '--config', 'nowhere.json'], 1, /nowhere.json can’t be read/],
    [['positions', demo, '--rpc', 'http://node.example'], 1, /https/],
    [['watch', demo, '--webhook', 'http://hook.example/x'], 2, /--webhook has to be an https/],
    [['watch', demo, '--every', '1'], 2, /--every has to be a whole number from 5/],
  ])('refuses %j with a sentence, and prints nothing else', async (args, code, sentence) => {
    const run = await ballast(...args)
    expect(run).toMatchObject({ code, out: '' })
    expect(run.err).toMatch(sentence)
    expect(run.err.trim().split('\n')).toHaveLength(1)
  })

  it('plans what moves a vault, and what anybody may do for a series or the vault of mUSDT', async () => {
    for (const name of ['draw', 'collateral.withdraw']) {
      const options = ['--account', demo, '--amount', '0.5', '--calldata', '--vault']
      expect(await ballast('plan', name, ...options, '1/1')).toMatchObject({ err: '', code: 0 })
      // A vault near liquidation lets nothing out: the contract says so before anything is printed.
      expect(await ballast('plan', name, ...options, '1/10')).toMatchObject({ out: '', code: 1 })
    }
    const cancel = ['plan', 'cancelRequest', '--account', demo, '--amount', '10', '--epoch']
    expect((await ballast(...cancel, '0')).err).toMatch(/^--epoch: There is none with this number/)
    const { out } = await ballast('plan')
    for (const name of [
      'backstop.subscribe',
      'backstop.settle',
      'backstop.sweepLedger',
      'musdt.cancelRequest',
      'musdt.mint',
      'collateral.open',
      'collateral.take',
      'silos.vote',
      'stbt.redeem',
    ])
      expect(out).toContain(`${name}: `)
    const early = await ballast(
      'plan',
      'settle',
      '--account',
      demo,
      '--series',
      `${devnet.sights.backstop.stakingOpen.id}`,
    )
    expect(early).toMatchObject({ code: 1, out: '' })
  })

  it('exports the history as the app does', async () => {
    const { out, code, err } = await ballast('history', demo, '--csv')
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('Told only by') as string })
    const [head, ...lines] = out.trim().split('\r\n')
    expect(head).toContain('"time_utc","place","event"')
    expect(lines.length).toBeGreaterThan(20)
    const { events } = await json('history', demo)
    expect((events as readonly unknown[]).length).toBeGreaterThan(20)
  })
})

describe('the watcher', () => {
  let server: Server
  let refusals = 0
  const taken: {
    readonly text: string
    readonly news: readonly { kind: string; condition: { key: string } }[]
  }[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = ''
      request.on('data', (part: Buffer) => (body += part.toString()))
      request.on('end', () => {
        if (refusals > 0) refusals -= 1
        else taken.push(JSON.parse(body) as (typeof taken)[number])
        response.writeHead(refusals > 0 ? 503 : 204).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const look = () => {
    const { port } = server.address() as AddressInfo
    return ballast('watch', demo, '--once', '--webhook', `http://127.0.0.1:${port}/secret`)
  }

  it('tells everything once, also after a restart, again when it changed, and what a webhook refused', async () => {
    refusals = 4
    const refused = await look()
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/The webhook at 127.0.0.1:\d+ answered 503. It is told again./)
    expect(refused.err).not.toContain('secret')
    refusals = 0
    taken.length = 0

    expect((await look()).code).toBe(0)
    expect(taken).toHaveLength(1)
    const first = taken[0]?.news ?? []
    expect(first.every(({ kind }) => kind === 'new')).toBe(true)
    const withdraw = 'backstop withdraw'
    expect(first.map(({ condition }) => condition.key)).toContain(withdraw)

    expect(await look()).toMatchObject({ code: 0, out: '' })
    expect(taken).toHaveLength(1)

    const { id } = devnet.sights.backstop.tenor
    const { out } = await ballast(
      'plan',
      'backstop.withdraw',
      '--account',
      demo,
      '--series',
      `${id}`,
      '--amount',
      '1',
      '--json',
    )
    const { steps } = JSON.parse(out) as { steps: readonly { to: string; data: string }[] }
    const rpc = connect(devnet.rpcUrl)
    for (const { to, data } of steps)
      await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from: demo, to, data }]))
    await look()
    expect(taken).toHaveLength(2)
    expect(taken[1]?.news).toMatchObject([{ kind: 'changed', condition: { key: withdraw } }])
  })

  it('refuses a state that is damaged, or of another account', async () => {
    writeFileSync(join(home, 'damaged.json'), '{')
    const damaged = await ballast('watch', demo, '--once', '--state', 'damaged.json')
    expect(damaged).toMatchObject({ code: 1, out: '' })
    expect(damaged.err).toMatch(/damaged/)
    const other = await ballast(
      'watch',
      devnet.addresses.shared.usdt,
      '--once',
      '--state',
      `ballast-watch-31337-${demo}.json`,
    )
    expect(other.err).toMatch(/another account/)
  })
})

describe('more series than are read at once', () => {
  it('are all there: the last one can be staked in, is in the positions, and an old one still is', async () => {
    const rpc = connect(devnet.rpcUrl)
    const registry = { address: devnet.addresses.backstop.registry, abi: backstopRegistryAbi } as const
    const count = () => readContract(rpc, { ...registry, functionName: 'seriesCount' })
    const now = BigInt(await chainSeconds(rpc))
    while ((await count()) < 40n)
      await sendContract(rpc, operator, { ...registry, functionName: 'createSeries', args: [termsAt(now)] })
    const before = await json('positions', demo)
    const options = ['--account', demo, '--series', '39', '--amount', '12']
    const { steps } = (await json('plan', 'stake', ...options)) as { steps: { to: string; data: string }[] }
    for (const { to, data } of steps)
      await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from: demo, to, data }]))
    const locked = ({ systems }: Record<string, unknown>) => {
      const all = systems as readonly {
        id: string
        report: { value: { worth: { parts: readonly { key: string; usdWad: string }[] } } }
      }[]
      const parts = all.find(({ id }) => id === 'backstop')?.report.value.worth.parts
      return BigInt(parts?.find(({ key }) => key === 'locked')?.usdWad ?? 0)
    }
    expect(locked(before)).toBeGreaterThan(0n)
    expect(locked(await json('positions', demo)) - locked(before)).toBe(12n * 10n ** 18n)
    const early = await ballast('plan', 'stake', '--account', demo, '--series', '0', '--amount', '1')
    expect(early.err).toMatch(/Staking closed/)
  })
})

/** A series whose staking is open from now on. */
function termsAt(now: bigint) {
  const day = 86_400n
  return {
    ...{ name: 'One of many', stakingOpen: now, stakingClose: now + 30n * day, saleOpen: now + 30n * day },
    ...{ saleClose: now + 33n * day, maturity: now + 123n * day, twapWindow: 86_400, coverageBps: 10_000 },
    ...{ upfrontBps: 1_000, warrantBps: 1_000, compensationBps: 9_000, upfrontAsset: 0, makeWholeOrder: 1 },
    ...{ minSaleUsdt: 500_000_000_000n, maxSaleUsdt: 1_000_000_000_000n, warrantParUsdt: 100_000_000n },
    ...{ strikeUsdt: 400_000_000n, conversionUsdt: 380_000_000n, reserveUsdt: 0n },
  }
}
