import { createClient, http } from 'viem'
import type { Abi, Address, Hash } from 'viem'
import { readContract } from 'viem/actions'
import { anvil } from 'viem/chains'

import { tetherUsdAbi } from '../../../abis/TetherUSD'
import { sendContract } from '../../../devnet/contract.mjs'
import { startDevnet } from '../../../devnet/devnet.mjs'
import { connect } from '../../../devnet/rpc.mjs'
import { stake, withdraw } from '../../backstop/plans'
import { noFee } from '../../backstop/usdt'
import type { Network } from '../../chain/config'
import type { ChainClient } from '../../chain/runtime'
import type { Plan } from '../plan'

type Rpc = ReturnType<typeof connect>

/** A real chain full of life, and what tests need to read and move it. */
export type TestChain = {
  readonly rpcUrl: string
  readonly client: ChainClient
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
  const rpc = connect(rpcUrl)
  const client: ChainClient = createClient({
    chain: anvil,
    transport: http(rpcUrl, { retryCount: 0 }),
    cacheTime: 0,
  })
  const [described] = devnet.config.networks
  if (!described) throw new Error('The devnet describes no network.')
  const network: Network = { ...described, deploymentBlock: 0n, finalityBlocks: 3 }
  const usdt = { address: addresses.usdt, abi: tetherUsdAbi }
  const { stakingOpen, tenor } = devnet.series
  return {
    rpcUrl,
    client,
    network,
    rpc,
    usdt: addresses.usdt,
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
      stake(
        { network, account, fee: noFee, series: { name: stakingOpen.name, addresses: stakingOpen } },
        amount,
      ),
    withdrawPlan: (account, amount, to = account) =>
      withdraw({ network, account, fee: noFee, series: { name: tenor.name, addresses: tenor } }, amount, to),
    head: async () => BigInt((await rpc('eth_blockNumber')) as string),
    stop: devnet.stop,
  }
}
