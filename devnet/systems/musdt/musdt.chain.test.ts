import { createPublicClient, http, type Address, type PublicClient } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gTokenStandInAbi } from '../../../abis/GTokenStandIn'
import { musdtLockedNftAbi } from '../../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'
import { account, accounts, demo, keeper } from '../../accounts'
import { chainSeconds, reset } from '../../actions'
import { roleId } from '../../calls'
import { startDevnet, type Devnet } from '../../devnet'
import { parseConfig, type Network } from '../../../src/chain/config'
import { labelOf, namedContracts } from '../../../src/devnet/named-contracts'
import { systems, systemsOn } from '../../../src/systems'
import { connect } from '../../rpc'
import { moveClock, nextEdge } from '../../time'
import * as actions from './actions'

const endTime = 1_780_315_200
const day = 86_400n
const oneP = 10n ** 18n

let devnet: Devnet<'musdt'>
let client: PublicClient

beforeAll(async () => {
  devnet = await startDevnet({ endTime, systems: ['musdt'] })
  client = createPublicClient({ transport: http(devnet.rpcUrl) })
})
afterAll(() => devnet.stop())

const musdt = () => ({ address: devnet.addresses.musdt.vault, abi: musdtVaultAbi }) as const
const gToken = () => ({ address: devnet.addresses.musdt.gToken, abi: gTokenStandInAbi }) as const
const figure = (
  functionName: 'collateralizationP' | 'shareToAssetsPrice' | 'currentEpoch' | 'currentEpochStart' | 'tvl',
) => client.readContract({ ...musdt(), functionName })
const requested = (owner: Address, epoch: bigint) =>
  client.readContract({ ...musdt(), functionName: 'withdrawRequests', args: [owner, epoch] })

/** Every lock that is still one, with its holder and the seconds until it can be unlocked. */
async function locks() {
  const count = await client.readContract({ ...musdt(), functionName: 'lockedDepositsCount' })
  const all = Array.from({ length: Number(count) }, async (_, index) => {
    const id = BigInt(index + 1)
    const lock = await client.readContract({ ...musdt(), functionName: 'getLockedDeposit', args: [id] })
    const holder = await client
      .readContract({
        address: devnet.addresses.musdt.nft,
        abi: musdtLockedNftAbi,
        functionName: 'ownerOf',
        args: [id],
      })
      .catch(() => undefined)
    return { ...lock, id, holder, secondsLeft: lock.atTimestamp + lock.lockDuration - BigInt(endTime) }
  })
  return Promise.all(all)
}

describe('the vault with epochs', () => {
  it('stands at 112%, above 1 and within 1 to 2 million', async () => {
    const collateralizationP = await figure('collateralizationP')
    expect(collateralizationP).toBeGreaterThanOrEqual(112n * oneP)
    expect(collateralizationP).toBeLessThan(112n * oneP + 10n ** 12n)
    expect(await figure('shareToAssetsPrice')).toBeGreaterThan(oneP)
    const tvl = await figure('tvl')
    expect(tvl).toBeGreaterThan(10n ** 12n)
    expect(tvl).toBeLessThan(2n * 10n ** 12n)
  })

  it('has crossed 100%, 110%, 120% and 150% both ways', async () => {
    const events = await client.getContractEvents({
      ...musdt(),
      eventName: 'AccPnlPerTokenUsedUpdated',
      fromBlock: 0n,
    })
    const path = await Promise.all(
      events.map(({ blockNumber }) =>
        client.readContract({ ...musdt(), functionName: 'collateralizationP', blockNumber }),
      ),
    )
    for (const edge of [100n, 110n, 120n, 150n]) {
      const isAbove = path.map((value) => value >= edge * oneP)
      expect(isAbove.some((above, index) => above && isAbove[index - 1] === false)).toBe(true)
      expect(isAbove.some((above, index) => !above && isAbove[index - 1] === true)).toBe(true)
    }
    expect(path.length).toBeGreaterThan(90)
  })

  it('has room under the daily cap', async () => {
    const room = await client.readContract({ ...musdt(), functionName: 'maxDeposit', args: [demo] })
    expect(room).toBeGreaterThan(10_000n * 10n ** 6n)
  })

  it('is in the request window for another day', async () => {
    const age = BigInt(endTime) - (await figure('currentEpochStart'))
    expect(age).toBeGreaterThan(0n)
    expect(age).toBeLessThanOrEqual(day)
  })

  it('has a lock of every age for the demo account, and locks of others', async () => {
    const all = await locks()
    const mine = all.filter(({ holder }) => holder === demo)
    const isJust = mine.filter(({ secondsLeft }) => secondsLeft > 364n * day)
    const isSoon = mine.filter(({ secondsLeft }) => secondsLeft > 0n && secondsLeft <= 2n * day + 60n)
    const isDue = mine.filter(({ secondsLeft }) => secondsLeft <= 0n)
    const isMiddle = mine.filter(({ secondsLeft }) => secondsLeft > 10n * day && secondsLeft < 200n * day)
    expect([isJust.length, isSoon.length, isDue.length, isMiddle.length]).toEqual([1, 1, 1, 2])
    expect(isDue[0]?.lockDuration).toBe(14n * day)
    // One of the two in the middle was Ada's; one of the demo account's is unlocked.
    expect(isMiddle.filter(({ owner }) => owner === account(1))).toHaveLength(1)
    expect(all.filter(({ holder, owner }) => holder === undefined && owner === demo)).toHaveLength(1)
    expect(all.filter(({ holder }) => holder !== undefined && holder !== demo).length).toBeGreaterThan(3)
  })

  it('has requests of the demo account that are void, executable and pending', async () => {
    const epoch = await figure('currentEpoch')
    expect(await requested(demo, epoch - 4n)).toBe(1_200_000_000n)
    expect(await requested(demo, epoch)).toBe(2_000_000_000n)
    expect(await requested(demo, epoch + 1n)).toBe(1_000_000_000n)
    const redeemable = await client.readContract({ ...musdt(), functionName: 'maxRedeem', args: [demo] })
    expect(redeemable).toBe(2_000_000_000n)
    const balance = await client.readContract({ ...musdt(), functionName: 'balanceOf', args: [demo] })
    expect(balance).toBeGreaterThan(10_000_000_000n)
    const others = await Promise.all(
      accounts.slice(1).map(async ({ address }) => (await requested(address, epoch)) > 0n),
    )
    expect(others.filter(Boolean).length).toBeGreaterThan(0)
  })

  it('is paused by the keeper alone', async () => {
    const role = roleId('PAUSER_ROLE')
    const may = (who: Address) =>
      client.readContract({ ...musdt(), functionName: 'hasRole', args: [role, who] })
    expect(await may(keeper)).toBe(true)
    expect(await may(demo)).toBe(false)
  })
})

it('has a vault with an instant exit, which takes no requests', async () => {
  const vault = { address: devnet.addresses.musdt.instantVault, abi: musdtVaultAbi } as const
  expect(await client.readContract({ ...vault, functionName: 'epochLength' })).toBe(0n)
  const shares = await client.readContract({ ...vault, functionName: 'balanceOf', args: [demo] })
  expect(shares).toBe(10_000_000_000n)
  expect(await client.readContract({ ...vault, functionName: 'maxRedeem', args: [demo] })).toBe(shares)
})

it("has a vault with a GToken's rules, whose price does not know the newest PnL", async () => {
  const used = await client.readContract({ ...gToken(), functionName: 'accPnlPerTokenUsed' })
  expect(await client.readContract({ ...gToken(), functionName: 'accPnlPerToken' })).not.toBe(used)
  const epoch = await client.readContract({ ...gToken(), functionName: 'currentEpoch' })
  expect(epoch).toBe(11n)
  const redeemable = await client.readContract({ ...gToken(), functionName: 'maxRedeem', args: [demo] })
  expect(redeemable).toBe(3_000_000_000n)
  await expect(
    client.readContract({ ...musdt(), address: devnet.addresses.musdt.gToken, functionName: 'rules' }),
  ).rejects.toThrow()
})

/** What the app makes of the devnet's config.json. */
function network(): Network {
  const needs = systems.map((system) => system.needs)
  const parsed = parseConfig(devnet.config, needs)
  if (!parsed.isOk) throw new Error(parsed.problems.join(' '))
  return parsed.config.networks[0]
}

it('alone on its chain, it is all the app shows', () => {
  expect(systemsOn(network()).map(({ id }) => id)).toEqual(['musdt'])
})

it('is called by its name in the devnet wallet, its mNFT too', async () => {
  const named = await namedContracts(network())
  const { vault, nft } = devnet.addresses.musdt
  expect([vault, nft].map((one) => labelOf(named, one))).toEqual(['mUSDT vault', 'mNFT of the mUSDT vault'])
})

describe('what one can do to a vault', () => {
  const rpc = () => connect(devnet.rpcUrl)
  const startNextEpoch = (vault: Address) => {
    const chain = { rpc: rpc(), moveClock: (to: number) => moveClock(rpc(), devnet.addresses, to) }
    return actions.startNextEpoch(chain, vault)
  }

  it.each([95n, 105n, 115n, 125n, 150n])(
    'makes CR %s%%, as exactly as whole units allow',
    async (percent) => {
      const source = await actions.findPnlSource(rpc(), devnet.addresses.musdt.vault)
      expect(source.toLowerCase()).toBe(devnet.addresses.musdt.pnl.toLowerCase())
      await actions.setCollateralization(rpc(), source, percent * oneP)
      const collateralizationP = await figure('collateralizationP')
      expect(collateralizationP).toBeGreaterThanOrEqual(percent * oneP)
      expect(collateralizationP).toBeLessThan(percent * oneP + 10n ** 12n)
    },
  )

  it('raises the price by a reward of 0.1%', async () => {
    await reset(rpc())
    const before = await figure('shareToAssetsPrice')
    await actions.distributeReward(rpc(), devnet.addresses.musdt.vault, 10n)
    const raised = (await figure('shareToAssetsPrice')) - before
    expect((raised * 10_000n) / before).toBe(9n)
    expect(((raised + 10n ** 12n) * 10_000n) / before).toBe(10n)
  })

  it('lets time pass to the next epoch and the next unlock', async () => {
    await reset(rpc())
    const window = await nextEdge(rpc(), devnet.addresses)
    expect(window?.what).toBe('The request window of the vault closes')
    const unlock = await nextEdge(rpc(), devnet.addresses, 'unlock')
    expect(unlock?.what).toBe('Lock 7 can be unlocked')
    const starts = (await figure('currentEpochStart')) + 3n * day
    expect(await startNextEpoch(devnet.addresses.musdt.vault)).toBe('Epoch 135 has begun.')
    expect(await figure('currentEpochStart')).toBe(starts)
    expect(await requested(demo, await figure('currentEpoch'))).toBe(1_000_000_000n)
  })

  it("starts a GToken's next epoch, which knows the new PnL", async () => {
    await reset(rpc())
    const vault = devnet.addresses.musdt.gToken
    const read = (functionName: 'collateralizationP' | 'currentEpoch') =>
      client.readContract({ ...gToken(), functionName })
    const before = await read('collateralizationP')
    const source = await actions.findPnlSource(rpc(), vault)
    await actions.setCollateralization(rpc(), source, 125n * oneP)
    expect(await read('collateralizationP')).toBe(before)
    expect(await startNextEpoch(vault)).toBe('Epoch 12 has begun.')
    expect((await read('collateralizationP')) / oneP).toBe(125n)
    expect(await startNextEpoch(vault)).toBe('Epoch 13 has begun.')
  })

  it('has no next epoch where there are none, nor traders where nobody has traded', async () => {
    const { instantVault, nft } = devnet.addresses.musdt
    await expect(startNextEpoch(instantVault)).rejects.toThrow('This vault has no epochs')
    await expect(actions.findPnlSource(rpc(), nft)).rejects.toThrow('its traders are unknown')
  })

  it('goes back to the end of the scenario', async () => {
    await reset(rpc())
    expect(await chainSeconds(rpc())).toBe(endTime)
    expect((await figure('collateralizationP')) / oneP).toBe(112n)
  })
})
