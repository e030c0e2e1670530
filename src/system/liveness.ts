import { encodeFunctionData, parseAbi, type Address, type Hex } from 'viem'

import type { ChainReader } from '../chain/chain-reader'
import { within } from '../chain/time-limit'
import { errorFacts, isRevert } from '../tx/explain/error-facts'
import { t } from '../words/t'

/** A node, asked alone. */
export type Witness = {
  readonly host: string
  readonly call: (request: { to: Address; data: Hex }) => Promise<unknown>
}

/** A contract that may be of ours, which tell their rules, or of the live kind, which has no such function. */
export type Suspect = {
  readonly address: Address
  /** As people know it: "STBT". */
  readonly name: string
  /** Where config.json can tell the kind: "policies.stbt.rules". */
  readonly setting: string
}

/** Whether a contract is of the live kind: known only where two nodes say so. trust.md D38 */
export type Liveness = { readonly isLive: true } | { readonly isLive: false; readonly reason: string }

/** What config.json says of the kind; `problem`: what is wrong with it there. */
export type StatedKind = { readonly rules: 'ours' | 'live' | undefined; readonly problem: string | undefined }

/** What config.json decides; undefined where it leaves the kind to the nodes. */
export function statedLiveness({ name }: Suspect, { rules, problem }: StatedKind): Liveness | undefined {
  if (problem !== undefined) return unknown(problem)
  if (rules === 'live') return { isLive: true }
  if (rules === 'ours')
    return unknown(t`${name} refuses to tell its rules, and config.json says that it has them.`)
  return undefined
}

/** Every node of a network, as a witness. */
export function witnessesOf(nodes: ChainReader['nodes']): readonly Witness[] {
  return nodes.map(({ host, client }) => ({
    host,
    call: ({ to, data }) => client.request({ method: 'eth_call', params: [{ to, data }, 'latest'] }),
  }))
}

const limitMs = 4_000

/** Whatever it answers: only that it answers counts. */
const rulesCall = encodeFunctionData({ abi: parseAbi(['function rules()']) })

/**
 * Asks every node, alone, for `rules()`, which the live contract has not. It is live where two or more say that the call
 * reverts and none answers it: a call that failed otherwise says nothing. Never throws.
 */
export async function findLiveness(
  { address, name, setting }: Suspect,
  witnesses: readonly Witness[],
): Promise<Liveness> {
  const said = await Promise.all(
    witnesses.map(async (witness) => ({ ...witness, says: await ask(witness, address) })),
  )
  const hostsOf = (says: Says) => said.filter((one) => one.says === says).map(({ host }) => host)
  const [without, having] = [hostsOf('without'), hostsOf('with')]
  if (having.length > 0)
    return without.length > 0
      ? unknown(
          t`Nodes disagree about the rules of ${name}: ${having.join(', ')} knows them, ${without.join(', ')} does not.`,
        )
      : unknown(t`The rules of ${name} could not be read at first; they will be with the next block.`)
  if (without.length >= 2) return { isLive: true }
  return unknown(
    without.length === 1
      ? t`Only ${without.join()} says that this is a contract of the live kind: a second node has to confirm it, or config.json (${setting}).`
      : t`No node could be asked for the rules of ${name}.`,
  )
}

type Says = 'with' | 'without' | 'nothing'

const unknown = (reason: string): Liveness => ({ isLive: false, reason })

async function ask({ call }: Witness, to: Address): Promise<Says> {
  try {
    const answer = await within(limitMs, () => call({ to, data: rulesCall }))
    // No word at all is no answer of ours, and none of a contract that refuses.
    return typeof answer === 'string' && answer.length > 2 ? 'with' : 'nothing'
  } catch (error) {
    return isRevert(errorFacts(error)) ? 'without' : 'nothing'
  }
}
