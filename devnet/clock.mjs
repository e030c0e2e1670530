/** `npm run devnet:clock -- +1d | +6h | +30m | next | maturity | unlock | 2030-01-01T00:00Z`: lets time pass on the devnet. */
import { chainSeconds, moveClock, nextEdge } from './actions.mjs'
import { command } from './command.mjs'
import { announced } from './devnet.mjs'
import { connect } from './rpc.mjs'
import { nextVaultEdge, nextWindow } from './vault-actions.mjs'

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 }

/**
 * What an argument of the command means, in unix seconds.
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {{ backstopRegistry: `0x${string}`, musdtVault?: `0x${string}` | undefined }} contracts
 * @param {string} wanted
 * @returns {Promise<{ seconds: number, what: string }>}
 */
export async function target(rpc, contracts, wanted) {
  const [, count, unit] = /^\+(\d+)([smhd])$/.exec(wanted) ?? []
  if (count !== undefined && unit !== undefined) {
    const step = unitSeconds[/** @type {keyof typeof unitSeconds} */ (unit)]
    return { seconds: (await chainSeconds(rpc)) + Number(count) * step, what: wanted }
  }
  if (wanted === 'next' || wanted === 'maturity' || wanted === 'unlock') {
    const edge = await nextOf(rpc, contracts, wanted)
    if (!edge) throw new Error('No window opens or closes any more.')
    return edge
  }
  const milliseconds = Date.parse(wanted)
  if (Number.isNaN(milliseconds))
    throw new Error('Usage: npm run devnet:clock -- +1d | +6h | +30m | next | maturity | unlock | <ISO time>')
  return { seconds: Math.floor(milliseconds / 1000), what: wanted }
}

/**
 * @param {import('./rpc.mjs').Rpc} rpc
 * @param {Parameters<typeof target>[1]} contracts
 * @param {'next' | 'maturity' | 'unlock'} kind
 */
async function nextOf(rpc, contracts, kind) {
  if (kind === 'next') return nextWindow(rpc, contracts)
  if (kind === 'maturity') return nextEdge(rpc, contracts.backstopRegistry, 'maturity')
  return contracts.musdtVault && nextVaultEdge(rpc, contracts.musdtVault, 'unlock')
}

async function moveByCommand() {
  const { rpcUrls, contracts } = announced()
  const rpc = connect(`${rpcUrls[0]}`)
  const registry = contracts.backstop.registry
  const known = { backstopRegistry: registry, musdtVault: contracts.musdt.vault }
  const { seconds, what } = await target(rpc, known, process.argv[2] ?? '')
  await moveClock(rpc, registry, seconds)
  console.log(`${what}. Chain time: ${new Date(seconds * 1000).toISOString()}`)
}

if (process.argv[1] === import.meta.filename) await command(moveByCommand)
