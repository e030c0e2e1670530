import { encodeErrorResult, type Hex } from 'viem'
import { expect, it } from 'vitest'

import { taoBackingAbi } from '../../abis/TaoBacking'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import type { Unit } from '../math/amount'
import { explainRevert } from '../tx/explain/revert'
import { collateralErrors } from './errors'
import { taoUnit, usdcUnit } from './snapshot'
import { at } from './test-collateral'

const said = (data: Hex, gets?: Unit) =>
  explainRevert(data, collateralErrors, { account: at(9), gets }).detail
const belowOther = (key: number, value: bigint, least: bigint) =>
  said(
    encodeErrorResult({
      abi: vaultEngineAbi,
      errorName: 'Collateral_BelowOther',
      args: [key, value, least],
    }),
  )

it('says amounts in the coin that is got, with its symbol and its decimals', () => {
  const redeemed = encodeErrorResult({
    abi: taoBackingAbi,
    errorName: 'Collateral_BelowMinimum',
    args: [249_000_000n, 250_000_000n],
  })
  expect(said(redeemed, usdcUnit)).toBe('It would give 249 USDC, and you accept no less than 250 USDC.')
  const withdrawn = encodeErrorResult({
    abi: vaultEngineAbi,
    errorName: 'Collateral_ExceedsCollateral',
    args: [3n * 10n ** 18n, 2n * 10n ** 18n],
  })
  expect(said(withdrawn, taoUnit)).toBe('3 TAO is more collateral than the vault holds, 2 TAO.')
})

it('says a parameter by its name, and its value as it is shown', () => {
  expect(belowOther(0, 15n * 10n ** 17n, 2n * 10n ** 18n)).toBe(
    'With the other parameters “Mint ratio” must be at least 200%, and would be 150%.',
  )
  expect(belowOther(14, 1_800n, 3_600n)).toContain(
    '“Fall of an auction’s price” must be at least 1 h, and would be 30 min.',
  )
})
