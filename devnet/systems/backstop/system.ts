import { backstopRegistryAbi } from '../../../abis/BackstopRegistry'
import { mstrTokenAbi } from '../../../abis/MstrToken'
import { wrappedBitcoinAbi } from '../../../abis/WrappedBitcoin'
import { backstopNeeds } from '../../../src/backstop/contracts'
import type { DevnetSystem } from '../../system'
import { recordPrices, seriesContracts, seriesEdges } from './actions'
import { deployBackstop, type BackstopContracts } from './deploy'
import { backstopHistory } from './history'
import { backstopPanel } from './panel'

/** What config.json names of it. */
type Known = Pick<BackstopContracts, 'registry' | 'btc' | 'mstr'>

export const backstop = {
  id: backstopNeeds.group,
  needs: backstopNeeds,
  randomOffset: 0,
  edgeKinds: ['maturity'],
  deploy: deployBackstop,
  history: backstopHistory,
  edges: (rpc, { registry }: Known) => seriesEdges(rpc, registry),
  // Feeds answer all along: the windows that are over stay covered.
  clockMoved: (rpc, { registry }: Known) => recordPrices(rpc, registry, 0),
  namedContracts: async (rpc, { registry, btc, mstr }: Known) => [
    { address: btc, label: 'BTC', abi: wrappedBitcoinAbi },
    { address: mstr, label: 'MSTR', abi: mstrTokenAbi },
    { address: registry, label: 'Backstop registry', abi: backstopRegistryAbi },
    ...(await seriesContracts(rpc, registry)),
  ],
  panel: (chain, { registry }: Known) => backstopPanel(chain, registry),
} satisfies DevnetSystem
