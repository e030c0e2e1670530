import { displayAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { shortOf, silosIn } from '../math/silos-figures'
import { conditionsOf } from '../math/silos-state'
import type { Alarm } from '../system/report'
import { priceText, usdText } from './format'
import type { Silos } from './snapshot'
import { noPriceText } from './words'

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
        `${token} is missing from the reserve`,
        `The reserve has ${displayAmount(by, 6, { round: 'up' })} ${token} less than its books say.`,
      ),
    ),
    ...(silo1.standing === 'alarm'
      ? [
          danger(
            'silo 1',
            'Silo 1 is short',
            `It holds ${usdText(silo1.amount)} for ${usdText(silo1.line, { round: 'up' })} USDtz.`,
          ),
        ]
      : []),
    ...(silo2.standing === 'alarm' && silo2.worth !== undefined
      ? [
          danger(
            'silo 2',
            'Silo 2 is short',
            `It is worth ${usdText(silo2.worth)}, and the supply is ${usdText(silo2.line, { round: 'up' })}. No new USDtz is minted until Silo 3 has bought what is missing; every USDtz still redeems for 1 USDC.`,
          ),
        ]
      : []),
    ...(priceState === 'Fresh'
      ? []
      : [
          warning(
            'price',
            'There is no price of XTZ',
            `${noPriceText[priceState]} Whatever values XTZ waits; redeeming for USDC and the sale of the inventory go on.`,
          ),
        ]),
    ...(isUsdcSound
      ? []
      : [
          warning(
            'usdc',
            'USDC is not sound',
            `Its own feed says ${price === 0n ? 'nothing that is a price' : priceText(price)}, below the limit or too old. Nothing enters and nothing is converted; redemptions go on.`,
          ),
        ]),
    ...(knownValue(silos.isReserveBlacklisted) === true
      ? [
          danger(
            'blacklist',
            'The reserve is on USDC’s blacklist',
            'The issuer of USDC lets none of it into the reserve or out of it: mints, redemptions and claims in USDC wait. What is in XTZ goes on.',
          ),
        ]
      : []),
    ...(knownValue(silos.isUsdcPaused) === true
      ? [
          warning(
            'usdc paused',
            'USDC is paused',
            'Its issuer has stopped all transfers: mints and redemptions in USDC wait for them to resume.',
          ),
        ]
      : []),
    ...(state.isPaused
      ? [
          warning(
            'paused',
            'Entries are paused',
            'Nothing is minted, given, covered or distributed. Redemptions, claims, closings and replenishing go on.',
          ),
        ]
      : []),
  ]
}
