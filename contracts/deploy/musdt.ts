import type { Address } from 'viem'
import { handOver, type Kit } from './kit'

export type MusdtParameters = {
  readonly usdt: Address
  /** Seconds of an epoch; 0 redeems at once. rules.md M8 */
  readonly epochSeconds: bigint
  /** Cap of the supply while there is none, in units of mUSDT (6 decimals). rules.md M7 */
  readonly bootstrapMaxSupply: bigint
  /** Grants and revokes roles afterwards; a multisig. */
  readonly admin: Address
  /** Stops entries, never exits. */
  readonly pauser: Address
  /** The trading contracts whose gains and losses are the vault's, and nobody else. */
  readonly traders: readonly Address[]
}

/** The contract that draws the mNFT: one for any number of vaults. */
export const putMusdtDesign = ({ create }: Kit): Address => create('MusdtNftDesign')

/** A vault with its mNFT. */
export function putMusdt(kit: Kit, design: Address, parameters: MusdtParameters) {
  const { create, grant, deployer } = kit
  const nft = create('MusdtLockedNft', [design])
  const vault = create('MUSDTVault', [
    {
      asset: parameters.usdt,
      lockedDepositNft: nft,
      admin: deployer,
      epochLength: parameters.epochSeconds,
      bootstrapMaxSupply: parameters.bootstrapMaxSupply,
    },
  ])
  for (const trader of parameters.traders) grant(vault, 'PNL_ROLE', trader)
  grant(vault, 'PAUSER_ROLE', parameters.pauser)
  handOver(kit, 'MUSDTVault', vault, parameters.admin)
  return { vault, nft }
}
