import { readFileSync } from 'node:fs'
import { createPublicClient, http, type Address, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tetherUsdAbi } from '../abis/TetherUSD'
import { account, demo } from './accounts'
import { chainSeconds, fund, reset } from './actions'
import { target } from './clock'
import { encode, sendContract } from './contract'
import { startDevnet, type Devnet } from './devnet'
import { connect } from './rpc'
import { chosenSystems, parseSystemIds } from './systems'
import { moveClock, nextEdge } from './time'

const endTime = 1_780_315_200
let devnet: Devnet
let rpc: ReturnType<typeof connect>
let client: PublicClient

beforeAll(async () => {
  devnet = await startDevnet({ endTime })
  rpc = connect(devnet.rpcUrl)
  client = createPublicClient({ transport: http(devnet.rpcUrl) })
})
afterAll(() => devnet.stop())

const usdtBalance = (of: Address) =>
  client.readContract({
    address: devnet.addresses.shared.usdt,
    abi: tetherUsdAbi,
    functionName: 'balanceOf',
    args: [of],
  })

describe('the scenario', () => {
  it('is the same every time, to the last hash', async () => {
    const again = await startDevnet({ endTime })
    try {
      const block = await client.getBlock()
      const other = await createPublicClient({ transport: http(again.rpcUrl) }).getBlock()
      expect(other.hash).toBe(block.hash)
    } finally {
      await again.stop()
    }
  })

  it('has the addresses that public/config.json names', () => {
    const written: unknown = JSON.parse(readFileSync('public/config.json', 'utf8'))
    const [network] = devnet.config.networks
    expect(written).toEqual({ networks: [{ ...network, rpcUrls: ['http://127.0.0.1:8545'] }] })
  })
})

it('does not start on a port that is taken', async () => {
  await expect(startDevnet({ port: devnet.port })).rejects.toThrow(`Port ${devnet.port} is taken.`)
})

describe('USDT', () => {
  const usdt = (functionName: string, args: readonly unknown[]) => ({
    from: demo,
    to: devnet.addresses.shared.usdt,
    data: encode({ address: devnet.addresses.shared.usdt, abi: tetherUsdAbi, functionName, args }),
  })
  const failure = (request: object): Promise<{ message: string; data?: string }> =>
    rpc('eth_call', [request, 'latest']).then(
      () => expect.fail('It did not fail.'),
      (error: unknown) => error as { message: string; data?: string },
    )

  it('returns nothing from transfer and approve (U1)', async () => {
    expect(await rpc('eth_call', [usdt('transfer', [account(1), 1n]), 'latest'])).toBe('0x')
    expect(await rpc('eth_call', [usdt('approve', [account(1), 1n]), 'latest'])).toBe('0x')
  })

  it('refuses a second approval without a reason (U2)', async () => {
    const approve = (value: bigint) => ({
      address: devnet.addresses.shared.usdt,
      abi: tetherUsdAbi,
      functionName: 'approve',
      args: [account(2), value],
    })
    await sendContract(rpc, demo, approve(5n))
    expect((await failure(usdt('approve', [account(2), 6n]))).data ?? '0x').toBe('0x')
    await sendContract(rpc, demo, approve(0n))
    await sendContract(rpc, demo, approve(6n))
  })

  it('burns all gas when there is too little (U3)', async () => {
    expect((await failure(usdt('transfer', [account(1), 10n ** 15n]))).message).toMatch(/invalid/i)
  })
})

describe('which systems are on it', () => {
  it('is said by their ids', () => {
    expect(parseSystemIds(undefined)).toBeUndefined()
    const ids = chosenSystems().map(({ id }) => id)
    expect(parseSystemIds(ids.join(','))).toEqual(ids)
    expect(() => parseSystemIds('nothing')).toThrow('There is no system "nothing". There are: ')
  })

  it("decides no other system's chance: each has numbers of its own", () => {
    const offsets = chosenSystems().map(({ randomOffset }) => randomOffset)
    expect(new Set(offsets).size).toBe(offsets.length)
  })
})

describe('what one can do to it', () => {
  it('moves the clock to the next window of any system, and never back', async () => {
    const edge = await nextEdge(rpc, devnet.addresses)
    expect(edge?.what).toMatch(/^Redemption \d+ of STBT can be executed$/)
    await moveClock(rpc, devnet.addresses, edge?.seconds ?? 0)
    expect(await chainSeconds(rpc)).toBeGreaterThanOrEqual(edge?.seconds ?? Infinity)
    await expect(moveClock(rpc, devnet.addresses, endTime)).rejects.toThrow('only goes forward')
  })

  it('understands the times of the command', async () => {
    const { addresses } = devnet
    const now = await chainSeconds(rpc)
    expect((await target(rpc, addresses, '+2d')).seconds).toBe(now + 172_800)
    expect((await target(rpc, addresses, 'maturity')).what).toBe('Series D: maturity')
    expect((await target(rpc, addresses, 'unlock')).what).toBe('Lock 7 can be unlocked')
    expect((await target(rpc, addresses, 'next')).what).toMatch(/^Issue \d+ of STBT can be executed$/)
    expect((await target(rpc, addresses, 'report')).what).toBe('A report of STBT is due')
    expect((await target(rpc, addresses, '2030-01-01T00:00:00Z')).seconds).toBe(1_893_456_000)
    await expect(target(rpc, addresses, 'tomorrow')).rejects.toThrow('Usage')
  })

  it('gives money', async () => {
    const to = account(15)
    const before = { usdt: await usdtBalance(to), wei: await client.getBalance({ address: to }) }
    await fund(rpc, devnet.addresses.shared.usdt, to, { usdtAmount: 1_500_000n, wei: 7n })
    expect(await usdtBalance(to)).toBe(before.usdt + 1_500_000n)
    expect(await client.getBalance({ address: to })).toBe(before.wei + 7n)
  })

  it('goes back to the end of the scenario, as often as one likes', async () => {
    for (let round = 0; round < 2; round += 1) {
      await moveClock(rpc, devnet.addresses, (await chainSeconds(rpc)) + 86_400)
      await rpc('evm_snapshot')
      await reset(rpc)
      expect(await chainSeconds(rpc)).toBe(endTime)
      expect(await usdtBalance(account(15))).toBe(0n)
    }
  })
})
