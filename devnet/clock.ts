/** `npm run devnet:clock -- +1d | +6h | +30m | next | maturity | unlock | 2030-01-01T00:00Z`: lets time pass on the devnet. */
import type { Address } from 'viem'
import { chainSeconds, moveClock, nextEdge, type Edge } from './actions'
import { command } from './command'
import { announced } from './devnet'
import { connect, type Rpc } from './rpc'
import { nextVaultEdge, nextWindow } from './systems/musdt/actions'

const unitSeconds = { s: 1, m: 60, h: 3_600, d: 86_400 }

type Contracts = { readonly backstopRegistry: Address; readonly musdtVault?: Address | undefined }

/** What an argument of the command means, in unix seconds. */
export async function target(rpc: Rpc, contracts: Contracts, wanted: string): Promise<Edge> {
  const [, count, unit] = /^\+(\d+)([smhd])$/.exec(wanted) ?? []
  if (count !== undefined && unit !== undefined) {
    const step = unitSeconds[unit as keyof typeof unitSeconds]
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

async function nextOf(
  rpc: Rpc,
  contracts: Contracts,
  kind: 'next' | 'maturity' | 'unlock',
): Promise<Edge | undefined> {
  if (kind === 'next') return nextWindow(rpc, contracts)
  if (kind === 'maturity') return nextEdge(rpc, contracts.backstopRegistry, 'maturity')
  return contracts.musdtVault && nextVaultEdge(rpc, contracts.musdtVault, 'unlock')
}

async function moveByCommand() {
  const { rpcUrl, contracts } = announced()
  const rpc = connect(rpcUrl)
  const registry = contracts.backstop.registry
  const known = { backstopRegistry: registry, musdtVault: contracts.musdt.vault }
  const { seconds, what } = await target(rpc, known, process.argv[2] ?? '')
  await moveClock(rpc, registry, seconds)
  console.log(`${what}. Chain time: ${new Date(seconds * 1000).toISOString()}`)
}

if (process.argv[1] === import.meta.filename) await command(moveByCommand)
