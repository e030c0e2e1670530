import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { wstbtAbi } from '../../../abis/WSTBT'
import { stbtNeeds } from '../../../src/stbt/contracts'
import type { DevnetSystem } from '../../system'
import { answerReserve, stbtEdges, type Known } from './actions'
import { deployStbt } from './deploy'
import { stbtHistory } from './life'
import { stbtPanel } from './panel'

export const stbt = {
  id: stbtNeeds.group,
  needs: stbtNeeds,
  randomOffset: 2,
  edgeKinds: ['report'],
  deploy: deployStbt,
  history: stbtHistory,
  edges: (rpc, known: Known) => stbtEdges(rpc, known),
  clockMoved: (rpc, known: Known) => answerReserve(rpc, known),
  namedContracts: (_, { stbt: token, minter, timelock, wstbt }: Known) =>
    Promise.resolve([
      { address: token, label: 'STBT', abi: stbtAbi },
      { address: minter, label: 'Minter of STBT', abi: stbtMinterAbi },
      { address: timelock, label: 'Queue of STBT', abi: stbtTimelockControllerAbi },
      { address: wstbt, label: 'wSTBT', abi: wstbtAbi },
    ]),
  panel: (chain, known: Known) => Promise.resolve(stbtPanel(chain, known)),
} satisfies DevnetSystem
