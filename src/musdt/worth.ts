import { amountText } from '../math/amount'
import { knownValue, type Reading } from '../math/reading'
import { par, partOf, walletPart, worthDown, type UsdPrice, type Worth } from '../system/worth'
import type { Lock, Vault } from './snapshot'
import { plural, t } from '../words/t'

/** Shares, locks and what could be deposited; `locks` is undefined while they are being read. rules.md M1, M4 */
export function worthOf(vault: Vault, locks: Reading<readonly Lock[]> | undefined): Worth {
  const { identity, holder, balance } = vault
  const { asset, share } = identity
  const [mine, known] = [knownValue(holder), knownValue(locks)]
  // A live GToken may take anything: we know no price of that.
  if (!identity.isTether) {
    const { shares = 0n, lockCount = 0n } = mine ?? {}
    return {
      parts: [],
      notCounted: [
        ...(shares > 0n ? [amountText(shares, share)] : []),
        ...(lockCount > 0n ? [`${lockCount} ${lockCount === 1n ? 'mNFT' : 'mNFTs'}`] : []),
      ],
    }
  }
  const price = sharePrice(vault)
  const isWhole = mine !== undefined && known !== undefined && mine.lockCount <= BigInt(known.length)
  const locked = isWhole ? known.reduce((sum, { deposit }) => sum + deposit.shares, 0n) : undefined
  const count = mine?.lockCount
  return {
    parts: [
      ...partOf(mine?.shares, share, price, { key: 'shares', where: t`In the account` }),
      ...(count === 0n
        ? []
        : partOf(locked, share, price, {
            key: 'locks',
            where:
              count === undefined ? t`Locked` : plural(count, 'Locked, in {n} mNFT', 'Locked, in {n} mNFTs'),
          })),
      ...walletPart(balance, asset, par(asset.symbol)),
    ],
    notCounted: [],
  }
}

function sharePrice({ identity, readings, timestamp }: Vault): UsdPrice | undefined {
  const price = knownValue(readings.price)
  if (price === undefined) return undefined
  const usdWad = worthDown(price, 18, par(identity.asset.symbol))
  return { of: identity.share.symbol, usdWad, from: { source: t`the vault’s own price`, at: timestamp } }
}
