import { createConfig, factory } from 'ponder'
import { createPublicClient, fallback, http, type Abi, type AbiEvent, type Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopRegistryAbi } from '../../abis/BackstopRegistry'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { osmAbi } from '../../abis/Osm'
import { siloReserveAbi } from '../../abis/SiloReserve'
import { stbtAbi } from '../../abis/STBT'
import { stbtMinterAbi } from '../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../abis/StbtTimelockController'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { warrantNftAbi } from '../../abis/WarrantNFT'
import { wstbtAbi } from '../../abis/WSTBT'
import { network } from './src/network'

type Where = Address | readonly Address[] | ReturnType<typeof factory>
type Source = { readonly abi: Abi; readonly address: Where | undefined }

const { backstop, musdt, stbt, silos, collateral } = network.contracts
const client = createPublicClient({ transport: fallback(network.rpcUrls.map((url) => http(url))) })

/** The contracts of a series, by the event that creates it. */
const ofSeries = (parameter: 'series' | 'pool' | 'warrant') => {
  const [event] = backstopRegistryAbi.filter(
    (item): item is Extract<(typeof backstopRegistryAbi)[number], { name: 'SeriesCreated'; type: 'event' }> =>
      item.type === 'event' && item.name === 'SeriesCreated',
  )
  return backstop?.registry && event ? factory({ address: backstop.registry, event, parameter }) : undefined
}

/** What no event names is asked once: a new type of collateral is served after the next start. */
async function enginesOf(book: Address) {
  const [, , , , engines] = await client.readContract({
    address: book,
    abi: tusdtBookAbi,
    functionName: 'state',
  })
  return engines
}
const lockedNft = (vault: Address) =>
  client.readContract({ address: vault, abi: musdtVaultAbi, functionName: 'lockedDepositNft' })
/** Where prices wait: of TAO, and of each type of collateral. */
const osmOf = (backing: Address) =>
  client.readContract({ address: backing, abi: taoBackingAbi, functionName: 'osm' })
async function priceModuleOf(engine: Address) {
  const { priceModule } = await client.readContract({
    address: engine,
    abi: vaultEngineAbi,
    functionName: 'parameters',
  })
  return priceModule
}

const engines = collateral?.book ? await enginesOf(collateral.book) : []
const modules = await Promise.all([
  ...(collateral?.backing ? [osmOf(collateral.backing)] : []),
  ...engines.map(priceModuleOf),
])

const sources: Readonly<Record<string, Source>> = {
  Registry: { abi: backstopRegistryAbi, address: backstop?.registry },
  Series: { abi: backstopSeriesAbi, address: ofSeries('series') },
  Pool: { abi: backstopPoolAbi, address: ofSeries('pool') },
  Warrant: { abi: warrantNftAbi, address: ofSeries('warrant') },
  Vault: { abi: musdtVaultAbi, address: musdt?.vault },
  LockedNft: { abi: musdtLockedNftAbi, address: musdt?.vault && (await lockedNft(musdt.vault)) },
  Stbt: { abi: stbtAbi, address: stbt?.stbt },
  Minter: { abi: stbtMinterAbi, address: stbt?.minter },
  Timelock: { abi: stbtTimelockControllerAbi, address: stbt?.timelock },
  Wstbt: { abi: wstbtAbi, address: stbt?.wstbt },
  Reserve: { abi: siloReserveAbi, address: silos?.reserve },
  Book: { abi: tusdtBookAbi, address: collateral?.book },
  Backing: { abi: taoBackingAbi, address: collateral?.backing },
  Engine: { abi: vaultEngineAbi, address: engines.length > 0 ? engines : undefined },
  Osm: { abi: osmAbi, address: modules.length > 0 ? [...new Set(modules)] : undefined },
}

const isEvent = (item: Abi[number]): item is AbiEvent => item.type === 'event'
/** The contracts that this network has, with nothing but their events. */
const contracts = Object.fromEntries(
  Object.entries(sources).flatMap(([name, { abi, address }]) =>
    address === undefined
      ? []
      : [
          [
            name,
            { chain: 'served', abi: abi.filter(isEvent), address, startBlock: network.deploymentBlock },
          ] as const,
        ],
  ),
)

/** All events, by Ponder's names: "Vault:Deposit". */
export const eventNames = Object.entries(contracts).flatMap(([contract, { abi }]) =>
  [...new Set(abi.map(({ name }) => name))].map((name) => `${contract}:${name}`),
)
export const servedEvents = Object.values(contracts).flatMap(({ abi }) => abi)
/** The contracts that are known at the start; those of a series come with the event that creates it. */
export const servedContracts = Object.values(contracts).flatMap(({ address }) =>
  typeof address === 'string' ? [address] : Array.isArray(address) ? (address as readonly Address[]) : [],
)

export default createConfig({
  chains: { served: { id: network.chainId, rpc: [...network.rpcUrls] } },
  // Ponder's types know names that stand in the text; these depend on the file.
  contracts: contracts as never,
})
