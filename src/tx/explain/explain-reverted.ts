import type { Address, CallParameters, Hash, Hex } from 'viem'
import { call, getTransaction } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { bookOf } from './error-book'
import { errorFacts, isRevert } from './error-facts'
import { explainError } from './errors'
import type { Moved } from './moved'
import { t } from '../../words/t'

type SentCall = {
  readonly account: Address
  readonly to: Address
  readonly data: Hex
  readonly value: bigint
  readonly system?: string | undefined
  readonly gives?: Moved['gives']
  readonly gets?: Moved['gets']
}

/**
 * Why a mined transaction failed: run again on the state after its block and, if it works there, on the state
 * before it. A sentence, always; never throws. trust.md D4, F15, F16
 */
export async function explainReverted(
  client: ChainClient,
  { account, to, data, value, system, gives, gets }: SentCall,
  {
    hash,
    blockNumber,
    gasUsed,
  }: { readonly hash: Hash; readonly blockNumber: bigint; readonly gasUsed: bigint },
): Promise<string> {
  const transaction = await getTransaction(client, { hash }).catch(() => undefined)
  const request = { account, to, data, value }
  /** On the state before its block it works, and with its own gas limit it does not. */
  const isGasTooLow = async () => {
    const before = { ...request, blockNumber: blockNumber - 1n }
    return (
      transaction !== undefined &&
      (await isTaken(client, before)) &&
      (await isRefused(client, { ...before, gas: transaction.gas }))
    )
  }
  const gasTooLow = t`Its gas limit of ${transaction?.gas ?? 0n} was too low. Keep the limit that the wallet proposes.`
  if (transaction && gasUsed >= transaction.gas)
    return (await isGasTooLow())
      ? gasTooLow
      : t`It used all of its gas and was undone: the gas limit was too low, or a token had too little balance or allowance.`
  for (const at of [blockNumber, blockNumber - 1n]) {
    try {
      await call(client, { ...request, blockNumber: at })
    } catch (error) {
      if (!isRevert(errorFacts(error))) break
      const { detail, action } = explainError(error, {
        doing: t`It`,
        book: await bookOf(system),
        moved: { account, gives, gets },
      })
      return `${detail} ${action}`
    }
  }
  // A call within it ran out of gas: what it kept back for itself is left over (EIP-150), so not all was used.
  if (await isGasTooLow()) return gasTooLow
  return t`The chain refused it when it was included; the same call would work now. Try again.`
}

async function isTaken(client: ChainClient, request: CallParameters): Promise<boolean> {
  try {
    await call(client, request)
    return true
  } catch {
    return false
  }
}

async function isRefused(client: ChainClient, request: CallParameters): Promise<boolean> {
  try {
    await call(client, request)
    return false
  } catch (error) {
    const { messages } = errorFacts(error)
    return (
      isRevert(errorFacts(error)) ||
      messages.some((message) => /out ?of ?gas|gas (required|too low)/i.test(message))
    )
  }
}
