/**
 * Random histories on a real vault and in `VaultModel`, compared after every step: what is stored from one transaction
 * to the next cannot be compared formula by formula. `EXACTNESS_HISTORIES` sets their number for each kind of vault.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import {
  encodeDeployData,
  encodeFunctionData,
  keccak256,
  toBytes,
  type Abi,
  type Address,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../../devnet/accounts'
import { startAnvil } from '../../../devnet/anvil'
import { artifact } from '../../../devnet/artifacts'
import { readContract } from '../../../devnet/contract'
import { connect, receiptOf } from '../../../devnet/rpc'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'
import { DAY_SECONDS, MAX_UINT256 } from '../units'
import { Random } from './cases'
import { VaultModel, type VaultViews } from './vault-model'

const HISTORIES = Number(process.env['EXACTNESS_HISTORIES'] ?? 12)
const STEPS = 60
const USDT = 10n ** 6n
const BOOTSTRAP = 1_000n * USDT
const GAS = '0x989680'
const alice = account(0)
const PNL_ROLE = keccak256(toBytes('PNL_ROLE'))

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let usdt: Address

beforeAll(async () => {
  const forge = fileURLToPath(new URL('../../../contracts/forge.mjs', import.meta.url))
  const sources = ['MUSDTVault', 'MusdtLockedNft', 'MusdtNftDesign'].map((name) => `src/musdt/${name}.sol`)
  execFileSync(process.execPath, [forge, 'build', ...sources, 'src/devnet/TetherUSD.sol'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
  usdt = await create('TetherUSD', [])
}, 600_000)

afterAll(() => chain.stop())

type Step = {
  readonly name: string
  readonly take: (now: bigint) => boolean
  readonly call: () => Promise<boolean>
}

describe.each([
  { kind: 'with epochs', epochLength: 3n * DAY_SECONDS },
  { kind: 'with an instant exit', epochLength: 0n },
])('a vault $kind', ({ epochLength }) => {
  const seeds = Array.from({ length: HISTORIES }, (_, index) => index + 1)

  it.each(seeds)(
    'agrees with its model after every step of history %s',
    { timeout: 120_000 },
    async (seed) => {
      const random = new Random(seed)
      const vault = await createVault(epochLength)
      const deployedAt = await readContract(rpc, { ...vaultAt(vault), functionName: 'epochOrigin' })
      const model = new VaultModel(epochLength, BOOTSTRAP, deployedAt)
      let now = deployedAt
      const told: string[] = []
      const taken = { yes: 0, no: 0 }

      for (let step = 0; step < STEPS; step++) {
        now += pause(random, now, model)
        const { name, take, call } = draw(random, vault, model, now)
        await rpc('evm_setNextBlockTimestamp', [Number(now)])
        const isTaken = await call()
        told.push(`${now} ${name}: ${isTaken ? 'taken' : 'refused'}`)
        taken[isTaken ? 'yes' : 'no'] += 1
        expect(isTaken, told.join('\n')).toBe(take(now))
        const said = await ask(vault)
        expect(said, told.join('\n')).toEqual(model.views(now))
      }
      // A history of refusals would prove little.
      expect(taken.yes).toBeGreaterThan(STEPS / 4)
    },
  )
})

/** Seconds until the next step: a block, hours, or to a second around the end of a day or an epoch. */
function pause(random: Random, now: bigint, model: VaultModel): bigint {
  const { lastMaxSupplyUpdate, lastWithdrawal } = model.views(now)
  const edge = (time: bigint) => (time > now + 1n ? random.near(time) - now : 12n)
  const epoch = model.epochLength
  const epochEdge = epoch === 0n ? now : model.origin + ((now - model.origin) / epoch + 1n) * epoch
  const drawn = random.pick([
    12n,
    random.magnitude(16),
    random.magnitude(18),
    edge(lastMaxSupplyUpdate + DAY_SECONDS),
    edge(lastWithdrawal + DAY_SECONDS),
    edge(epochEdge),
  ])
  return drawn > 0n ? drawn : 1n
}

/** Something to do, as much of it as there is room for, a unit more, or any part. */
function draw(random: Random, vault: Address, model: VaultModel, now: bigint): Step {
  const { maxMint, maxRedeem, totalSupply, totalSharesBeingWithdrawn, shareToAssetsPrice } = model.views(now)
  const amount = (most: bigint) =>
    random.pick([most, most + 1n, most / 2n, most / 50n, random.magnitude(30), random.magnitude(12)])
  const step = (name: string, value: bigint, take: Step['take'], args: readonly unknown[]): Step => ({
    name: `${name} ${value}`,
    take,
    call: () => send(vault, musdtVaultAbi, name, args),
  })
  const kinds = ['deposit', 'deposit', 'redeem', 'redeem', 'request', 'reward', 'trade', 'poke'] as const
  switch (random.pick(kinds)) {
    case 'deposit': {
      const assets = amount((maxMint * shareToAssetsPrice) / 10n ** 18n)
      return step('deposit', assets, (at) => model.deposit(assets, at), [assets, alice])
    }
    case 'redeem': {
      const shares = amount(maxRedeem)
      return step('redeem', shares, (at) => model.redeem(shares, at), [shares, alice, alice])
    }
    case 'request': {
      const shares = amount(totalSupply - totalSharesBeingWithdrawn)
      return step('makeWithdrawRequest', shares, (at) => model.request(shares, at), [shares, alice])
    }
    case 'reward': {
      const assets = random.pick([random.magnitude(28), random.magnitude(4), 0n])
      return step('distributeReward', assets, (at) => model.reward(assets, at), [assets])
    }
    case 'trade': {
      const assets = random.magnitude(28)
      return random.below(2) === 0
        ? step('sendAssets', assets, (at) => model.trade(assets, at), [assets, account(1)])
        : step('receiveAssets', assets, (at) => model.trade(-assets, at), [assets, alice])
    }
    case 'poke':
      return step('tryUpdateCurrentMaxSupply', 0n, (at) => model.poke(at), [])
  }
}

async function ask(vault: Address): Promise<VaultViews> {
  const at = vaultAt(vault)
  return {
    totalSupply: await readContract(rpc, { ...at, functionName: 'totalSupply' }),
    shareToAssetsPrice: await readContract(rpc, { ...at, functionName: 'shareToAssetsPrice' }),
    accRewardsPerToken: await readContract(rpc, { ...at, functionName: 'accRewardsPerToken' }),
    accPnlPerToken: await readContract(rpc, { ...at, functionName: 'accPnlPerToken' }),
    currentMaxSupply: await readContract(rpc, { ...at, functionName: 'currentMaxSupply' }),
    lastMaxSupplyUpdate: await readContract(rpc, { ...at, functionName: 'lastMaxSupplyUpdate' }),
    maxMint: await readContract(rpc, { ...at, functionName: 'maxMint', args: [alice] }),
    withdrawalLimit: await readContract(rpc, { ...at, functionName: 'withdrawalLimit' }),
    withdrawalRoom: await readContract(rpc, { ...at, functionName: 'withdrawalRoom' }),
    lastWithdrawal: await readContract(rpc, { ...at, functionName: 'lastWithdrawal' }),
    totalSharesBeingWithdrawn: await readContract(rpc, {
      ...at,
      functionName: 'totalSharesBeingWithdrawn',
      args: [alice],
    }),
    maxRedeem: await readContract(rpc, { ...at, functionName: 'maxRedeem', args: [alice] }),
  }
}

function vaultAt(address: Address) {
  return { address, abi: musdtVaultAbi } as const
}

/** A vault of Alice's, who is its traders too, with all the USDT she could need. */
async function createVault(epochLength: bigint): Promise<Address> {
  const nft = await create('MusdtLockedNft', [await create('MusdtNftDesign', [])])
  const config = {
    asset: usdt,
    lockedDepositNft: nft,
    admin: alice,
    epochLength,
    bootstrapMaxSupply: BOOTSTRAP,
  }
  const vault = await create('MUSDTVault', [config])
  const { abi } = artifact('TetherUSD')
  // One after the other: they have one sender.
  expect(await send(vault, musdtVaultAbi, 'grantRole', [PNL_ROLE, alice])).toBe(true)
  expect(await send(usdt, abi, 'faucet', [alice, 10n ** 18n])).toBe(true)
  expect(await send(usdt, abi, 'approve', [vault, MAX_UINT256])).toBe(true)
  return vault
}

async function create(name: string, args: readonly unknown[]): Promise<Address> {
  const { abi, bytecode } = artifact(name)
  const data = encodeDeployData({ abi, bytecode, args })
  const receipt = await receiptOf(rpc, await rpc('eth_sendTransaction', [{ from: alice, data, gas: GAS }]))
  if (receipt.contractAddress === null || receipt.status !== '0x1') throw new Error(`${name} is not there.`)
  return receipt.contractAddress
}

/** Whether it went through. */
async function send(to: Address, abi: Abi, functionName: string, args: readonly unknown[]): Promise<boolean> {
  const data: Hex = encodeFunctionData({ abi, functionName, args })
  const hash = await rpc('eth_sendTransaction', [{ from: alice, to, data, gas: GAS }])
  return (await receiptOf(rpc, hash)).status === '0x1'
}
