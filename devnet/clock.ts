/** `npm run devnet:clock -- +1d | +6h | +30m | next | maturity | unlock | 2030-01-01T00:00Z`: lets time pass on the devnet. */
import { chainSeconds } from './actions'
import { command } from './command'
import { announced } from './devnet'
import { connect, type Rpc } from './rpc'
import type { Edge, Groups } from './system'
import { edgeKinds, moveClock, nextEdge } from './time'

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 }

/** What an argument of the command means, in unix seconds, on a chain with these contracts. */
export async function target(rpc: Rpc, groups: Groups, wanted: string): Promise<Edge> {
  const [, count, unit] = /^\+(\d+)([smhd])$/.exec(wanted) ?? []
  if (count !== undefined && unit !== undefined) {
    const step = unitSeconds[unit as keyof typeof unitSeconds]
    return { seconds: (await chainSeconds(rpc)) + Number(count) * step, what: wanted }
  }
  const kinds = edgeKinds(groups)
  if (wanted === 'next' || kinds.includes(wanted)) {
    const edge = await nextEdge(rpc, groups, wanted === 'next' ? undefined : wanted)
    if (!edge) throw new Error('No window opens or closes any more.')
    return edge
  }
  const milliseconds = Date.parse(wanted)
  if (Number.isNaN(milliseconds))
    throw new Error(
      `Usage: npm run devnet:clock -- +1d | +6h | +30m | ${['next', ...kinds].join(' | ')} | <ISO time>`,
    )
  return { seconds: Math.floor(milliseconds / 1000), what: wanted }
}

async function moveByCommand() {
  const { rpcUrl, contracts } = announced()
  const rpc = connect(rpcUrl)
  const { seconds, what } = await target(rpc, contracts, process.argv[2] ?? '')
  await moveClock(rpc, contracts, seconds)
  console.log(`${what}. Chain time: ${new Date(seconds * 1000).toISOString()}`)
}

if (process.argv[1] === import.meta.filename) await command(moveByCommand)
