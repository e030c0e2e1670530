import type { Address, Client, Hex } from 'viem'

import { callMany } from './call-many'
import type { Answer, ViewCall } from './carrier'
import { reasonOf } from './reason'
import { isUnknownBlock } from './rpc-answer'
import { ChainUnavailableError } from './transport'

/** What one snapshot asks. */
type Part = {
  readonly calls: readonly ViewCall[]
  readonly isReadable: (answer: Answer, index: number) => boolean
  readonly resolve: (answers: readonly Answer[] | Promise<readonly Answer[]>) => void
  readonly reject: (error: unknown) => void
}

/** What is asked at the end of this turn, by client and block. */
const waiting = new WeakMap<Client, Map<Hex, Part[]>>()

/**
 * callMany for all who ask for the same block in the same turn, together: a page over several systems is one request a
 * block. What is refused together is asked for by each alone: no system's fault becomes another's.
 * Throws what callMany throws.
 */
export function callTogether(
  client: Client,
  multicall3: Address | undefined,
  calls: readonly ViewCall[],
  block: Hex,
  isReadable: Part['isReadable'],
): Promise<readonly Answer[]> {
  const alone = (one: Pick<Part, 'calls' | 'isReadable'>) =>
    callMany(client, multicall3, one.calls, block, one.isReadable)

  async function ask(parts: readonly Part[]): Promise<void> {
    const all = parts.flatMap((part) => part.calls.map((call, index) => ({ part, call, index })))
    try {
      const answers = await alone({
        calls: all.map(({ call }) => call),
        isReadable: (answer, at) => all[at]?.part.isReadable(answer, all[at].index) === true,
      })
      for (const part of parts) part.resolve(answers.filter((_, at) => all[at]?.part === part))
    } catch (error) {
      // That nobody answers, or has the block, is so for each of them.
      const isSame =
        parts.length === 1 || error instanceof ChainUnavailableError || isUnknownBlock(reasonOf(error))
      for (const part of parts)
        if (isSame) part.reject(error)
        else part.resolve(alone(part))
    }
  }

  return new Promise((resolve, reject) => {
    const byBlock = waiting.get(client) ?? new Map<Hex, Part[]>()
    waiting.set(client, byBlock)
    const parts = byBlock.get(block) ?? []
    if (parts.push({ calls, isReadable, resolve, reject }) > 1) return
    byBlock.set(block, parts)
    queueMicrotask(() => {
      byBlock.delete(block)
      void ask(parts)
    })
  })
}
