import { createClient, http } from 'viem'
import type { Abi, Address, Hash } from 'viem'
import { readContract } from 'viem/actions'
import { anvil } from 'viem/chains'

import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { sendContract } from '../../../devnet/contract'
import { startDevnet } from '../../../devnet/devnet'
import type { SeededSeries } from '../../../devnet/systems/backstop/life'
import { contractFacts } from '../../backstop/series-facts'
import { connect } from '../../../devnet/rpc'
import type { Network } from '../../chain/config'
import type { ChainClient } from '../../chain/chain-reader'
import { createRpc } from '../../chain/transport'
import type { SingleNode } from '../../chain/transport'
import { displayAmount } from '../../math/amount'
import { loadBooksBy } from '../explain/error-book'
import type { Act, Asset, Fact, Plan } from '../plan/plan'

type Rpc = ReturnType<typeof connect>

// The plans here are the Backstop's, and so are the words for what it refuses.
loadBooksBy(async () => (await import('../../backstop/errors')).backstopErrors)

/** A real chain full of life, and what tests need to read and move it. */
export type TestChain = {
  readonly rpcUrl: string
  readonly client: ChainClient
  /** Two that agree. */
  readonly nodes: readonly SingleNode[]
  readonly network: Network
  readonly rpc: Rpc
  readonly usdt: Address
  /** The pool of a series open for staking. */
  readonly pool: Address
  readonly sendUsdt: (from: Address, functionName: string, args: readonly unknown[]) => Promise<Hash>
  readonly usdtOf: (account: Address) => Promise<bigint>
  readonly allowanceOf: (account: Address) => Promise<bigint>
  readonly stakePlan: (account: Address, amount: bigint) => Plan
  /** From the series in tenor, in which the demo account has released USDT. */
  readonly withdrawPlan: (account: Address, amount: bigint, to?: Address) => Plan
  readonly head: () => Promise<bigint>
  readonly stop: () => Promise<void>
}

export async function startTestChain(): Promise<TestChain> {
  const devnet = await startDevnet({ endTime: 1_780_315_200 })
  const { rpcUrl, addresses } = devnet
  loadBooksBy(async () => (await import('../../backstop/errors')).backstopErrors)
  const rpc = connect(rpcUrl)
  const client: ChainClient = createClient({
    chain: anvil,
    transport: http(rpcUrl, { retryCount: 0 }),
    cacheTime: 0,
  })
  const [described] = devnet.config.networks
  if (!described) throw new Error('The devnet describes no network.')
  const network: Network = { ...described, deploymentBlock: 0n, finalityBlocks: 3 }
  const usdt = { address: addresses.shared.usdt, abi: tetherUsdAbi }
  const { stakingOpen, tenor } = devnet.sights.backstop
  const token: Extract<Asset, { kind: 'erc20' }> = {
    kind: 'erc20',
    address: addresses.shared.usdt,
    symbol: 'USDT',
    decimals: 6,
  }
  return {
    rpcUrl,
    client,
    nodes: createRpc({ chainId: anvil.id, rpcUrls: [rpcUrl, rpcUrl] }).nodes,
    network,
    rpc,
    usdt: addresses.shared.usdt,
    pool: stakingOpen.pool,
    async sendUsdt(from, functionName, args) {
      const call = { address: usdt.address, abi: tetherUsdAbi as Abi, functionName, args }
      const { transactionHash } = (await sendContract(rpc, from, call)) as { transactionHash: Hash }
      return transactionHash
    },
    usdtOf: (account) => readContract(client, { ...usdt, functionName: 'balanceOf', args: [account] }),
    allowanceOf: (account) =>
      readContract(client, { ...usdt, functionName: 'allowance', args: [account, stakingOpen.pool] }),
    stakePlan: (account, amount) =>
      planOf(account, 'backstop.stake', contractFacts(network, seriesOf(stakingOpen)), {
        title: `Stake ${displayAmount(amount, 6)} USDT in ${stakingOpen.name}`,
        call: { ...poolOf(stakingOpen.pool), functionName: 'stake', args: [amount, amount] },
        spends: { token, spender: stakingOpen.pool, spenderLabel: 'Backstop pool', amount },
        gives: [{ asset: token, amount }],
        gets: [],
        effect: {
          ...poolOf(stakingOpen.pool),
          eventName: 'Staked',
          args: { staker: account, usdtSent: amount, shares: amount },
        },
      }),
    withdrawPlan: (account, amount, to = account) =>
      planOf(account, 'backstop.withdraw', contractFacts(network, seriesOf(tenor)), {
        title: `Withdraw ${displayAmount(amount, 6)} USDT from ${tenor.name}`,
        call: { ...poolOf(tenor.pool), functionName: 'withdraw', args: [amount, to] },
        gives: [],
        gets: [{ asset: token, amount }],
        effect: {
          ...poolOf(tenor.pool),
          eventName: 'Withdrawn',
          args: { staker: account, to, usdtAmount: amount },
        },
        ...(to === account ? {} : { recipient: to }),
      }),
    head: async () => BigInt(await rpc('eth_blockNumber')),
    stop: devnet.stop,
  }
}

const poolOf = (address: Address) => ({ address, label: 'Backstop pool', abi: backstopPoolAbi as Abi })

function seriesOf({ id, name, address: series, pool, ledger, note, warrant }: SeededSeries) {
  return { id, name, addresses: { series, pool, ledger, note, warrant } }
}

function planOf(account: Address, kind: string, restsOn: readonly Fact[], act: Act): Plan {
  const { title } = act
  return { kind, system: 'backstop', title, chainId: anvil.id, account, acts: [act], bounds: [], restsOn }
}
