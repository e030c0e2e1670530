import { decodeFunctionResult, encodeFunctionData, numberToHex } from 'viem'
import type { Address, Hex } from 'viem'
import * as v from 'valibot'

import type { ChainClient } from '../../chain/chain-reader'
import { bookOf } from '../explain/error-book'
import { explainError } from '../explain/errors'
import type { ContractCall } from '../plan/plan'
import { explainRevert } from '../explain/revert'
import type { Explained } from '../explain/revert'
import { t } from '../../words/t'

/** A call of a simulation; `gas` keeps one that burns everything (rules.md U3) from starving the next. */
export type RawCall = {
  readonly to: Address
  readonly data: Hex
  readonly value?: bigint
  readonly gas?: bigint
}

export type RawLog = { readonly address: Address; readonly topics: readonly Hex[]; readonly data: Hex }

export type RawResult = {
  readonly isOk: boolean
  readonly returnData: Hex
  readonly gasUsed: bigint
  readonly logs: readonly RawLog[]
}

export type Simulation<Result> =
  | { readonly isSupported: true; readonly results: readonly Result[] }
  | { readonly isSupported: false; readonly reason: Explained }

type Where = {
  readonly account: Address
  readonly blockNumber?: bigint | undefined
  /** Unix seconds of the simulated block; without it, the next block's own time. */
  readonly atSeconds?: bigint | undefined
}

const hex = v.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-f]*$/i.test(value))
const answerSchema = v.array(
  v.object({
    calls: v.array(
      v.object({
        status: hex,
        returnData: hex,
        gasUsed: hex,
        logs: v.array(v.object({ address: hex, topics: v.array(hex), data: hex })),
        error: v.optional(v.object({ data: v.optional(hex) })),
      }),
    ),
  }),
)

/** Runs calls one after the other in a block that never happens (`eth_simulateV1`), ether transfers as logs. */
export async function simulateRaw(
  client: ChainClient,
  calls: readonly RawCall[],
  { account, blockNumber, atSeconds }: Where,
): Promise<Simulation<RawResult>> {
  const blockOverrides = atSeconds === undefined ? undefined : { time: numberToHex(atSeconds) }
  const request = {
    method: 'eth_simulateV1',
    params: [
      {
        blockStateCalls: [
          {
            ...(blockOverrides && { blockOverrides }),
            calls: calls.map(({ to, data, value = 0n, gas }) => ({
              from: account,
              to,
              data,
              value: numberToHex(value),
              ...(gas !== undefined && { gas: numberToHex(gas) }),
            })),
          },
        ],
        traceTransfers: true,
        validation: false,
      },
      blockNumber === undefined ? 'latest' : numberToHex(blockNumber),
    ],
  }
  try {
    // viem types only its own form of this method; the answer is checked by schema below.
    const answer = v.safeParse(answerSchema, await client.request(request as never))
    // valibot's own message repeats what was received, and words of a node would be taken for a reason.
    if (!answer.success) throw new Error('The node answered in a form that cannot be read.')
    const results = answer.output[0]?.calls ?? []
    if (results.length !== calls.length) throw new Error('The node answered for another number of calls.')
    return {
      isSupported: true,
      results: results.map(({ status, returnData, gasUsed, logs, error }) => ({
        isOk: BigInt(status) === 1n,
        returnData: returnData === '0x' ? (error?.data ?? '0x') : returnData,
        gasUsed: BigInt(gasUsed),
        logs: logs,
      })),
    }
  } catch (error) {
    return { isSupported: false, reason: explainError(error, { doing: t`Simulating on the node` }) }
  }
}

export type SimulatedCall =
  | {
      readonly isOk: true
      readonly value: unknown
      readonly logs: readonly RawLog[]
      readonly gasUsed: bigint
    }
  | { readonly isOk: false; readonly error: Explained }

/**
 * What contracts would answer to a sequence of calls, now or at a later block time: a future rehearsal.
 * `value` is what viem decodes for the function (one output alone, several as an array).
 *
 * @example What the contract itself says for maturity:
 * const said = await simulateCalls(client, { account, calls: [settle, claim], atSeconds: terms.maturity })
 */
export async function simulateCalls(
  client: ChainClient,
  { calls, system, ...where }: Where & { readonly calls: readonly ContractCall[]; readonly system?: string },
): Promise<Simulation<SimulatedCall>> {
  const raw = await simulateRaw(
    client,
    calls.map(({ address, abi, functionName, args, value = 0n }) => ({
      to: address,
      data: encodeFunctionData({ abi, functionName, args }),
      value,
    })),
    where,
  )
  if (!raw.isSupported) return raw
  const book = await bookOf(system)
  return {
    isSupported: true,
    results: raw.results.map((result, index): SimulatedCall => {
      const call = calls[index]
      if (!result.isOk || !call) return { isOk: false, error: explainRevert(result.returnData, book) }
      try {
        const { abi, functionName, args } = call
        const value: unknown = decodeFunctionResult({ abi, functionName, args, data: result.returnData })
        return { isOk: true, value, logs: result.logs, gasUsed: result.gasUsed }
      } catch (error) {
        return { isOk: false, error: explainError(error, { doing: t`Reading ${call.functionName}` }) }
      }
    }),
  }
}
