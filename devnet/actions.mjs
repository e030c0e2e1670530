/** What one can do to a running devnet besides using it. Runs in Node (the commands) and in the browser (the panel). */
import { parseAbi, toHex } from 'viem'
import { keeper } from './accounts.mjs'
import { readContract, sendContract } from './contract.mjs'

/** @typedef {import('./rpc.mjs').Rpc} Rpc */
/** @typedef {`0x${string}`} Address */

const registryAbi = parseAbi([
  'struct SeriesAddresses { address series; address pool; address ledger; address note; address warrant; }',
  'function allSeries() view returns (SeriesAddresses[])',
  'function mstrOracle() view returns (address)',
  'function btcOracle() view returns (address)',
])
const seriesAbi = parseAbi([
  'struct Terms { string name; uint64 stakingOpen; uint64 stakingClose; uint64 saleOpen; uint64 saleClose; uint64 maturity; uint16 coverageBps; uint16 upfrontBps; uint16 warrantBps; uint16 compensationBps; uint8 upfrontAsset; uint8 makeWholeOrder; uint256 minSaleUsdt; uint256 maxSaleUsdt; uint256 warrantParUsdt; uint256 strikeUsdt; uint256 conversionUsdt; uint256 reserveUsdt; }',
  'function terms() view returns (Terms)',
  'function phase() view returns (uint8)',
  'function finalizeSale()',
  'function settle()',
])
const oracleAbi = parseAbi(['function adapter() view returns (address)', 'function poke() returns (uint256)'])
const adapterAbi = parseAbi(['function feed() view returns (address)'])
const feedAbi = parseAbi(['function answer() view returns (int256)', 'function setAnswer(int256)'])
const faucetAbi = parseAbi(['function faucet(address, uint256)'])

/** Phases in the contract's order. */
export const phases = ['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled']

/** Time of the newest block, unix seconds. @param {Rpc} rpc @returns {Promise<number>} */
export async function chainSeconds(rpc) {
  const block = await rpc('eth_getBlockByNumber', ['latest', false])
  return Number(block.timestamp)
}

/**
 * Mines a block at `seconds`, from which the clock goes on, and records the prices then, as a keeper would.
 * @param {Rpc} rpc
 * @param {Address} registry
 * @param {number} seconds Unix seconds, after the newest block.
 */
export async function moveClock(rpc, registry, seconds) {
  const now = await chainSeconds(rpc)
  if (seconds <= now)
    throw new Error('The chain is already there: its clock only goes forward. Reset goes back.')
  await rpc('evm_setNextBlockTimestamp', [seconds])
  await rpc('evm_mine')
  await recordPrices(rpc, registry, 0)
}

/**
 * Lets both feeds answer anew, MSTR changed by `mstrBps`, and both oracles record it.
 * @param {Rpc} rpc
 * @param {Address} registry
 * @param {number} mstrBps Change of the MSTR price in basis points.
 */
export async function recordPrices(rpc, registry, mstrBps) {
  const changes = /** @type {const} */ ([
    ['mstrOracle', BigInt(mstrBps)],
    ['btcOracle', 0n],
  ])
  for (const [functionName, bps] of changes) {
    const oracle = await readContract(rpc, { address: registry, abi: registryAbi, functionName })
    const adapter = await readContract(rpc, { address: oracle, abi: oracleAbi, functionName: 'adapter' })
    const feed = await readContract(rpc, { address: adapter, abi: adapterAbi, functionName: 'feed' })
    const answer = await readContract(rpc, { address: feed, abi: feedAbi, functionName: 'answer' })
    const changed = (answer * (10_000n + bps)) / 10_000n
    await sendContract(rpc, keeper, {
      address: feed,
      abi: feedAbi,
      functionName: 'setAnswer',
      args: [changed],
    })
    await sendContract(rpc, keeper, { address: oracle, abi: oracleAbi, functionName: 'poke' })
  }
}

/** @typedef {{ address: Address, name: string, phase: string, terms: any }} SeriesSummary */

/** Name, phase and terms of every series. @param {Rpc} rpc @param {Address} registry @returns {Promise<SeriesSummary[]>} */
export async function listSeries(rpc, registry) {
  const all = await readContract(rpc, { address: registry, abi: registryAbi, functionName: 'allSeries' })
  return Promise.all(
    all.map(async (/** @type {{ series: Address }} */ { series }) => {
      const terms = await readContract(rpc, { address: series, abi: seriesAbi, functionName: 'terms' })
      const phase = await readContract(rpc, { address: series, abi: seriesAbi, functionName: 'phase' })
      return { address: series, name: terms.name, phase: phases[phase] ?? `${phase}`, terms }
    }),
  )
}

/**
 * The series whose sale can be finalized or which can be settled now.
 * @param {Rpc} rpc
 * @param {Address} registry
 */
export async function dueSeries(rpc, registry) {
  const now = await chainSeconds(rpc)
  const all = await listSeries(rpc, registry)
  return all.filter(
    ({ phase, terms }) => phase === 'Matured' || (phase === 'Sale' && Number(terms.saleClose) <= now),
  )
}

/**
 * The contracts of every series, with what to call them.
 * @param {Rpc} rpc
 * @param {Address} registry
 * @returns {Promise<{ address: Address, label: string }[]>}
 */
export async function seriesContracts(rpc, registry) {
  const all = await readContract(rpc, { address: registry, abi: registryAbi, functionName: 'allSeries' })
  const summaries = await listSeries(rpc, registry)
  return all.flatMap((/** @type {Record<string, Address>} */ contracts, /** @type {number} */ index) =>
    Object.entries(contracts).map(([part, address]) => ({
      address,
      label: part === 'series' ? `${summaries[index]?.name}` : `${summaries[index]?.name}: ${part}`,
    })),
  )
}

/**
 * The next time at which a window of any series opens or closes.
 * @param {Rpc} rpc
 * @param {Address} registry
 * @param {'any' | 'maturity'} kind
 * @returns {Promise<{ seconds: number, what: string } | undefined>}
 */
export async function nextEdge(rpc, registry, kind) {
  const now = await chainSeconds(rpc)
  const edges = (await listSeries(rpc, registry)).flatMap(({ name, phase, terms }) => {
    if (phase === 'Cancelled') return []
    const all = [
      { seconds: terms.stakingOpen, what: `${name}: staking opens` },
      { seconds: terms.stakingClose, what: `${name}: staking closes` },
      { seconds: terms.saleOpen, what: `${name}: the sale opens` },
      { seconds: terms.saleClose, what: `${name}: the sale closes` },
      { seconds: terms.maturity, what: `${name}: maturity` },
    ]
    const wanted = kind === 'maturity' ? all.slice(-1) : all
    return wanted.map(({ seconds, what }) => ({ seconds: Number(seconds), what }))
  })
  return edges.filter(({ seconds }) => seconds > now).sort((a, b) => a.seconds - b.seconds)[0]
}

/** Ends the sale, or settles, whichever is due. @param {Rpc} rpc @param {Address} series @param {'finalizeSale' | 'settle'} functionName */
export async function advance(rpc, series, functionName) {
  await sendContract(rpc, keeper, { address: series, abi: seriesAbi, functionName })
}

/**
 * Gives an address USDT and ether.
 * @param {Rpc} rpc
 * @param {Address} usdt
 * @param {Address} to
 * @param {{ usdtAmount: bigint, wei: bigint }} gift USDT in its units (6 decimals).
 */
export async function fund(rpc, usdt, to, { usdtAmount, wei }) {
  const balance = BigInt(await rpc('eth_getBalance', [to, 'latest']))
  await rpc('anvil_setBalance', [to, toHex(balance + wei)])
  await sendContract(rpc, keeper, {
    address: usdt,
    abi: faucetAbi,
    functionName: 'faucet',
    args: [to, usdtAmount],
  })
}

/** A slot of an address without a key: holds the id of the snapshot that `reset` goes back to. */
const bookmark = /** @type {const} */ (['0xba11a570000000000000000000000000000000aa', `0x${'0'.repeat(64)}`])

/**
 * Remembers the present state for `reset`. The id is written into the state before it is taken: going back deletes
 * every later snapshot, and leaves this note behind.
 * @param {Rpc} rpc
 */
export async function rememberState(rpc) {
  const id = BigInt(await rpc('evm_snapshot')) + 1n
  await rpc('anvil_setStorageAt', [...bookmark, toHex(id, { size: 32 })])
  const taken = BigInt(await rpc('evm_snapshot'))
  if (taken !== id) throw new Error('Somebody else took a snapshot at the same time. Try again.')
}

/** Goes back to the state last remembered, time included. @param {Rpc} rpc */
export async function reset(rpc) {
  const id = BigInt(await rpc('eth_getStorageAt', [...bookmark, 'latest']))
  if (id === 0n || !(await rpc('evm_revert', [toHex(id)])))
    throw new Error('This chain has no state to go back to. Restart the devnet.')
  await rememberState(rpc)
}
