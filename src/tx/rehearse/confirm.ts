import { encodeFunctionData, getContractAddress, isAddressEqual, isHex } from 'viem'
import type { Hex } from 'viem'

import { isUnknownBlock } from '../../chain/rpc-answer'
import { reasonOf } from '../../chain/reason'
import { within } from '../../chain/time-limit'
import { errorFacts, isRevert } from '../explain/error-facts'
import type { Explained } from '../explain/revert'
import type { Fact } from '../plan/plan'
import { countedWords, expectedAnswer } from '../plan/rests-on'
import { list, whyOf } from './sources'
import type { Source, Sources } from './sources'
import { t } from '../../words/t'

/** What was found out about everything a plan rests on. trust.md D38 */
export type Confirmation = {
  readonly blockNumber: bigint
  /** What was asked about, in sentences; empty where a plan rests on `config.json` alone. */
  readonly facts: readonly string[]
  /** Who says that all of it is so. */
  readonly agreeing: readonly string[]
  /** Who was asked and did not answer, as half-sentences: "rpc.example did not answer within 4 s". */
  readonly silent: readonly string[]
  /** Why the wallet stays closed. */
  readonly problem: Explained | undefined
}

type Answered = Extract<Fact, { kind: 'answer' }>
type Told = { readonly source: Source; readonly answers: readonly Hex[] }
type Silent = { readonly source: Source; readonly why: string }

/** For all questions to one source. A node a block behind is asked again until then. */
const limitMs = 4_000
const pauseMs = 500
const reverted: Hex = '0x'

/**
 * Asks every configured node, each alone and at the same block, for what a plan rests on, and the wallet where fewer than
 * two of them answer. One source that says something else closes the plan. What cannot be forged is computed.
 */
export async function confirm(
  restsOn: readonly Fact[],
  { nodes, wallet }: Sources,
  blockNumber: bigint,
  limit = limitMs,
): Promise<Confirmation> {
  const facts = restsOn.filter((fact): fact is Answered => fact.kind === 'answer')
  const known = { blockNumber, facts: restsOn.map(({ means }) => means) }
  if (restsOn.length === 0) return { ...known, agreeing: [], silent: [], problem: undefined }
  const asked = await Promise.all(nodes.map((node) => ask(node, facts, blockNumber, limit)))
  if (asked.filter(isTold).length < 2) asked.push(await ask(wallet, facts, blockNumber, limit))
  const told = asked.filter(isTold)
  const silent = asked.flatMap((one) => (isTold(one) ? [] : [`${one.source.name} ${one.why}`]))
  const problem =
    told.length === 0 ? nobody(silent) : (difference(facts, told) ?? restsOn.map(forged).find((one) => one))
  return { ...known, agreeing: problem ? [] : told.map(({ source }) => source.name), silent, problem }
}

function isTold(one: Told | Silent): one is Told {
  return 'answers' in one
}

async function ask(
  source: Source,
  facts: readonly Answered[],
  blockNumber: bigint,
  limit: number,
): Promise<Told | Silent> {
  try {
    const answers = await within(limit, (signal) =>
      Promise.all(facts.map((fact) => answerOf(source, fact, blockNumber, signal))),
    )
    return { source, answers }
  } catch (error) {
    return { source, why: whyOf(source.name, error) }
  }
}

/** A refusal of the contract is an answer: whose NFT was burnt, say. */
async function answerOf(
  source: Source,
  { address, abi, functionName, args }: Answered,
  blockNumber: bigint,
  signal: AbortSignal,
): Promise<Hex> {
  const data = encodeFunctionData({ abi, functionName, args })
  for (;;) {
    try {
      const answer = await source.call(address, data, blockNumber)
      if (!isHex(answer)) throw new Error('what it said can’t be read')
      return answer.toLowerCase() as Hex
    } catch (error) {
      if (isRevert(errorFacts(error))) return reverted
      if (!isUnknownBlock(reasonOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      if (signal.aborted) throw error
    }
  }
}

/** The first fact that not everybody confirms. */
function difference(facts: readonly Answered[], told: readonly Told[]): Explained | undefined {
  for (const [index, fact] of facts.entries()) {
    const expected = countedWords(fact, expectedAnswer(fact))
    const says = told.map(({ source, answers }) => ({
      name: source.name,
      answer: countedWords(fact, answers[index] ?? reverted),
    }))
    const others = says.filter(({ answer }) => answer !== expected)
    if (others.length === 0) continue
    const raw = [
      `${fact.functionName}(${fact.args.map(String).join(', ')}) of ${fact.address}`,
      `expected: ${expected}`,
      ...says.map(({ name, answer }) => `${name}: ${answer}`),
    ].join('\n')
    const names = list(others.map(({ name }) => name))
    const agreeing = says.filter(({ answer }) => answer === expected).map(({ name }) => name)
    return agreeing.length > 0
      ? disagreement(fact.means, list(agreeing), names, raw)
      : {
          title: t`This is not what the page was told`,
          detail:
            others.length === 1
              ? t`It was prepared as if this were so: ${fact.means}. ${names} says otherwise.`
              : t`It was prepared as if this were so: ${fact.means}. ${names} say otherwise.`,
          action: t`Close this and look at the figures again. If it keeps happening, a node has lied: choose another one in the settings.`,
          raw,
        }
  }
  return undefined
}

function disagreement(means: string, agreeing: string, others: string, raw: string): Explained {
  return {
    title: t`Two sources disagree about the chain`,
    detail: t`${means}: so says ${agreeing}, and ${others} says otherwise. One of them is wrong, and your money would go by it.`,
    action: t`Do not sign this anywhere. Try again; if it keeps happening, choose a node you trust in the settings.`,
    raw,
  }
}

function forged(fact: Fact): Explained | undefined {
  if (fact.kind === 'answer') return undefined
  const address = getContractAddress({ from: fact.by, nonce: fact.nonce })
  if (isAddressEqual(address, fact.address)) return undefined
  return {
    title: t`A node has named a foreign contract`,
    detail: t`${fact.means}: that can’t be. The contract ${fact.by} created ${address} there, and the page was told ${fact.address}.`,
    action: t`Do not sign this anywhere. Choose another node in the settings.`,
    raw: `create(${fact.by}, ${fact.nonce}) = ${address}, told ${fact.address}`,
  }
}

function nobody(silent: readonly string[]): Explained {
  return {
    title: t`Nobody confirms what this rests on`,
    detail:
      silent.length > 0
        ? t`${list(silent)}. Whom it pays could not be checked.`
        : t`There is nobody to ask. Whom it pays could not be checked.`,
    action: t`Try again when the network is back.`,
    raw: silent.join('\n'),
  }
}
