/** A chain of its own id that has what a deployment finds on a public one: tokens, feeds and pools. */
import { numberToHex, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { operator } from '../../../devnet/accounts'
import { startAnvil } from '../../../devnet/anvil'
import { connect } from '../../../devnet/rpc'
import { mineBlock, writeBlocks } from '../../../devnet/script'
import { parameters as example } from '../parameters.example'
import type { DeployParameters } from '../parameters'
import { writeSteps } from '../steps'

/** Its coin is no ether, and Multicall3 is not there. */
export async function startReadyChain({ chainId, people }: { chainId: number; people: Record<'governance' | 'guardian', `0x${string}`> }) {
  const { rpcUrl, stop } = await startAnvil({ chainId })
  const rpc = connect(rpcUrl)
  const { kit, steps } = writeSteps(operator, 0n, 0)
  const usdt = kit.create('TetherUSD')
  const usdc = kit.create('DevUsdc')
  const btc = kit.create('WrappedBitcoin')
  const feed = (about: string) => kit.create('DevPriceFeed', [8, about])
  const coin = (symbol: string, decimals: number) => kit.create('DevCoin', [symbol, decimals])
  const [xtz, tao, sn64] = [coin('XTZ', 6), coin('TAO', 18), coin('SN64', 18)]
  const pairs = { xtz: kit.create('DevPair', [usdc, xtz]), sn64: kit.create('DevPair', [sn64, tao]) }
  const feeds = { mstr: feed('MSTR / USD'), btc: feed('BTC / USD'), reserve: feed('reserve'), xtz: feed('XTZ / USD') }
  const others = { usdc: feed('USDC / USD'), tao: feed('TAO / USD') }
  await writeBlocks(rpc, async () => {
    const startsAt = BigInt((await rpc('eth_getBlockByNumber', ['latest', false])).timestamp)
    for (const [index, step] of steps.entries())
      await mineBlock(rpc, Number(startsAt) + 1 + index, [{ from: operator, ...step }])
  })
  const deployer = privateKeyToAccount(generatePrivateKey())
  await rpc('anvil_setBalance', [deployer.address, numberToHex(parseEther('10'))])

  const { governance, guardian } = people
  const { backstop, musdt, stbt, silos, collateral } = example.systems
  if (!backstop || !musdt || !stbt || !silos || !collateral) throw new Error('The example lacks a system.')
  const parameters: DeployParameters = {
    network: {
      ...{ chainId, name: 'Second chain', rpcUrls: [rpcUrl], finalityBlocks: 3, blockSeconds: 1 },
      nativeCurrency: { name: 'Pebble', symbol: 'PBL' },
    },
    shared: { usdt },
    systems: {
      backstop: {
        ...backstop,
        ...{ btc, admin: governance, operator: governance, treasurer: governance, pauser: guardian },
        mstrFeed: { ...backstop.mstrFeed, feed: feeds.mstr },
        btcFeed: { ...backstop.btcFeed, feed: feeds.btc },
      },
      musdt: { ...musdt, admin: governance, pauser: guardian },
      stbt: {
        ...stbt,
        ...{ reserveFeed: feeds.reserve, pool: governance, proposers: [guardian], cancellers: [guardian] },
        ...{ owner: governance, moderator: guardian, controller: governance },
      },
      silos: {
        ...silos,
        ...{ usdc, xtz, pair: pairs.xtz, xtzFeed: feeds.xtz, usdcFeed: others.usdc },
        settings: { ...silos.settings, ecosystem: governance, pauser: guardian },
        board: [
          [governance, 60n],
          [guardian, 40n],
        ],
      },
      collateral: {
        ...collateral,
        ...{ usdc, tao, taoFeed: others.tao, governance, emergency: guardian },
        subnets: { SN64: { token: sn64, pair: pairs.sn64, terms: collateral.taoTerms } },
      },
    },
  }
  return { rpcUrl, rpc, stop, deployer, parameters }
}
