import type { ChainAt } from './chain-reader'
import { nextAsked, type Asked, type KnownReads, type Live, type Shown } from './known'
import { fetchSnapshot, type Readings } from './read'

/**
 * Reads a tree once, at its block.
 * @throws ChainUnavailableError when no node answers, else what the node says about the block
 */
export async function readTree<Tree>(
  { client, network, block }: ChainAt,
  tree: Tree,
): Promise<Readings<Tree>> {
  return (await fetchSnapshot(client, network, tree, block)).data
}

/** Each answer tells a part of what to ask for: of 2,000 series some 80 times. */
const MOST_ROUNDS = 200

/**
 * Reads what depends on answers, again at the same block until an answer tells nothing new to ask for.
 * @param initial what is known already
 * @throws as `readTree`
 */
export async function readKnown<Known, Tree>(
  at: ChainAt,
  source: KnownReads<Known, Tree>,
  initial: Known = source.initial,
): Promise<{ readonly data: Readings<Tree>; readonly known: Known }> {
  const { number: blockNumber } = at.block
  let asked: Asked<Known> = { known: initial, blockNumber, before: [] }
  for (let round = 1; ; round += 1) {
    const { known } = asked
    const data = await readTree(at, source.reads(known))
    const next = nextAsked(asked, source.learn(data, known), blockNumber)
    if (!next || round === MOST_ROUNDS) return { data, known }
    asked = next
  }
}

/** As `readKnown`, and what a system shows of the answer. */
export async function readLive<Known, Tree, View>(
  at: ChainAt,
  source: Live<Known, Tree, View>,
  initial?: Known,
): Promise<{ readonly data: Readings<Tree>; readonly known: Known; readonly shown: Shown<View> }> {
  const { data, known } = await readKnown(at, source, initial)
  const { number: blockNumber, timestamp } = at.block
  return { data, known, shown: source.view(data, known, { blockNumber, timestamp, isStale: false }) }
}
