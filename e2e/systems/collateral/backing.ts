import { numberToHex, type Address } from 'viem'
import { devCoinAbi } from '../../../abis/DevCoin'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { osmAbi } from '../../../abis/Osm'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { account, keeper } from '../../../devnet/accounts'
import { found, nextHop } from '../../../devnet/systems/collateral/actions'
import { governance } from '../../../devnet/systems/collateral/deploy'
import type { Running } from '../../../devnet/system'
import { moveClock } from '../../../devnet/time'
import { DAY_SECONDS, WAD } from '../../../src/math/units'
import type { Chain } from '../../fixtures/chain'
import { balanceOf, tusdtOf } from './vaults'

export const backingOf = (chain: Chain) =>
  ({ address: chain.addresses.collateral.backing, abi: taoBackingAbi }) as const

/** TAO and USDC, which the backing holds. */
export const taoOf = (chain: Chain) => ({ address: chain.addresses.collateral.tao, abi: devCoinAbi }) as const
export const usdcOf = (chain: Chain) =>
  ({ address: chain.addresses.collateral.usdc, abi: devCoinAbi }) as const

/** The backing, its day and its sale, as the contract says, without the app in between. */
export const stateOf = (chain: Chain) =>
  chain.read.readContract({ ...backingOf(chain), functionName: 'state' })
export const saleOf = (chain: Chain) =>
  chain.read.readContract({ ...backingOf(chain), functionName: 'saleStatus' })

/** The chain as the devnet's own buttons take it: when its clock moves, the feeds answer. */
export const running = (chain: Chain): Running => ({
  rpc: chain.rpc,
  moveClock: (seconds) => moveClock(chain.rpc, { collateral: chain.addresses.collateral }, seconds),
})

/** TAO from nobody. */
export const giveTao = (chain: Chain, to: Address, amount: bigint) =>
  chain.act(to, { ...taoOf(chain), functionName: 'faucet', args: [to, amount] })

/** TUSDT of those who minted at the start: S stays what it is. */
export async function giveTusdt(chain: Chain, to: Address, amount: bigint): Promise<void> {
  const tusdt = await tusdtOf(chain)
  let rest = amount
  for (let index = 1; rest > 0n; index += 1) {
    if (index > 7) throw new Error('So much TUSDT is not out.')
    const from = account(index)
    const held = await balanceOf(chain, tusdt.address, from)
    const part = held < rest ? held : rest
    await chain.act(from, { ...tusdt, functionName: 'transfer', args: [to, part] })
    rest -= part
  }
}

export const approve = (
  chain: Chain,
  who: Address,
  token: Awaited<ReturnType<typeof tusdtOf>> | ReturnType<typeof taoOf>,
) =>
  chain.act(who, {
    ...token,
    functionName: 'approve',
    args: [backingOf(chain).address, 2n ** 255n],
  })

/** What the feed of TAO says, in USD with 18 decimals. */
export async function answerTao(chain: Chain, price: bigint): Promise<void> {
  const { taoFeed } = await found(chain.rpc, chain.addresses.collateral)
  const feed = { address: taoFeed, abi: devPriceFeedAbi } as const
  await chain.act(keeper, { ...feed, functionName: 'setAnswer', args: [price / 10n ** 10n] })
}

/** TAO costs this by all three prices: two hops later. */
export async function priceTao(chain: Chain, price: bigint): Promise<void> {
  await answerTao(chain, price)
  await nextHop(running(chain))
  await nextHop(running(chain))
}

/** The price of TAO at which the backing is so many percent of what was issued for it. */
export async function priceAtPercent(chain: Chain, percent: bigint): Promise<bigint> {
  const { tao, usd, outstanding } = (await stateOf(chain)).holdings
  const wanted = (outstanding * percent) / 100n - usd * 10n ** 12n
  // As many decimals as the feed has.
  return ((wanted * WAD) / tao / 10n ** 10n) * 10n ** 10n
}

/** The module of TAO's price. */
export async function taoOsmOf(chain: Chain) {
  return { address: (await found(chain.rpc, chain.addresses.collateral)).taoOsm, abi: osmAbi } as const
}

/**
 * The rule's example: the day begins with backing of exactly the target, TAO at 250, and 2 TAO come in, of which 70% count.
 * Ends with ΔSmax = 700 TUSDT, to the unit. rules.md C2
 */
export async function arrangeExample(chain: Chain): Promise<void> {
  const price = 250n * WAD
  await priceTao(chain, price)
  const backing = backingOf(chain)
  // So much out that 150% of it is a whole number of TAO's units.
  const { outstanding } = (await stateOf(chain)).holdings
  const minter = account(1)
  await approve(chain, minter, await tusdtOf(chain))
  const rest = 10n ** 12n + (outstanding % 500n)
  await chain.act(minter, { ...backing, functionName: 'redeemUsd', args: [rest, minter, 0n] })
  const { holdings } = await stateOf(chain)
  const tao = (((holdings.outstanding * 3n) / 2n) * WAD) / price
  const removed = [holdings.tao - tao, holdings.usd, governance]
  await chain.act(governance, { ...backing, functionName: 'removeBacking', args: removed })
  const tomorrow = ((await chain.now()) / DAY_SECONDS + 1n) * DAY_SECONDS
  await running(chain).moveClock(Number(tomorrow) + 3_600)
  await giveTao(chain, governance, 2n * WAD)
  await approve(chain, governance, taoOf(chain))
  await chain.act(governance, { ...backing, functionName: 'addBacking', args: [2n * WAD, 0n] })
}

/** The clock moves, and no feed answers: prices grow old. */
export const ageSeconds = async (chain: Chain, seconds: bigint): Promise<void> => {
  await chain.rpc('evm_setNextBlockTimestamp', [numberToHex((await chain.now()) + seconds)])
  await chain.mine()
}
