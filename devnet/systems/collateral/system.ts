import { osmAbi } from '../../../abis/Osm'
import { taoBackingAbi } from '../../../abis/TaoBacking'
import { tusdtAbi } from '../../../abis/Tusdt'
import { tusdtBookAbi } from '../../../abis/TusdtBook'
import { vaultEngineAbi } from '../../../abis/VaultEngine'
import { collateralNeeds } from '../../../src/collateral/contracts'
import { readContract } from '../../contract'
import type { DevnetSystem } from '../../system'
import { collateralEdges, found, refresh } from './actions'
import { deployCollateral } from './deploy'
import { collateralHistory } from './life'
import type { Known } from './market'
import { collateralPanel } from './panel'

export const collateral = {
  id: collateralNeeds.group,
  needs: collateralNeeds,
  randomOffset: 4,
  edgeKinds: ['due'],
  deploy: deployCollateral,
  history: collateralHistory,
  edges: (rpc, contracts: Known) => collateralEdges(rpc, contracts),
  clockMoved: (rpc, contracts: Known) => refresh(rpc, contracts),
  namedContracts: async (rpc, contracts: Known) => {
    const { book, backing } = contracts
    const { types } = await found(rpc, contracts)
    const tusdt = await readContract(rpc, { address: book, abi: tusdtBookAbi, functionName: 'tusdt' })
    return [
      { address: book, label: 'Book of TUSDT', abi: tusdtBookAbi },
      { address: backing, label: 'Backing of TUSDT', abi: taoBackingAbi },
      { address: tusdt, label: 'TUSDT', abi: tusdtAbi },
      ...types.flatMap(({ engine, osm, symbol }) => [
        { address: engine, label: `Vaults of ${symbol}`, abi: vaultEngineAbi },
        { address: osm, label: `Price of ${symbol}`, abi: osmAbi },
      ]),
    ]
  },
  panel: (chain, contracts: Known) => Promise.resolve(collateralPanel(chain, contracts)),
} satisfies DevnetSystem
