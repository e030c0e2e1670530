import { createClient, numberToHex, type Address, type Hex } from 'viem'

import { callMany } from '../../chain/call-many'
import type { Answer, ViewCall } from '../../chain/carrier'
import type { Network } from '../../chain/config'
import type { OnScreen } from '../../chain/on-screen'
import { reasonOf } from '../../chain/reason'
import { isUnknownBlock } from '../../chain/rpc-answer'
import { within } from '../../chain/time-limit'
import { toldBy } from '../../chain/told'
import type { SingleNode } from '../../chain/transport'
import type { Source } from '../../math/reading'
import { answerLines, calldataOf } from '../../ui/call-text'
import type { Explained } from '../explain/revert'
import { list, whyOf } from './sources'
import { t } from '../../words/t'

/** What the nodes say of the answers that the page was drawn from when the plan was made. trust.md D38 */
export type ShownConfirmation = {
  readonly calls: number
  /** The newest one, where they are of several. */
  readonly blockNumber: bigint
  /** Who gave the same answers to all of them. */
  readonly agreeing: readonly string[]
  /** Who did not answer, as half-sentences. */
  readonly silent: readonly string[]
  /** Why the wallet stays closed. */
  readonly problem: Explained | undefined
}

/** Undefined for a call that the contract refuses, says that node. */
type Said = { readonly name: string; readonly raws: ReadonlyMap<Source, Hex | undefined> }
type Silent = { readonly name: string; readonly why: string }

/** For all calls to one node. One that is a block behind is asked again until then. */
const limitMs = 4_000
const pauseMs = 500
/** Nodes without an archive keep the states of 128 blocks. */
const mostBlocksKept = 64n

/**
 * Asks every node, each alone, for all that the page was drawn from, at the very blocks it was drawn at, and compares byte
 * by byte. One node that says something else closes the plan; one that is silent is named. Undefined where nothing was
 * read. With one node only nobody is asked: `agreeing` is empty.
 * @param limit milliseconds
 */
export async function confirmShown(
  onScreen: readonly OnScreen[],
  nodes: readonly SingleNode[],
  network: Pick<Network, 'contracts'>,
  limit = limitMs,
): Promise<ShownConfirmation | undefined> {
  const told = toldBy(onScreen).filter(({ reading }) => reading.isKnown)
  const [newest] = told
  if (!newest) return undefined
  const sources = told.map(({ reading }) => reading.source)
  const known = { calls: told.length, blockNumber: newest.block.number }
  if (nodes.length < 2) return { ...known, agreeing: [], silent: [], problem: undefined }
  const asked = await Promise.all(nodes.map((node) => ask(node, sources, network, limit)))
  const said = asked.filter((one) => 'raws' in one)
  const silent = asked.flatMap((one) => ('why' in one ? [`${one.name} ${one.why}`] : []))
  const problem = difference(sources, said)
  return { ...known, agreeing: problem ? [] : said.map(({ name }) => name), silent, problem }
}

async function ask(
  { host, transport }: SingleNode,
  sources: readonly Source[],
  { contracts }: Pick<Network, 'contracts'>,
  limit: number,
): Promise<Said | Silent> {
  const client = createClient({ transport })
  const answersAt = async (block: bigint, calls: readonly ViewCall[], signal: AbortSignal) => {
    for (;;) {
      try {
        return await callMany(client, contracts.shared?.multicall3, calls, numberToHex(block), () => true)
      } catch (error) {
        if (!isUnknownBlock(reasonOf(error))) throw error
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        if (signal.aborted) throw error
      }
    }
  }
  try {
    const raws = new Map<Source, Hex | undefined>()
    await within(limit, (signal) =>
      Promise.all(
        [...byBlock(sources)].map(async ([block, part]) => {
          const calls = part.map((source) => ({
            target: source.contract as Address,
            callData: calldataOf(source),
          }))
          const answers = await answersAt(block, calls, signal)
          for (const [index, source] of part.entries()) raws.set(source, rawOf(answers[index]))
        }),
      ),
    )
    return { name: host, raws }
  } catch (error) {
    return { name: host, why: whyOf(host, error) }
  }
}

/**
 * What to ask at which block: at its own, where nodes still keep the state of it. An answer that is older is one that
 * never changes (`useFixed`), and is so at the newest block as well.
 */
function byBlock(sources: readonly Source[]): ReadonlyMap<bigint, readonly Source[]> {
  const blocks = new Map<bigint, Source[]>()
  const newest = sources[0]?.blockNumber ?? 0n
  for (const source of sources) {
    const at = newest - source.blockNumber > mostBlocksKept ? newest : source.blockNumber
    blocks.set(at, [...(blocks.get(at) ?? []), source])
  }
  return blocks
}

function rawOf(answer: Answer | undefined): Hex | undefined {
  return answer?.success ? (answer.returnData.toLowerCase() as Hex) : undefined
}

/** The first answer that not everybody gives as the page was given it. */
function difference(sources: readonly Source[], said: readonly Said[]): Explained | undefined {
  const isSame = (source: Source, raw: Hex | undefined) => raw === source.raw.toLowerCase()
  const [source, ...more] = sources.filter((one) => said.some(({ raws }) => !isSame(one, raws.get(one))))
  if (!source) return undefined
  const answers = said.map(({ name, raws }) => ({ name, raw: raws.get(source) }))
  const { part, shown, texts } = partThatDiffers(
    source,
    answers.map(({ raw }) => raw),
  )
  const call = `${source.functionName}(${source.args.map(String).join(', ')})${part}`
  const what = `${source.label}, ${call}`
  const says = list(answers.map(({ name }, at) => t`${name} says ${texts[at] ?? ''}`))
  const isOfAll = answers.every(({ raw }) => !isSame(source, raw))
  return {
    title: isOfAll ? t`This is not what the page was told` : t`Two nodes disagree about a figure`,
    detail: `${t`${what} at block ${source.blockNumber}: this page was drawn from ${shown}; ${says}.`}${
      more.length > 0 ? ` ${t`They differ in ${more.length} more.`}` : ''
    }`,
    action: isOfAll
      ? t`Close this and look at the figures again. If it keeps happening, a node has lied: choose another one in the settings.`
      : t`Do not sign this anywhere. Try again; if it keeps happening, choose a node you trust in the settings.`,
    raw: [
      `${call} of ${source.contract} at block ${source.blockNumber}`,
      `page: ${source.raw}`,
      ...answers.map(({ name, raw }) => `${name}: ${raw ?? 'refused'}`),
    ].join('\n'),
  }
}

/** Of an answer with many values the one that differs, and what each says of it. */
function partThatDiffers(
  source: Source,
  raws: readonly (Hex | undefined)[],
): { readonly part: string; readonly shown: string; readonly texts: readonly string[] } {
  const own = answerLines(source)?.lines ?? []
  const others = raws.map((raw) => raw && answerLines(source, raw)?.lines)
  const at = own.findIndex(({ text }, index) => others.some((lines) => lines?.[index]?.text !== text))
  const found = own[at]
  const textOf = (raw: Hex | undefined, index: number) =>
    raw === undefined
      ? t`that the contract refuses it`
      : (others[index]?.[at]?.text ?? t`something that can’t be read`)
  return {
    part: found && found.name !== '' ? ` ${found.name}` : '',
    shown: found?.text ?? t`something else`,
    texts: raws.map(textOf),
  }
}
