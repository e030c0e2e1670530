import { siloReserveAbi } from '../../../abis/SiloReserve'
import { siloSettingsAbi } from '../../../abis/SiloSettings'
import { trusteesAbi } from '../../../abis/Trustees'
import { usDtzAbi } from '../../../abis/USDtz'
import { silosNeeds } from '../../../src/silos/contracts'
import type { DevnetSystem } from '../../system'
import { refresh, siloEdges } from './actions'
import { deploySilos } from './deploy'
import { silosHistory } from './life'
import type { Known } from './market'
import { silosPanel } from './panel'

export const silos = {
  id: silosNeeds.group,
  needs: silosNeeds,
  randomOffset: 3,
  edgeKinds: ['cycle'],
  deploy: deploySilos,
  history: silosHistory,
  edges: (rpc, contracts: Known) => siloEdges(rpc, contracts),
  clockMoved: (rpc, contracts: Known) => refresh(rpc, contracts),
  namedContracts: (_, { reserve, trustees, settings, usdtz }: Known) =>
    Promise.resolve([
      { address: reserve, label: 'Reserve of USDtz', abi: siloReserveAbi },
      { address: trustees, label: 'Trustees of USDtz', abi: trusteesAbi },
      { address: settings, label: 'Settings of USDtz', abi: siloSettingsAbi },
      { address: usdtz, label: 'USDtz', abi: usDtzAbi },
    ]),
  panel: (chain, contracts: Known) => Promise.resolve(silosPanel(chain, contracts)),
} satisfies DevnetSystem
