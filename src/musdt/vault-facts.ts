import type { Abi } from 'viem'

import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { answered, decimalsOf } from '../tx/plan/build'
import type { Fact } from '../tx/plan/plan'
import type { VaultIdentity } from './snapshot'
import { t } from '../words/t'

/** What makes the vault: its token, its shares and the mNFT of its locks. trust.md D38 */
export function vaultFacts({ address, asset, share, nft, isTether }: VaultIdentity): readonly Fact[] {
  const vault = { address, abi: musdtVaultAbi as Abi }
  const takes = t`The vault takes ${asset.symbol} at ${asset.address}`
  return [
    answered(vault, { means: takes, functionName: 'asset', args: [], expects: asset.address }),
    // What Tether's decimals are, this app knows by itself.
    ...(isTether ? [] : [decimalsOf(asset)]),
    decimalsOf(share),
    answered(vault, {
      means: t`Locks of the vault are mNFTs of the contract shown`,
      functionName: 'lockedDepositNft',
      args: [],
      expects: nft,
    }),
  ]
}
