import { displayAmount } from '../math/amount'
import { knownValue } from '../math/reading'
import { shortOf, silosIn } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { Callout } from '../ui/Callout'
import { priceText, usdText } from './format'
import type { Silos } from './snapshot'
import { noPriceText } from './words'

/** What is wrong, worst first; nothing where nothing is. Silo 3 or 4 below 100% is no alarm. rules.md S1, S6, S15, S17 */
export function Alarms({ silos, state }: { silos: Silos; state: SiloState }) {
  const held = knownValue(silos.held)
  const [silo1, silo2] = silosIn(state)
  const { priceState, isUsdcSound } = conditionsOf(state)
  const isUsdcPaused = knownValue(silos.isUsdcPaused) === true
  return (
    <>
      {held &&
        shortOf(state, held).map(({ token, by }) => (
          <Callout key={token} tone="danger" title={`${token} is missing from the reserve`}>
            The reserve has {displayAmount(by, 6, { round: 'up' })} {token} less than its books say.
          </Callout>
        ))}
      {silo1.standing === 'alarm' && (
        <Callout tone="danger" title="Silo 1 is short">
          It holds {usdText(silo1.amount)} for {usdText(silo1.line, { round: 'up' })} USDtz.
        </Callout>
      )}
      {silo2.standing === 'alarm' && silo2.worth !== undefined && (
        <Callout tone="danger" title="Silo 2 is short">
          It is worth {usdText(silo2.worth)}, and the supply is {usdText(silo2.line, { round: 'up' })}. No new
          USDtz is minted until Silo 3 has bought what is missing; every USDtz still redeems for 1 USDC.
        </Callout>
      )}
      {priceState !== 'Fresh' && (
        <Callout tone="warn" title="There is no price of XTZ">
          {noPriceText[priceState]} Whatever values XTZ waits; redeeming for USDC and the sale of the
          inventory go on.
        </Callout>
      )}
      {!isUsdcSound && (
        <Callout tone="warn" title="USDC is not sound">
          Its own feed says{' '}
          {state.usdc.price === 0n ? 'nothing that is a price' : priceText(state.usdc.price)}, below the limit
          or too old. Nothing enters and nothing is converted; redemptions go on.
        </Callout>
      )}
      {knownValue(silos.isReserveBlacklisted) === true && (
        <Callout tone="danger" title="The reserve is on USDC’s blacklist">
          The issuer of USDC lets none of it into the reserve or out of it: mints, redemptions and claims in
          USDC wait. What is in XTZ goes on.
        </Callout>
      )}
      {isUsdcPaused && (
        <Callout tone="warn" title="USDC is paused">
          Its issuer has stopped all transfers: mints and redemptions in USDC wait for them to resume.
        </Callout>
      )}
      {state.isPaused && (
        <Callout tone="warn" title="Entries are paused">
          Nothing is minted, given, covered or distributed. Redemptions, claims, closings and replenishing go
          on.
        </Callout>
      )}
    </>
  )
}
