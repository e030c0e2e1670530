import { createClient, numberToHex, zeroAddress, type Address, type Hex, type Transport } from 'viem'

import type { ChainClient, ChainReader } from '../chain/chain-reader'
import { fetchBlock } from '../chain/fetch-block'
import type { Block } from '../chain/head'
import { reasonOf } from '../chain/reason'
import type { EthCall, EthGetBlockOrNull } from '../chain/rpc-methods'
import { TimeLimitError, within } from '../chain/time-limit'
import { systemsOn } from '../package/open'
import { said } from '../package/positions'
import { t } from '../words/t'
import type { CheckLine } from './check-line'

const LIMIT_MS = 60_000

type Node = ChainReader['nodes'][number]
type Asked = { readonly params: EthCall['Parameters']; readonly result: Hex }

/**
 * Reads what every system says of an account, and of itself, from the node that is asked first, then puts each of the same
 * questions to every other node at the same block. One line for each of the others.
 * @param account nobody's own figures are read where it is undefined
 */
export async function checkNodes(
  chain: ChainReader,
  account: Address | undefined,
): Promise<readonly CheckLine[]> {
  const [first, ...others] = chain.nodes
  const what = t`Agreement of nodes`
  if (!first || others.length === 0)
    return [
      { what, outcome: 'unchecked', says: t`config.json names one node only: nobody else can be asked.` },
    ]
  return Promise.all(
    others.map(async (other): Promise<CheckLine> => {
      const line = { what: t`${first.host} and ${other.host}` }
      try {
        return { ...line, ...(await within(LIMIT_MS, () => compareNodes(chain, first, other, account))) }
      } catch (error) {
        const says =
          error instanceof TimeLimitError
            ? t`They did not answer everything within ${LIMIT_MS / 1000} s.`
            : t`They could not be compared: ${reasonOf(error)}`
        return { ...line, outcome: 'unchecked', says }
      }
    }),
  )
}

async function compareNodes(
  chain: ChainReader,
  first: Node,
  other: Node,
  account: Address | undefined,
): Promise<Omit<CheckLine, 'what'>> {
  const block = await sharedBlock(first, other)
  if (block.hash !== block.otherHash)
    return {
      outcome: 'differs',
      says: t`They name different blocks ${block.number}: they do not follow the same chain.`,
    }
  const different: string[] = []
  const unread: string[] = []
  let questions = 0
  for (const system of systemsOn(chain.network)) {
    const { client, asked } = listenTo(first, block.number)
    const report = await said(system.name, () =>
      system.report({ ...chain, client, block }, account ?? zeroAddress),
    )
    if (!report.isKnown || asked.length === 0) unread.push(system.name)
    const answers = await Promise.all(
      asked.map(({ params }) => other.client.request<EthCall>({ method: 'eth_call', params })),
    )
    questions += asked.length
    if (answers.some((answer, index) => answer !== asked[index]?.result)) different.push(system.name)
  }
  if (different.length > 0)
    return {
      outcome: 'differs',
      says: t`At block ${block.number} they say different things about ${different.join(', ')}. One of them is wrong: act on neither until you know which.`,
    }
  if (unread.length > 0)
    return {
      outcome: 'unchecked',
      says: t`At block ${block.number} not everything could be read, so not everything was compared: ${unread.join(', ')}.`,
    }
  const about =
    account === undefined
      ? t`what the systems hold and owe; nobody is connected, so nobody’s own figures`
      : t`what the systems hold and owe, and what ${account} has in them`
  return {
    outcome: 'agrees',
    says: t`At block ${block.number} both gave the same answers, byte for byte, to ${questions} questions: ${about}.`,
  }
}

/** The newest block that both know, with the hash each gives it. */
async function sharedBlock(first: Node, other: Node): Promise<Block & { readonly otherHash: Hex }> {
  const heads = await Promise.all([first, other].map(({ client }) => fetchBlock(client, 'latest')))
  const number = heads.map((head) => head.number).reduce((least, one) => (one < least ? one : least))
  const params = [numberToHex(number), false] as const
  const [one, two] = await Promise.all(
    [first, other].map(({ client }) =>
      client.request<EthGetBlockOrNull>({ method: 'eth_getBlockByNumber', params }),
    ),
  )
  if (!one || !two) throw new Error(t`one of them does not know block ${number}`)
  return {
    ...{ number, timestamp: BigInt(one.timestamp), hash: one.hash, parentHash: one.parentHash },
    ...{ seenAtMs: Date.now(), otherHash: two.hash },
  }
}

/** A client of this node alone that remembers what it was asked at this block and what it said. */
function listenTo(
  { client, transport }: Node,
  block: bigint,
): { readonly client: ChainClient; readonly asked: Asked[] } {
  const asked: Asked[] = []
  const listening: Transport = (options) => {
    const inner = transport(options)
    const request = (async (wish: { readonly method: string; readonly params?: unknown }) => {
      const result: unknown = await inner.request(wish as never)
      const params = wish.params as EthCall['Parameters']
      if (wish.method === 'eth_call' && params[1] === numberToHex(block))
        asked.push({ params, result: result as Hex })
      return result
    }) as typeof inner.request
    return { ...inner, request }
  }
  return { client: createClient({ chain: client.chain, transport: listening }), asked }
}
