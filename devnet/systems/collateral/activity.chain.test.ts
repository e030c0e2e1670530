import { decodeEventLog, erc20Abi, getAbiItem, pad, toEventSelector, zeroAddress, type Address } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { devCoinAbi } from '../../../abis/DevCoin'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { tusdtAbi } from '../../../abis/Tusdt'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { eventsAbi } from '../../../src/collateral/activity'
import { eventSources } from '../../../src/collateral/event-sources'
import { account, accounts } from '../../accounts'
import { readContract, sendContract } from '../../contract'
import { startDevnet, type Devnet } from '../../devnet'
import { connect } from '../../rpc'
import { symbols } from './plan'

let devnet: Devnet<'collateral'>
let rpc: ReturnType<typeof connect>

beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200, systems: ['collateral'] })
  rpc = connect(devnet.rpcUrl)
})
afterAll(() => devnet.stop())

const engineOf = (symbol: (typeof symbols)[number]) => devnet.addresses.collateral[`engine${symbol}`]
const logsOf = (addresses: readonly Address[], topics: readonly unknown[]) =>
  rpc('eth_getLogs', [{ address: addresses, topics, fromBlock: '0x0' }])

/** Tokens by their symbols. */
async function tokensOf(): Promise<ReadonlyMap<string, Address>> {
  const { book, backing } = devnet.addresses.collateral
  const tokens = new Map<string, Address>()
  tokens.set('TUSDT', await readContract(rpc, { address: book, abi: tusdtBookAbi, functionName: 'tusdt' }))
  tokens.set('USDC', await readContract(rpc, { address: backing, abi: taoBackingAbi, functionName: 'usd' }))
  for (const symbol of symbols) {
    const engine = { address: engineOf(symbol), abi: vaultEngineAbi } as const
    tokens.set(symbol, await readContract(rpc, { ...engine, functionName: 'collateral' }))
  }
  return tokens
}

/** By the page of activity: what came in, less what went out, of each token. */
async function toldOf(who: Address): Promise<ReadonlyMap<string, bigint>> {
  const sources = eventSources(
    devnet.addresses.collateral,
    symbols.map((name, index) => ({ engine: engineOf(name), name, place: index + 1 })),
  )
  const signatures = eventsAbi.map((event) => toEventSelector(event))
  const addresses = sources.map(({ address }) => address)
  const sums = new Map<string, bigint>()
  for (const log of await logsOf(addresses, [signatures, pad(who)])) {
    const source = sources.find(({ address }) => address.toLowerCase() === log.address.toLowerCase())
    if (!source) throw new Error('A log that was not asked for.')
    const summary = source.describe({
      address: source.address,
      ...decodeEventLog({ abi: eventsAbi, topics: log.topics, data: log.data }),
    })
    for (const { unit, value, direction } of summary?.amounts ?? []) {
      const isElsewhere = summary?.to !== undefined && summary.to !== who && direction === 'in'
      if (direction === 'none' || isElsewhere) continue
      sums.set(unit, (sums.get(unit) ?? 0n) + (direction === 'in' ? value : -value))
    }
  }
  return sums
}

/** By the tokens themselves: what came from these contracts, less what went to them. */
async function movedOf(who: Address, tokens: ReadonlyMap<string, Address>) {
  const { book, backing } = devnet.addresses.collateral
  const contracts = [book, backing, ...symbols.map(engineOf)].map((one) => one.toLowerCase())
  const signature = toEventSelector(getAbiItem({ abi: erc20Abi, name: 'Transfer' }))
  const sums = new Map<string, bigint>()
  for (const [symbol, token] of tokens) {
    // TUSDT is minted to whoever draws it; the coins of the local chain are minted by whoever wants some.
    const ours = symbol === 'TUSDT' ? [...contracts, zeroAddress] : contracts
    const sum = async (topics: readonly unknown[], other: 1 | 2) =>
      (await logsOf([token], topics))
        .filter((log) => ours.includes(`0x${(log.topics[other] ?? '').slice(26)}`))
        .reduce((total, { data }) => total + BigInt(data), 0n)
    const [into, out] = [await sum([signature, null, pad(who)], 1), await sum([signature, pad(who)], 2)]
    if (into !== 0n || out !== 0n) sums.set(symbol, into - out)
  }
  return sums
}

it('tells of every account what it gave and got, to the last unit and once', async () => {
  const tokens = await tokensOf()
  const [coin, tusdt] = [tokens.get('SN64'), tokens.get('TUSDT')]
  if (coin === undefined || tusdt === undefined) throw new Error('There is no SN64.')
  // Somebody adds collateral to a vault of somebody else, and pays its debt.
  const [helper, engine] = [account(1), { address: engineOf('SN64'), abi: vaultEngineAbi }]
  const onCoin = { address: coin, abi: devCoinAbi }
  await sendContract(rpc, helper, { ...onCoin, functionName: 'faucet', args: [helper, 10n ** 18n] })
  await sendContract(rpc, helper, { ...onCoin, functionName: 'approve', args: [engine.address, 10n ** 18n] })
  await sendContract(rpc, helper, { ...engine, functionName: 'deposit', args: [2n, 10n ** 18n] })
  const approval = { address: tusdt, abi: tusdtAbi, functionName: 'approve' }
  await sendContract(rpc, helper, { ...approval, args: [devnet.addresses.collateral.book, 10n ** 18n] })
  await sendContract(rpc, helper, { ...engine, functionName: 'repay', args: [2n, 10n ** 18n] })
  const vault = await readContract(rpc, { ...engine, abi: vaultEngineAbi, functionName: 'vault', args: [2n] })
  expect(vault.stored.owner).not.toBe(helper)

  const seen = new Set<string>()
  for (const { address } of accounts) {
    const moved = await movedOf(address, tokens)
    expect(await toldOf(address), address).toEqual(moved)
    for (const symbol of moved.keys()) seen.add(symbol)
  }
  expect([...seen].toSorted()).toEqual([...symbols, 'TUSDT', 'USDC'].toSorted())
})
