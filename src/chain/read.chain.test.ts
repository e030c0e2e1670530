import { createClient, encodeDeployData, encodeFunctionData, keccak256, type Address, type Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { tetherUsdAbi } from '../../abis/TetherUSD'
import { startAnvil } from '../../devnet/anvil'
import { artifact, buildContracts } from '../../devnet/artifacts'
import { connect, receiptOf } from '../../devnet/rpc'
import { checkContracts } from './contracts-check'
import { fetchBlock } from './fetch-block'
import { fetchSnapshot, isComplete, read, treeIdentity } from './read'
import { reasonOf } from './reason'
import { isUnknownBlock } from './rpc-answer'
import type { ChainClient } from './chain-reader'
import { toChain } from './to-chain'
import { ChainUnavailableError, createRpc } from './transport'

const multicall3: Address = '0xcA11bde05977b3631167028862bE2a173976CA11'
const nobody: Address = '0x000000000000000000000000000000000000dEaD'
const latecomer: Address = '0x00000000000000000000000000000000000000b2'
const holder: Address = '0x00000000000000000000000000000000000000A1'

let anvil: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let client: ChainClient
let usdt: Address
/** What the page asked its node, in order. */
const asked: string[] = []

beforeAll(async () => {
  buildContracts()
  anvil = await startAnvil()
  rpc = connect(anvil.rpcUrl)
  const [from] = (await rpc('eth_accounts')) as [Address]
  const send = async (transaction: object) => {
    const hash = await rpc('eth_sendTransaction', [{ from, gas: '0x1000000', ...transaction }])
    return receiptOf(rpc, hash)
  }
  const { abi, bytecode } = artifact('TetherUSD')
  const { contractAddress } = await send({ data: encodeDeployData({ abi, bytecode }) })
  if (contractAddress === null) throw new Error('USDT was not created.')
  usdt = contractAddress
  await rpc('anvil_setCode', [multicall3, artifact('Multicall3').runtime])
  await send({ to: usdt, data: faucet(holder, 1_234_567n) })

  const network = { ...networkOf(multicall3), rpcUrls: [anvil.rpcUrl] }
  const { transport } = createRpc(network)
  client = createClient({
    chain: toChain(network),
    transport: (options) => {
      const real = transport(options)
      const request: typeof real.request = (args, extra) => {
        asked.push((args as { method: string }).method)
        return real.request(args, extra)
      }
      return { ...real, request }
    },
  })
})
afterAll(() => anvil.stop())

function faucet(to: Address, amount: bigint): Hex {
  return encodeFunctionData({ abi: tetherUsdAbi, functionName: 'faucet', args: [to, amount] })
}

function networkOf(multicall: Address | undefined) {
  return {
    chainId: 31337,
    name: 'Devnet',
    isDevnet: true,
    rpcUrls: [],
    deploymentBlock: 0n,
    finalityBlocks: 3,
    blockSeconds: 1,
    contracts: { shared: { multicall3: multicall }, backstop: { registry: usdt, btc: usdt } },
  }
}

const balanceOf = (account: Address, address = usdt) =>
  read({ address, label: 'USDT', abi: tetherUsdAbi, functionName: 'balanceOf', args: [account], rule: 'U1' })

describe('answers longer than a program may be (EIP-170)', () => {
  it('are asked for in pieces where there is no Multicall3: 120 of 2 kB', async () => {
    const long: Address = '0x00000000000000000000000000000000000000C3'
    // RETURN(0, 2016): 63 empty words.
    await rpc('anvil_setCode', [long, '0x6107e06000f3'])
    const block = await fetchBlock(client, 'latest')
    asked.length = 0
    const tree = Array.from({ length: 120 }, (_, index) => balanceOf(holder, index % 2 === 0 ? long : usdt))
    const { data } = await fetchSnapshot(client, networkOf(undefined), tree, block)
    expect(data.map((reading) => reading.isKnown && reading.value)).toEqual(
      tree.map((_, index) => (index % 2 === 0 ? 0n : 1_234_567n)),
    )
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.length).toBeLessThan(30)
  })
})

describe.each([
  ['Multicall3', multicall3],
  ['no Multicall3', undefined],
])('a snapshot with %s', (_, multicall) => {
  it('reads a nested tree at one block in one call, with the source of each figure', async () => {
    const block = await fetchBlock(client, 'latest')
    asked.length = 0
    const tree = {
      symbol: read({ address: usdt, label: 'USDT', abi: tetherUsdAbi, functionName: 'symbol' }),
      people: [{ balance: balanceOf(holder) }, { balance: balanceOf(nobody) }],
      nothing: undefined,
    }
    const snapshot = await fetchSnapshot(client, networkOf(multicall), tree, block)
    expect(asked).toEqual(['eth_call'])
    expect(snapshot).toMatchObject({ chainId: 31337, blockNumber: block.number, timestamp: block.timestamp })
    expect(snapshot.data.symbol).toMatchObject({ isKnown: true, value: 'USDT' })
    expect(snapshot.data.people[0]?.balance).toEqual({
      isKnown: true,
      value: 1_234_567n,
      source: {
        contract: usdt,
        label: 'USDT',
        functionName: 'balanceOf',
        args: [holder],
        blockNumber: block.number,
        abi: tetherUsdAbi,
        raw: `0x${(1_234_567).toString(16).padStart(64, '0')}`,
        rule: 'U1',
      },
    })
    expect(snapshot.data.people[1]?.balance).toMatchObject({ isKnown: true, value: 0n })
    expect(snapshot.data.nothing).toBeUndefined()
    expect(isComplete(snapshot.data)).toBe(true)
  })

  it('says why one figure is unknown and keeps the others', async () => {
    const block = await fetchBlock(client, 'latest')
    const failing = [
      {
        type: 'function',
        name: 'transferFrom',
        stateMutability: 'view',
        inputs: [
          { name: 'from', type: 'address' },
          { name: 'to', type: 'address' },
          { name: 'value', type: 'uint256' },
        ],
        outputs: [],
      },
    ] as const
    const { data } = await fetchSnapshot(
      client,
      networkOf(multicall),
      {
        gone: balanceOf(holder, nobody),
        reverting: read({
          address: usdt,
          label: 'USDT',
          abi: failing,
          functionName: 'transferFrom',
          args: [holder, nobody, 5n],
        }),
        fine: balanceOf(holder),
      },
      block,
    )
    expect(data.gone).toMatchObject({
      isKnown: false,
      reason: `There is no contract that answers balanceOf at ${nobody}.`,
    })
    expect(data.reverting).toMatchObject({
      isKnown: false,
      reason: expect.stringMatching(/^USDT transferFrom reverted/) as string,
    })
    expect(data.fine).toMatchObject({ isKnown: true, value: 1_234_567n })
    expect(isComplete(data)).toBe(false)
  })

  it('stays at its block while the chain goes on', async () => {
    const block = await fetchBlock(client, 'latest')
    const [from] = (await rpc('eth_accounts')) as [Address]
    const data = faucet(latecomer, 7n)
    await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from, to: usdt, gas: '0x100000', data }]))
    const before = await fetchSnapshot(client, networkOf(multicall), balanceOf(latecomer), block)
    const after = await fetchSnapshot(
      client,
      networkOf(multicall),
      balanceOf(latecomer),
      await fetchBlock(client, 'latest'),
    )
    if (!before.data.isKnown || !after.data.isKnown) throw new Error('unknown balance')
    expect(after.data.value - before.data.value).toBe(7n)
  })

  it('throws for a block that the node does not know', async () => {
    const { number, timestamp } = await fetchBlock(client, 'latest')
    const wish = fetchSnapshot(client, networkOf(multicall), balanceOf(holder), {
      number: number + 50n,
      timestamp,
    })
    const error: unknown = await wish.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    expect(isUnknownBlock(reasonOf(error))).toBe(true)
  })

  it('shares its call with those that are asked for in the same turn, whose faults stay theirs', async () => {
    const block = await fetchBlock(client, 'latest')
    asked.length = 0
    const fetchOne = (tree: ReturnType<typeof balanceOf>, at = block) =>
      fetchSnapshot(client, networkOf(multicall), tree, at)
    const [fine, gone, none] = await Promise.all([
      fetchOne(balanceOf(holder)),
      fetchOne(balanceOf(holder, nobody)),
      fetchOne(balanceOf(nobody)),
    ])
    expect(asked).toEqual(['eth_call'])
    expect(fine.data).toMatchObject({ isKnown: true, value: 1_234_567n })
    expect(gone.data).toMatchObject({ isKnown: false })
    expect(none.data).toMatchObject({ isKnown: true, value: 0n })
    const former = { ...block, number: block.number - 1n }
    await Promise.all([fetchOne(balanceOf(holder)), fetchOne(balanceOf(holder), former)])
    expect(asked).toEqual(['eth_call', 'eth_call', 'eth_call'])
  })

  it('reads three hundred figures', async () => {
    const block = await fetchBlock(client, 'latest')
    const tree = Array.from({ length: 300 }, () => balanceOf(holder))
    const { data } = await fetchSnapshot(client, networkOf(multicall), tree, block)
    expect(data).toHaveLength(300)
    expect(data.every((reading) => reading.isKnown && reading.value === 1_234_567n)).toBe(true)
  })
})

describe('checkContracts', () => {
  it('is content when every address has code', async () => {
    expect(await checkContracts(client, networkOf(multicall3))).toBeUndefined()
  })

  it('names the contracts that are not there', async () => {
    const network = networkOf(multicall3)
    const wrong = { ...network, contracts: { backstop: { registry: usdt, btc: nobody } } }
    expect(await checkContracts(client, wrong)).toMatch(
      `no contract at the configured address of backstop.btc (${nobody})`,
    )
  })

  it('names those whose code is not the one whose hash is given', async () => {
    const network = networkOf(multicall3)
    const runtime = (await rpc('eth_getCode', [usdt, 'latest'])) as Hex
    const right = keccak256(runtime).toUpperCase().replace('0X', '0x') as Hex
    expect(
      await checkContracts(client, { ...network, codeHashes: { backstop: { registry: right } } }),
    ).toBeUndefined()
    const codeHashes = { backstop: { registry: right }, shared: { multicall3: keccak256('0x00') } }
    expect(await checkContracts(client, { ...network, codeHashes })).toMatch(
      `another contract than the configured one at the address of shared.multicall3 (${multicall3})`,
    )
  })
})

describe('the transport on a real node', () => {
  it('takes a failed assertion of USDT (an invalid opcode) for an answer, not for a broken node', async () => {
    const data = encodeFunctionData({
      abi: tetherUsdAbi,
      functionName: 'transfer',
      args: [holder, 10n ** 18n],
    })
    const { transport, health } = createRpc({ chainId: 31337, rpcUrls: [anvil.rpcUrl] })
    const plain = createClient({ transport })
    const call = plain.request({ method: 'eth_call', params: [{ from: nobody, to: usdt, data }, 'latest'] })
    await expect(call).rejects.not.toBeInstanceOf(ChainUnavailableError)
    expect(health.get().status).toBe('ok')
  })
})

describe('treeIdentity', () => {
  it('tells trees apart by address, function and arguments', () => {
    const trees = [
      balanceOf(holder),
      balanceOf(nobody),
      balanceOf(holder, nobody),
      [balanceOf(holder), balanceOf(nobody)],
    ]
    expect(new Set(trees.map(treeIdentity)).size).toBe(trees.length)
    expect(treeIdentity({ a: balanceOf(holder) })).toBe(treeIdentity([balanceOf(holder)]))
  })
})
