import { encodeFunctionData, numberToHex } from 'viem'
import type { Hex } from 'viem'
import { getTransactionReceipt } from 'viem/actions'
import { afterAll, beforeAll, expect, it } from 'vitest'

import { demo } from '../../../devnet/accounts'
import { receiptOf } from '../../../devnet/rpc'
import { explainReverted } from './explain-reverted'
import { startTestChain } from '../testing/chain'
import type { TestChain } from '../testing/chain'

let chain: TestChain
beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())

it.each([50_000n, 70_000n])('says that a gas limit of %i was too low (F16)', async (gas) => {
  const [act] = chain.withdrawPlan(demo, 1_000_000_000n).acts
  if (!act) throw new Error('no act')
  const { address: to, abi, functionName, args } = act.call
  const data: Hex = encodeFunctionData({ abi, functionName, args })
  const hash = await chain.rpc('eth_sendTransaction', [{ from: demo, to, data, gas: numberToHex(gas) }])
  await chain.rpc('evm_mine')
  await receiptOf(chain.rpc, hash)
  const receipt = await getTransactionReceipt(chain.client, { hash })
  expect(receipt.status).toBe('reverted')
  const entry = { account: demo, to, data, value: 0n } as const
  expect(await explainReverted(chain.client, entry, { hash, ...receipt })).toMatch(/gas limit.* was too low/)
})
