import { decodeAbiParameters, type Address, type Client, type Hex } from 'viem'

import { aggregate3 } from './aggregate3'
import type { Answer, Carrier, ViewCall } from './carrier'
import { reasonOf } from './reason'
import { askChecked } from './ask-checked'
import type { EthCall } from './rpc-methods'
import { within } from './time-limit'
import { ChainUnavailableError } from './transport'
import { t } from '../words/t'

/** So many calls stay below what nodes allow one eth_call: some 20 million gas, 800 kB. */
const MOST_CALLS = 400
/** For the code that carries the calls where there is no Multicall3: a part of this app. */
const LOAD_MS = 10_000
const TOO_MUCH =
  /size ?limit|code ?size|init ?code|out ?of ?gas|gas (required|limit|cap)|too (large|big)|response size/i

/**
 * Makes view calls at one block, as few requests as the node bears: Multicall3 where the network has it, else the same
 * carried along with the call. What is too much for a node is asked for in halves. Answers that `isReadable` refuses
 * are believed only if a second node gives the same.
 * Throws if no node answers, none knows the block, or none says anything that can be read.
 */
export async function callMany(
  client: Client,
  multicall3: Address | undefined,
  calls: readonly ViewCall[],
  block: Hex,
  isReadable: (answer: Answer, index: number) => boolean,
): Promise<readonly Answer[]> {
  const carrier = multicall3
    ? through(multicall3)
    : (await within(LOAD_MS, () => import('./deployless'))).deployless

  async function inHalves(part: readonly ViewCall[], first: number): Promise<readonly Answer[]> {
    const middle = Math.ceil(part.length / 2)
    const halves = [ask(part.slice(0, middle), first), ask(part.slice(middle), first + middle)]
    return (await Promise.all(halves)).flat()
  }

  async function ask(part: readonly ViewCall[], first: number): Promise<readonly Answer[]> {
    if (part.length > carrier.most) return inHalves(part, first)
    let read: { readonly returned: Hex; readonly answers: readonly Answer[] | undefined } | undefined
    const answersIn = (returned: Hex) => {
      if (read?.returned !== returned) read = { returned, answers: carrier.decode(returned, part.length) }
      return read.answers
    }
    try {
      const answers = answersIn(
        await askChecked(
          client,
          { method: 'eth_call', params: [carrier.encode(part), block] },
          (returned) =>
            answersIn(returned)?.every((answer, index) => isReadable(answer, first + index)) ?? false,
        ),
      )
      if (!answers) throw new Error(t`no node gave an answer that can be read`)
      return answers
    } catch (error) {
      if (error instanceof ChainUnavailableError || !TOO_MUCH.test(reasonOf(error))) throw error
      const [only] = part
      return part.length === 1 && only ? [await callAlone(client, only, block)] : inHalves(part, first)
    }
  }

  return calls.length === 0 ? [] : ask(calls, 0)
}

/** What Multicall3's `aggregate3` returns; viem's whole ABI would weigh on the first view. */
const aggregate3Answers = [
  {
    type: 'tuple[]',
    components: [
      { name: 'success', type: 'bool' },
      { name: 'returnData', type: 'bytes' },
    ],
  },
] as const

function through(multicall3: Address): Carrier {
  return {
    most: MOST_CALLS,
    encode: (calls) => ({
      to: multicall3,
      data: aggregate3(calls.map(({ target, callData }) => [target, callData])),
    }),
    decode(returned, count) {
      try {
        const [data] = decodeAbiParameters(aggregate3Answers, returned)
        return data.length === count ? data : undefined
      } catch {
        return undefined
      }
    },
  }
}

/** For an answer that no carrier can hold. */
async function callAlone(client: Client, { target, callData }: ViewCall, block: Hex): Promise<Answer> {
  try {
    const params = [{ to: target, data: callData }, block] as const
    return { success: true, returnData: await client.request<EthCall>({ method: 'eth_call', params }) }
  } catch (error) {
    if (error instanceof ChainUnavailableError) throw error
    return { success: false, returnData: '0x' }
  }
}
