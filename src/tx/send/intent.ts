import { getBlockNumber, getCode, getTransactionCount } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { movedBy } from '../explain/moved'
import { effectPattern } from '../plan/effect'
import { approvalsOf } from '../follow/approved'
import type { Entry } from '../follow/entry'
import { beginning, next } from '../follow/machine'
import { figureOf } from '../follow/outcome'
import type { Review } from '../send/send'

/**
 * The record of a request, made right before the wallet is asked: with the account's next nonce and the block,
 * so that it can be found again whatever happens to this page. trust.md D1, D2
 * @throws what the node says, when it can't be read: then the wallet is not asked
 */
export async function intentEntry(
  client: ChainClient,
  { plan, steps }: Review,
  { id, runId, how }: { readonly id: string; readonly runId: string; readonly how: 'step' | 'batch' },
): Promise<Entry> {
  const step = steps[0]
  if (!step) throw new Error('There is no step to ask for.')
  const { account, chainId } = plan
  const [nonce, askedBlock, code] = await Promise.all([
    getTransactionCount(client, { address: account, blockTag: 'pending' }),
    getBlockNumber(client, { cacheTime: 0 }),
    getCode(client, { address: account }),
  ])
  const isBatch = how === 'batch'
  const proofs = isBatch ? steps.filter(({ kind }) => kind === 'act') : [step]
  const unbounded = proofs.flatMap(({ kind, actIndex }) => {
    const figure = kind === 'act' ? plan.acts[actIndex]?.unbounded : undefined
    return figure ? [figure] : []
  })
  const sent = isBatch ? steps : [step]
  const { gives, gets } = movedBy(
    account,
    sent.map(({ actIndex }) => plan.acts[actIndex]),
  )
  const approvals = approvalsOf(plan, sent)
  return {
    ...next(beginning, { type: 'asked', nonce }),
    id,
    runId,
    actIndex: step.actIndex,
    stepKind: isBatch ? 'batch' : step.kind,
    planKind: plan.kind,
    ...(plan.system !== undefined && { system: plan.system }),
    ...(gives && { gives }),
    ...(gets && { gets }),
    planTitle: plan.title,
    stepTitle: isBatch ? plan.title : step.title,
    chainId,
    account,
    to: step.to,
    data: step.data,
    intent: step.intent,
    value: step.value,
    askedAtMs: Date.now(),
    askedBlock,
    effects: proofs.map(({ effect }) => {
      const { address, topics, words } = effectPattern(effect)
      return { address, topics: [...topics], words: [...words] }
    }),
    ...(unbounded.length > 0 && { unbounded: unbounded.map(figureOf) }),
    ...(approvals.length > 0 && { approvals }),
    // An EOA that delegates (EIP-7702) has code 0xef0100…: its transactions are plain ones. trust.md D27
    isContractAccount: code !== undefined && code !== '0x' && !code.startsWith('0xef0100'),
  }
}
