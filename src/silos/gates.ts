import type { Advance } from '../math/silos-advance'
import { mintRoom, mostMintable } from '../math/silos-figures'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { exactText } from '../math/amount'
import { notPausedGate, readingGate } from '../form/gates'
import type { Gate } from '../ui/gate'
import { priceText } from './format'
import { usdtzUnit, type Silos } from './snapshot'
import { noPriceText, refusalText } from './words'
import { t } from '../words/t'

/** The pause stops entries, never exits. rules.md S19 */
export function entriesGate({ isPaused }: SiloState): Gate {
  return {
    label: t`Entries not paused`,
    isMet: !isPaused,
    detail: isPaused ? t`Entries are paused. Redemptions go on.` : t`Entries are open.`,
  }
}

/** USDC by its own feed. rules.md S17 */
export function soundGate(state: SiloState): Gate {
  const { isUsdcSound } = conditionsOf(state)
  return {
    label: t`USDC sound`,
    isMet: isUsdcSound,
    detail: isUsdcSound
      ? t`Its own feed says ${priceText(state.usdc.price)}.`
      : t`Its own feed is below its limit, too old, or no price: nothing enters until it is sound.`,
  }
}

/** Whether USDC moves into the reserve and out of it: its issuer can stop all of it, or the reserve's. */
export function usdcMovesGates({
  isUsdcPaused,
  isReserveBlacklisted,
}: Pick<Silos, 'isUsdcPaused' | 'isReserveBlacklisted'>): readonly Gate[] {
  return [
    notPausedGate('USDC', isUsdcPaused, {
      paused: t`Its issuer has paused all transfers of USDC: wait until they resume.`,
      running: t`Transfers of USDC are on.`,
    }),
    readingGate(t`Reserve not on USDC’s blacklist`, isReserveBlacklisted, (isListed) => ({
      isMet: !isListed,
      detail: isListed
        ? t`The issuer of USDC has blacklisted the reserve: no USDC enters or leaves it.`
        : t`The reserve can receive and pay USDC.`,
    })),
  ]
}

/** USDC can be stopped by its issuer, for all or for one. */
export function usdcGates(
  silos: Pick<Silos, 'isUsdcPaused' | 'isReserveBlacklisted' | 'holder'>,
): readonly Gate[] {
  const { holder } = silos
  return [
    ...usdcMovesGates(silos),
    readingGate(t`Not on USDC’s blacklist`, holder?.isBlacklisted, (isListed) => ({
      isMet: !isListed,
      detail: isListed
        ? t`The issuer of USDC has blacklisted this address: it cannot send USDC.`
        : t`This address can send USDC.`,
    })),
  ]
}

/** A blacklisted address cannot be paid in USDC, but another one can. */
export function payeeGate(isToOther: boolean, holder: Silos['holder']): Gate {
  const label = t`USDC can be paid out`
  if (isToOther) return { label, isMet: true, detail: t`It goes to another address.` }
  return readingGate(label, holder?.isBlacklisted, (isListed) => ({
    isMet: !isListed,
    detail: isListed
      ? t`The issuer of USDC has blacklisted this address: send it to another one.`
      : t`This address can receive USDC.`,
  }))
}

/** Whatever values XTZ needs a price. rules.md S15 */
export function priceGate(state: SiloState): Gate {
  const { priceState, low, high } = conditionsOf(state)
  return {
    label: t`Price of XTZ`,
    isMet: priceState === 'Fresh',
    detail: priceState === 'Fresh' ? t`${priceText(low)} to ${priceText(high)}.` : noPriceText[priceState],
  }
}

/** Inventory, and new supply under the two keys. rules.md S4, S16 */
export function headroomGate(state: SiloState, amount: bigint | undefined): Gate {
  const label = t`Room to mint`
  const room = mintRoom(state)
  const most = mostMintable(room)
  if (most === undefined)
    return { label, isMet: true, detail: t`Each mint fills Silo 1 itself: nothing limits it.` }
  const limit = t`${exactText(most, usdtzUnit)} can be minted now.`
  if (amount !== undefined && amount > most)
    return {
      label,
      isMet: false,
      detail: t`${exactText(amount, usdtzUnit)} is too much: ${limit} New supply needs Silo 2 to be worth all of it.`,
    }
  return { label, isMet: most > 0n, detail: most > 0n ? limit : closedText(room.obstacle) }
}

/** Why nothing new can be minted. rules.md S4 */
export function closedText(obstacle: ReturnType<typeof mintRoom>['obstacle']): string {
  switch (obstacle) {
    case 'paused':
      return t`Entries are paused.`
    case 'usdc':
      return t`USDC is not sound by its own feed.`
    case 'price':
      return t`There is no price of XTZ, and new USDtz needs Silo 2 to be worth all of it.`
    case 'silo2':
      return t`Silo 2 is worth no more than the supply, so it has no room for new USDtz.`
    case undefined:
      return t`Nothing stands in the way.`
  }
}

/** What the contract would say, asked of the same arithmetic; `otherwise` while there is nothing to ask. */
export function outcomeGate(
  label: string,
  result: Advance | undefined,
  met: string,
  otherwise = t`Not known until an amount is entered.`,
): Gate {
  if (!result) return { label, isMet: false, detail: otherwise }
  return result.isTaken
    ? { label, isMet: true, detail: met }
    : { label, isMet: false, detail: refusalText(result.refusal) }
}
