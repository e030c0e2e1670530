import { musdtLockedNftAbi } from '../../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../../abis/MUSDTVault'
import { musdtNeeds } from '../../../src/musdt/contracts'
import type { DevnetSystem } from '../../system'
import { lockNftOf, vaultEdges } from './actions'
import { deployMusdt, type MusdtContracts } from './deploy'
import { musdtHistory } from './life'
import { musdtPanel } from './panel'

/** What config.json names of it. */
type Known = Pick<MusdtContracts, 'vault'>

export const musdt = {
  id: musdtNeeds.group,
  needs: musdtNeeds,
  randomOffset: 1,
  edgeKinds: ['unlock'],
  deploy: deployMusdt,
  history: musdtHistory,
  edges: (rpc, { vault }: Known) => vaultEdges(rpc, vault),
  namedContracts: async (rpc, { vault }: Known) => [
    { address: vault, label: 'mUSDT vault', abi: musdtVaultAbi },
    { address: await lockNftOf(rpc, vault), label: 'mNFT of the mUSDT vault', abi: musdtLockedNftAbi },
  ],
  panel: (chain, { vault }: Known) => Promise.resolve(musdtPanel(chain, vault)),
} satisfies DevnetSystem
