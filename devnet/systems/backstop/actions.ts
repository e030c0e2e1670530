/** What one can do to the series of a running devnet besides using them. */
import type { Address, ContractFunctionReturnType } from 'viem'
import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../../abis/BackstopSeries'
import { devPriceFeedAbi } from '../../../abis/DevPriceFeed'
import { noteNftAbi } from '../../../abis/NoteNFT'
import { priceFeedAdapterAbi } from '../../../abis/PriceFeedAdapter'
import { seriesLedgerAbi } from '../../../abis/SeriesLedger'
import { twapOracleAbi } from '../../../abis/TwapOracle'
import { warrantNftAbi } from '../../../abis/WarrantNFT'
import { keeper } from '../../accounts'
import { chainSeconds } from '../../actions'
import { readContract, sendContract } from '../../contract'
import type { Rpc } from '../../rpc'
import type { Edge, NamedContract } from '../../system'

/** Phases in the contract's order. */
const phases = ['Announced', 'Staking', 'Sale', 'Tenor', 'Matured', 'Settled', 'Cancelled']

/** Lets both feeds answer anew, MSTR changed by `mstrBps` basis points. */
export async function recordPrices(rpc: Rpc, registry: Address, mstrBps: number): Promise<void> {
  const changes = [
    ['mstrOracle', BigInt(mstrBps)],
    ['btcOracle', 0n],
  ] as const
  for (const [functionName, bps] of changes) {
    const oracle = await readContract(rpc, { address: registry, abi: backstopRegistryAbi, functionName })
    const adapter = await readContract(rpc, { address: oracle, abi: twapOracleAbi, functionName: 'adapter' })
    const feed = await readContract(rpc, { address: adapter, abi: priceFeedAdapterAbi, functionName: 'feed' })
    const answer = await readContract(rpc, { address: feed, abi: devPriceFeedAbi, functionName: 'answer' })
    const changed = (answer * (10_000n + bps)) / 10_000n
    await sendContract(rpc, keeper, {
      address: feed,
      abi: devPriceFeedAbi,
      functionName: 'setAnswer',
      args: [changed],
    })
  }
}

type Terms = ContractFunctionReturnType<typeof backstopSeriesAbi, 'view', 'terms'>
export type SeriesSummary = {
  readonly address: Address
  readonly name: string
  readonly phase: string
  readonly terms: Terms
}

/** Name, phase and terms of every series. */
export async function listSeries(rpc: Rpc, registry: Address): Promise<SeriesSummary[]> {
  const all = await readContract(rpc, {
    address: registry,
    abi: backstopRegistryAbi,
    functionName: 'allSeries',
  })
  return Promise.all(
    all.map(async ({ series }) => {
      const terms = await readContract(rpc, {
        address: series,
        abi: backstopSeriesAbi,
        functionName: 'terms',
      })
      const phase = await readContract(rpc, {
        address: series,
        abi: backstopSeriesAbi,
        functionName: 'phase',
      })
      return { address: series, name: terms.name, phase: phases[phase] ?? `${phase}`, terms }
    }),
  )
}

/** The series whose sale can be finalized or which can be settled now. */
export async function dueSeries(rpc: Rpc, registry: Address): Promise<SeriesSummary[]> {
  const now = await chainSeconds(rpc)
  const all = await listSeries(rpc, registry)
  return all.filter(
    ({ phase, terms }) => phase === 'Matured' || (phase === 'Sale' && Number(terms.saleClose) <= now),
  )
}

const abiOfPart = {
  series: backstopSeriesAbi,
  pool: backstopPoolAbi,
  ledger: seriesLedgerAbi,
  note: noteNftAbi,
  warrant: warrantNftAbi,
}

/** The contracts of every series, with what to call them. */
export async function seriesContracts(rpc: Rpc, registry: Address): Promise<NamedContract[]> {
  const all = await readContract(rpc, {
    address: registry,
    abi: backstopRegistryAbi,
    functionName: 'allSeries',
  })
  const summaries = await listSeries(rpc, registry)
  return all.flatMap((contracts, index) => {
    const name = summaries[index]?.name ?? 'A series'
    const parts = Object.keys(abiOfPart) as (keyof typeof abiOfPart)[]
    return parts.map((part) => ({
      address: contracts[part],
      label: part === 'series' ? name : `${name}: ${part}`,
      abi: abiOfPart[part],
    }))
  })
}

/** When the windows of every series open and close. */
export async function seriesEdges(rpc: Rpc, registry: Address): Promise<Edge[]> {
  const all = await listSeries(rpc, registry)
  return all.flatMap(({ name, phase, terms }) => {
    if (phase === 'Cancelled') return []
    return [
      { seconds: Number(terms.stakingOpen), what: `${name}: staking opens` },
      { seconds: Number(terms.stakingClose), what: `${name}: staking closes` },
      { seconds: Number(terms.saleOpen), what: `${name}: the sale opens` },
      { seconds: Number(terms.saleClose), what: `${name}: the sale closes` },
      { seconds: Number(terms.maturity), what: `${name}: maturity`, kind: 'maturity' },
    ]
  })
}

/** Ends the sale, or settles, whichever is due. */
export async function advance(
  rpc: Rpc,
  series: Address,
  functionName: 'finalizeSale' | 'settle',
): Promise<void> {
  await sendContract(rpc, keeper, { address: series, abi: backstopSeriesAbi, functionName })
}
