import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTransactionCount } from 'viem/actions'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { account } from '../../devnet/accounts'
import { openTarget, transportOf } from './deployment'
import type { Order } from './run'
import { runDeploy } from './run'
import { startReadyChain } from './testing/ready-chain'

const people = { governance: account(1), guardian: account(2) }
let chain: Awaited<ReturnType<typeof startReadyChain>>
let folder: string
let order: Order

beforeAll(async () => {
  chain = await startReadyChain({ chainId: 4242, people })
  folder = mkdtempSync(join(tmpdir(), 'ballast-deploy-'))
  const { parameters, rpcUrl, deployer } = chain
  const files = { recordFile: join(folder, 'record.json'), configFile: join(folder, 'config.json') }
  order = { parameters, rpcUrl, account: deployer, isSent: true, ...files }
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await chain.stop()
})

const sent = async () => {
  const { client } = await openTarget(chain.parameters, transportOf(chain.rpcUrl))
  return getTransactionCount(client, { address: chain.deployer.address })
}

/** Of each step by its number, what a line says about its gas. */
const gasIn = (lines: readonly string[], step: number) =>
  Number(lines.find((line) => new RegExp(`^${step} .*gas`).test(line))?.split('gas ')[1])

const rehearsed: string[] = []

it('says what it would do and cost, and does nothing', async () => {
  const lines = rehearsed
  await runDeploy({ ...order, isSent: false }, (line) => lines.push(line))
  expect(lines.filter((line) => line.includes('gas ')).length).toBeGreaterThan(40)
  expect(lines.at(-2)).toMatch(/^Gas of what is left: \d+, about [\d.,]+ PBL at /)
  expect(await sent()).toBe(0)
})

it('waits for what was sent before and is on its way', async () => {
  const { rpc, deployer } = chain
  await rpc('evm_setAutomine', [false])
  const raw = await deployer.signTransaction({
    ...{ chainId: 4242, to: deployer.address, nonce: 0, gas: 21_000n },
    maxFeePerGas: 10n ** 11n,
  })
  await rpc('eth_sendRawTransaction', [raw])
  await expect(runDeploy(order, () => undefined)).rejects.toThrow('1 of the transactions of')
  await rpc('anvil_dropAllTransactions')
  await rpc('evm_setAutomine', [true])
})

it('deploys all systems, broken off in between, and hands every right over', async () => {
  // Whoever holds the terminal lets go of it after the twelfth transaction.
  const breaking = (line: string) => {
    if (line.startsWith('12 of ')) throw new Error('broken off')
  }
  await expect(runDeploy(order, breaking)).rejects.toThrow('broken off')
  expect(await sent()).toBe(12)

  const { musdt } = chain.parameters.systems
  const changed = { ...chain.parameters, systems: { ...chain.parameters.systems, ...(musdt && { musdt: { ...musdt, epochSeconds: 0n } }) } }
  await expect(runDeploy({ ...order, parameters: changed }, () => undefined)).rejects.toThrow(/was begun with/)

  const lines: string[] = []
  await runDeploy(order, (line) => lines.push(line))
  expect(lines.filter((line) => line.endsWith('  done'))).toHaveLength(12)
  const rights = lines.filter((line) => line.startsWith('as asked') || line.startsWith('NOT'))
  expect(rights.length).toBeGreaterThan(20)
  expect(rights.filter((line) => line.startsWith('NOT'))).toEqual([])
  // Beside what was rehearsed: to a hundredth, and four thousand for the code that rehearses.
  for (let step = 13; step <= rights.length; step += 1)
    expect(Math.abs(gasIn(rehearsed, step) - gasIn(lines.filter((line) => / of /.test(line)), step))).toBeLessThan(
      gasIn(rehearsed, step) / 100 + 4_000,
    )
  expect(lines.at(-1)).toContain('has the network Second chain (chain 4242).')

  // Everything is there: a further run sends nothing.
  const count = await sent()
  await runDeploy(order, () => undefined)
  expect(await sent()).toBe(count)
})

it('writes what the app needs, with the hash of every contract’s code', () => {
  const { networks } = JSON.parse(readFileSync(order.configFile, 'utf8')) as {
    networks: { chainId: number; contracts: object; codeHashes: object }[]
  }
  expect(networks.map(({ chainId }) => chainId)).toEqual([4242])
  const [network] = networks
  expect(Object.keys(network?.contracts ?? {})).toEqual(['shared', 'backstop', 'musdt', 'stbt', 'silos', 'collateral'])
  expect(Object.keys(network?.codeHashes ?? {})).toEqual(['backstop', 'musdt', 'stbt', 'silos', 'collateral'])
})

it('refuses a node of another chain, and says which step would fail', async () => {
  const network = { ...chain.parameters.network, chainId: 5 }
  await expect(
    runDeploy({ ...order, parameters: { ...chain.parameters, network } }, () => undefined),
  ).rejects.toThrow('The node serves chain 4242, and the parameters are for 5.')

  const { backstop } = chain.parameters.systems
  const wrong = backstop && { ...backstop, btcFeed: { ...backstop.btcFeed, feed: people.guardian } }
  const parameters = { ...chain.parameters, systems: wrong ? { backstop: wrong } : {} }
  await expect(
    runDeploy({ ...order, parameters, recordFile: join(folder, 'another.json') }, () => undefined),
  ).rejects.toThrow('PriceFeedAdapter would fail')
})
