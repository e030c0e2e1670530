/** `npm run devnet:clock -- +1d | +6h | +30m | next | maturity | 2030-01-01T00:00Z`: lets time pass on the devnet. */
import { chainSeconds, moveClock, nextEdge } from './actions.mjs'
import { command } from './command.mjs'
import { announced } from './devnet.mjs'
import { connect } from './rpc.mjs'

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * What an argument of the command means, in unix seconds.
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {`0x${string}`} registry
 * @param {string} wanted
 * @returns {Promise<{ seconds: number, what: string }>}
 */
export async function target(rpc, registry, wanted) {
  const [, count, unit] = /^\+(\d+)([smhd])$/.exec(wanted) ?? []
  if (count !== undefined && unit !== undefined) {
    const step = unitSeconds[/** @type {keyof typeof unitSeconds} */ (unit)]
    return { seconds: (await chainSeconds(rpc)) + Number(count) * step, what: wanted }
  }
  if (wanted === 'next' || wanted === 'maturity') {
    const edge = await nextEdge(rpc, registry, wanted === 'next' ? 'any' : 'maturity')
    if (!edge) throw new Error('No window opens or closes any more.')
    return edge
  }
  const milliseconds = Date.parse(wanted)
  if (Number.isNaN(milliseconds))
    throw new Error('Usage: npm run devnet:clock -- +1d | +6h | +30m | next | maturity | <ISO time>')
  return { seconds: Math.floor(milliseconds / 1000), what: wanted }
}

async function moveByCommand() {
  const { rpcUrls, contracts } = announced()
  const rpc = connect(`${rpcUrls[0]}`)
  const { seconds, what } = await target(rpc, contracts.backstopRegistry, process.argv[2] ?? '')
  await moveClock(rpc, contracts.backstopRegistry, seconds)
  console.log(`${what}. Chain time: ${new Date(seconds * 1000).toISOString()}`)
}

if (process.argv[1] === import.meta.filename) await command(moveByCommand)
