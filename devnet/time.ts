/** Time on a running devnet, for the systems that are on it. Runs in Node and in the browser. */
import { chainSeconds } from './actions'
import type { Rpc } from './rpc'
import type { Edge, Groups } from './system'
import { systemsIn } from './systems'

/** Mines a block at `seconds` (unix, after the newest block), from which the clock goes on, and lets the keepers act. */
export async function moveClock(rpc: Rpc, groups: Groups, seconds: number): Promise<void> {
  const now = await chainSeconds(rpc)
  if (seconds <= now)
    throw new Error('The chain is already there: its clock only goes forward. Reset goes back.')
  await rpc('evm_setNextBlockTimestamp', [seconds])
  await rpc('evm_mine')
  for (const { system, contracts } of systemsIn(groups)) await system.clockMoved?.(rpc, contracts)
}

/** The next time at which anything opens, closes or ends; of one kind, if that is given. */
export async function nextEdge(rpc: Rpc, groups: Groups, kind?: string): Promise<Edge | undefined> {
  const now = await chainSeconds(rpc)
  const edges = await Promise.all(
    systemsIn(groups).map(({ system, contracts }) => system.edges(rpc, contracts)),
  )
  return edges
    .flat()
    .filter((edge) => edge.seconds > now && (kind === undefined || edge.kind === kind))
    .sort((a, b) => a.seconds - b.seconds)[0]
}

/** The kinds of edges that the systems have. */
export function edgeKinds(groups: Groups): readonly string[] {
  return systemsIn(groups).flatMap(({ system }) => system.edgeKinds)
}
