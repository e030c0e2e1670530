import type { Address } from 'viem'
import { keeper, operator } from '../../accounts'
import type { Kit } from '../../../contracts/deploy/kit'
import { putMusdt, putMusdtDesign } from '../../../contracts/deploy/musdt'
import type { Shared } from '../../system'

export type MusdtContracts = {
  /** Our vault with epochs; the one the app shows. */
  readonly vault: Address
  readonly nft: Address
  /** Traders of the vault (`DevPnlSource`). */
  readonly pnl: Address
  /** Our vault with an instant exit. */
  readonly instantVault: Address
  readonly instantNft: Address
  readonly instantPnl: Address
  /** A vault with the rules of a live GToken. */
  readonly gToken: Address
  readonly gTokenNft: Address
  readonly gTokenPnl: Address
}

/** Length of the vault's epochs. rules.md M8 */
export const EPOCH_SECONDS = 3n * 86_400n

/** Caps of the vaults while there is no supply, in units of mUSDT (6 decimals). rules.md M7 */
const bootstrapMaxSupply = { epochs: 700_000n * 10n ** 6n, instant: 100_000n * 10n ** 6n }

/** Three vaults: one with epochs, one that redeems at once, one like a live GToken. */
export function deployMusdt(kit: Kit, { usdt }: Shared): MusdtContracts {
  const { create, grant } = kit
  const design = putMusdtDesign(kit)
  /** Epochs in seconds; `cap` of the supply while there is none. */
  const createVault = (epochSeconds: bigint, cap: bigint) => {
    const roles = { admin: operator, pauser: keeper, traders: [] }
    const contracts = putMusdt(kit, design, { usdt, epochSeconds, bootstrapMaxSupply: cap, ...roles })
    const pnl = create('DevPnlSource', [contracts.vault])
    grant(contracts.vault, 'PNL_ROLE', pnl)
    return { ...contracts, pnl }
  }
  const epochs = createVault(EPOCH_SECONDS, bootstrapMaxSupply.epochs)
  const instant = createVault(0n, bootstrapMaxSupply.instant)
  const gTokenNft = create('MusdtLockedNft', [design])
  const gToken = create('GTokenStandIn', [usdt, gTokenNft])
  return {
    ...epochs,
    instantVault: instant.vault,
    instantNft: instant.nft,
    instantPnl: instant.pnl,
    gToken,
    gTokenNft,
    gTokenPnl: create('DevPnlSource', [gToken]),
  }
}
