import { knownValue } from '../math/reading'
import { par, partOf, type UsdPrice, type Worth } from '../system/worth'
import { stbtUnit, wstbtUnit, type Stbt } from './snapshot'
import { t } from '../words/t'

/** STBT at 1 USD, and wSTBT as what it unwraps to. rules.md T1, T14 */
export function worthOf({ holder, readings, timestamp }: Stbt): Worth {
  const permission = knownValue(holder?.permission)
  const index = knownValue(readings.index)
  const wrapped: UsdPrice | undefined =
    index === undefined
      ? undefined
      : { of: wstbtUnit.symbol, usdWad: index, from: { source: t`its index`, at: timestamp } }
  const isNeverPermitted = permission && !permission.isSender && !permission.isReceiver
  return {
    parts: [
      ...partOf(knownValue(holder?.balance), stbtUnit, par(stbtUnit.symbol), {
        key: 'balance',
        where: t`In the account`,
      }),
      ...partOf(knownValue(holder?.wrapped), wstbtUnit, wrapped, {
        key: 'wrapped',
        where: t`In the account`,
      }),
    ],
    // Only the history of the Minter tells of it.
    notCounted: isNeverPermitted ? [] : [t`STBT in redemption`],
  }
}
