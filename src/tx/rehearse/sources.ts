import { numberToHex } from 'viem'
import type { Address, Hash, Hex } from 'viem'

import type { Network } from '../../chain/config'
import { reasonOf } from '../../chain/reason'
import { isUnknownBlock } from '../../chain/rpc-answer'
import { TimeLimitError, within } from '../../chain/time-limit'
import type { SingleNode } from '../../chain/transport'
import type { Wallet } from '../wallet'
import { t } from '../../words/t'

/** Somebody who can be asked about the chain: a node by its host, or the person's wallet. */
export type Source = {
  /** "rpc.example", "your wallet" */
  readonly name: string
  readonly call: (to: Address, data: Hex, blockNumber: bigint) => Promise<unknown>
  readonly transaction: (hash: Hash) => Promise<unknown>
  readonly receipt: (hash: Hash) => Promise<unknown>
  readonly head: () => Promise<unknown>
}

export type Sources = {
  /** Every node of this network by itself. */
  readonly nodes: readonly Source[]
  /** The wallet's own provider: asked only where the nodes do not suffice. */
  readonly wallet: Source
}

type Ask = (request: { readonly method: string; readonly params: readonly unknown[] }) => Promise<unknown>

/** A wallet reads without asking the person: longer than this means that none will come. */
const walletMs = 3_000

/**
 * Who may be asked on this network. The wallet's chain is read each time, for it may have been switched; one that was
 * silent once is not waited for again.
 */
export function sourcesOf(
  { chainId }: Pick<Network, 'chainId'>,
  nodes: readonly SingleNode[],
  getWallet: () => Promise<Wallet | undefined>,
): Sources {
  let isSilent = false
  const askWallet: Ask = async (wish) => {
    if (isSilent) throw new Error('it did not answer before')
    try {
      return await within(walletMs, async () => {
        const wallet = await getWallet()
        if (!wallet) throw new Error('it is not connected')
        const chain = await wallet.request({ method: 'eth_chainId' })
        if (BigInt(String(chain)) !== BigInt(chainId)) throw new Error('it is on another network')
        return wallet.request(wish)
      })
    } catch (error) {
      isSilent ||= error instanceof TimeLimitError
      throw error
    }
  }
  return {
    nodes: nodes.map(({ host, transport }) => {
      const { request } = transport({ retryCount: 0 })
      return sourceOf(host, (wish) => request(wish))
    }),
    wallet: sourceOf(t`your wallet`, askWallet),
  }
}

/** A source over anything that takes JSON-RPC requests. */
export function sourceOf(name: string, ask: Ask): Source {
  return {
    name,
    call: (to, data, blockNumber) =>
      ask({ method: 'eth_call', params: [{ to, data }, numberToHex(blockNumber)] }),
    transaction: (hash) => ask({ method: 'eth_getTransactionByHash', params: [hash] }),
    receipt: (hash) => ask({ method: 'eth_getTransactionReceipt', params: [hash] }),
    head: () => ask({ method: 'eth_blockNumber', params: [] }),
  }
}

/** Why somebody did not answer, as a half-sentence that goes on from the name. */
export function whyOf(name: string, error: unknown): string {
  const reason = reasonOf(error)
    .replace('No node answers: ', '')
    .replace(/[.\s]+$/, '')
  if (isUnknownBlock(reason)) return t`does not know the block yet`
  if (reason.startsWith(name)) return reason.slice(name.length).trim()
  const inSentence = `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`
  return error instanceof TimeLimitError ? t`did not answer: ${inSentence}` : t`could not answer (${reason})`
}

/** Names in a sentence: "a, b and c". */
export function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : t`${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}
