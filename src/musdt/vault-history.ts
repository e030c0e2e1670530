import { eachInSlices } from '../chain/slices'
import { collateralizationFromPricePDown } from '../math/musdt'
import { WAD } from '../math/units'

/** The two events that tell price and collateralization, of either kind of vault (docs/musdt.md). */
export type VaultLog = { readonly blockNumber: bigint; readonly blockTimestamp?: bigint | undefined } & (
  | { readonly eventName: 'ShareToAssetsPriceUpdated'; readonly args: { readonly newValue: bigint } }
  | {
      readonly eventName: 'AccPnlPerTokenUsedUpdated'
      readonly args: { readonly newAccPnlPerTokenUsed: bigint }
    }
)

/** 1e18 = 1, and 1e18 = 1%. */
export type VaultMoment = { readonly at: bigint; readonly price: bigint; readonly collateralizationP: bigint }

export type VaultHistoryTold = { readonly isTimed: boolean; readonly moments: readonly VaultMoment[] }

/**
 * Price and collateral ratio after each block that changed them, oldest first. Logs that do not go back to the beginning
 * (`isWhole`) tell nothing before they have told both. Made in slices. rules.md M2
 */
export async function vaultHistory(
  logs: readonly VaultLog[],
  isWhole: boolean,
  signal?: AbortSignal,
): Promise<VaultHistoryTold> {
  const isTimed = logs.every(({ blockTimestamp }) => blockTimestamp !== undefined)
  const moments: VaultMoment[] = []
  // A vault begins with a price of 1 and no PnL.
  let price = isWhole ? WAD : undefined
  let pnl = isWhole ? 0n : undefined
  const tell = (log: VaultLog, index: number) => {
    if (log.eventName === 'ShareToAssetsPriceUpdated') price = log.args.newValue
    else pnl = log.args.newAccPnlPerTokenUsed
    // The events of one block belong together: between two of them the pair would be one that never was.
    if (logs[index + 1]?.blockNumber === log.blockNumber) return
    if (price === undefined || pnl === undefined) return
    const at = (isTimed ? log.blockTimestamp : undefined) ?? log.blockNumber
    moments.push({ at, price, collateralizationP: collateralizationFromPricePDown(price, pnl) })
  }
  await eachInSlices(logs, tell, signal)
  return { isTimed, moments }
}
