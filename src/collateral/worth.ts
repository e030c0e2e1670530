import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { saturatingSubtract } from '../math/uint256'
import {
  par,
  partOf,
  walletPart,
  worthDown,
  type UsdPrice,
  type Worth,
  type WorthPart,
} from '../system/worth'
import { listAuctions } from './auction-view'
import { missingVaults } from './risk-view'
import { taoUnit, tusdtUnit, usdcUnit, type Collateral, type CollateralType, type Prices } from './snapshot'
import { ownVaults, type OwnVault } from './todos'
import { priceStateOf } from './words'
import { vaultsText } from './format'
import { plural, t } from '../words/t'

/** All tokens a vault can hold have as many. */
const DECIMALS = 18

/** Vaults by what would be left of them, TUSDT, and the tokens in the account. rules.md C1, C4 */
export function worthOf(collateral: Collateral, account: string): Worth {
  const { types, backing, holder } = collateral
  const tao = priceOf(taoUnit.symbol, knownValue(backing)?.prices)
  const owned = ownVaults(types, account)
  const sold = listAuctions(types).running.filter(({ type, auction }) =>
    owned.some((own) => own.type === type && own.vault.id === auction.stored.vaultId),
  ).length
  return {
    parts: [
      ...types.flatMap((type) => vaultsPart(type, owned)),
      ...walletPart(holder?.tusdt, tusdtUnit, par(tusdtUnit.symbol)),
      ...walletPart(holder?.usdc, usdcUnit, par(usdcUnit.symbol)),
      ...walletPart(holder?.tao, taoUnit, tao),
      ...types.flatMap((type) =>
        walletPart(type.balance, { symbol: type.name, decimals: DECIMALS }, typePrice(type)),
      ),
    ],
    notCounted:
      sold === 0
        ? []
        : [plural(sold, 'what is left of {n} liquidated vault', 'what is left of {n} liquidated vaults')],
  }
}

function vaultsPart(type: CollateralType, all: readonly OwnVault[]): readonly WorthPart[] {
  const key = `vaults ${type.place}`
  const unit = { symbol: type.name, decimals: DECIMALS }
  if (!type.vaults.isKnown || missingVaults(type) > 0n)
    return partOf(undefined, unit, undefined, { key, where: t`In vaults, not all of which are read` })
  const owned = all.filter((own) => own.type === type).map(({ vault }) => vault)
  if (owned.length === 0) return []
  const price = typePrice(type)
  const collateral = owned.reduce((sum, { stored }) => sum + stored.collateral, 0n)
  const debt = owned.reduce((sum, one) => sum + one.debt, 0n)
  // Of a vault that owes more than it holds nothing is left, and nobody has to pay the rest.
  const usdWad =
    price &&
    owned.reduce(
      (sum, one) => sum + saturatingSubtract(worthDown(one.stored.collateral, DECIMALS, price), one.debt),
      0n,
    )
  return [
    {
      ...{ key, price, usdWad },
      what: t`${amountText(collateral, unit)} less ${amountText(debt, tusdtUnit)} of debt`,
      where:
        owned[0] && owned.length === 1
          ? t`In vault ${owned[0].id} of ${type.name}`
          : t`In ${vaultsText(owned.length)} of ${type.name}`,
    },
  ]
}

function typePrice({ name, state }: CollateralType): UsdPrice | undefined {
  return priceOf(name, knownValue(state)?.prices)
}

/** The delayed price, where it holds. rules.md C8 */
function priceOf(of: string, prices: Prices | undefined): UsdPrice | undefined {
  if (!prices || priceStateOf(prices) !== 'Fresh') return undefined
  return { of, usdWad: prices.current, from: { source: t`the delayed price`, at: prices.updatedAt } }
}
