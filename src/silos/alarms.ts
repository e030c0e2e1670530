import { displayAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { shortOf, silosIn } from '../math/silos-figures'
import { conditionsOf } from '../math/silos-state'
import type { Alarm } from '../system/report'
import { priceText, usdText } from './format'
import type { Silos } from './snapshot'
import { noPriceText } from './words'
import { t } from '../words/t'

/** What is wrong, worst first; nothing where nothing is. Silo 3 or 4 below 100% is no alarm. rules.md S1, S6, S15, S17 */
export function alarmsOf(
  silos: Pick<Silos, 'state' | 'held' | 'isUsdcPaused' | 'isReserveBlacklisted'>,
): readonly Alarm[] {
  const state = knownValue(silos.state)
  if (!state) return []
  const held = knownValue(silos.held)
  const [silo1, silo2] = silosIn(state)
  const { priceState, isUsdcSound } = conditionsOf(state)
  const { price } = state.usdc
  const danger = (key: string, what: string, why: string): Alarm => {
    return { key, what, why, href: '/silos', isDanger: true }
  }
  const warning = (key: string, what: string, why: string): Alarm => ({ key, what, why, href: '/silos' })
  return [
    ...(held ? shortOf(state, held) : []).map(({ token, by }) =>
      danger(
        `missing ${token}`,
        t`${token} is missing from the reserve`,
        t`The reserve has ${displayAmount(by, 6, { round: 'up' })} ${token} less than its books say.`,
      ),
    ),
    ...(silo1.standing === 'alarm'
      ? [
          danger(
            'silo 1',
            t`Silo 1 is short`,
            t`It holds ${usdText(silo1.amount)} for ${usdText(silo1.line, { round: 'up' })} USDtz.`,
          ),
        ]
      : []),
    ...(silo2.standing === 'alarm' && silo2.worth !== undefined
      ? [
          danger(
            'silo 2',
            t`Silo 2 is short`,
            t`It is worth ${usdText(silo2.worth)}, and the supply is ${usdText(silo2.line, { round: 'up' })}. No new USDtz is minted until Silo 3 has bought what is missing; every USDtz still redeems for 1 USDC.`,
          ),
        ]
      : []),
    ...(priceState === 'Fresh'
      ? []
      : [
          warning(
            'price',
            t`There is no price of XTZ`,
            t`${noPriceText[priceState]} Whatever values XTZ waits; redeeming for USDC and the sale of the inventory go on.`,
          ),
        ]),
    ...(isUsdcSound
      ? []
      : [
          warning(
            'usdc',
            t`USDC is not sound`,
            t`Its own feed says ${price === 0n ? t`nothing that is a price` : priceText(price)}, below the limit or too old. Nothing enters and nothing is converted; redemptions go on.`,
          ),
        ]),
    ...(knownValue(silos.isReserveBlacklisted) === true
      ? [
          danger(
            'blacklist',
            t`The reserve is on USDC’s blacklist`,
            t`The issuer of USDC lets none of it into the reserve or out of it: mints, redemptions and claims in USDC wait. What is in XTZ goes on.`,
          ),
        ]
      : []),
    ...(knownValue(silos.isUsdcPaused) === true
      ? [
          warning(
            'usdc paused',
            t`USDC is paused`,
            t`Its issuer has stopped all transfers: mints and redemptions in USDC wait for them to resume.`,
          ),
        ]
      : []),
    ...(state.isPaused
      ? [
          warning(
            'paused',
            t`Entries are paused`,
            t`Nothing is minted, given, covered or distributed. Redemptions, claims, closings and replenishing go on.`,
          ),
        ]
      : []),
  ]
}
