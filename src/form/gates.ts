import type { UsdtFacts } from '../chain/usdt'
import type { Person } from '../chain/use-person'
import { displayBps, exactText } from '../math/amount'
import type { Unit } from '../math/amount'
import type { Reading } from '../math/reading'
import { exactUsdt, tetherUnit } from '../math/tether'
import { displayDateTime, displayDuration } from '../math/time'
import type { Gate } from '../ui/gate'
import type { Entry } from './use-amount'
import { t } from '../words/t'

/** A gate on a reading: unknown is unmet, with the reason. */
export function readingGate<T>(
  label: string,
  reading: Reading<T> | undefined,
  test: (value: T) => { readonly isMet: boolean; readonly detail: string },
): Gate {
  if (!reading) return { label, isMet: false, detail: t`Not read yet.` }
  if (!reading.isKnown) return { label, isMet: false, detail: t`Not known: ${reading.reason}` }
  return { label, ...test(reading.value) }
}

export function walletGates(
  person: Pick<Person, 'account' | 'isWrongNetwork'>,
  networkName: string,
): readonly Gate[] {
  const isConnected = person.account !== undefined
  return [
    {
      label: t`Wallet connected`,
      isMet: isConnected,
      detail: isConnected ? t`Connected as ${person.account}.` : t`Connect a wallet first.`,
    },
    {
      label: t`Right network`,
      isMet: isConnected && !person.isWrongNetwork,
      detail: person.isWrongNetwork
        ? t`The wallet is on another network: switch it to ${networkName}.`
        : t`This app works on ${networkName}.`,
    },
  ]
}

/** A window [open, close) on the chain's clock. rules.md 0 */
export function windowGate(
  label: string,
  window: { readonly open: bigint; readonly close: bigint },
  now: bigint | undefined,
): Gate {
  if (now === undefined) return { label, isMet: false, detail: t`The time of the chain is not known yet.` }
  const clock = t`Chain time ${displayDateTime(now)}.`
  if (now < window.open)
    return {
      label,
      isMet: false,
      detail: t`Opens in ${displayDuration(window.open - now)}, ${displayDateTime(window.open)}. ${clock}`,
    }
  if (now >= window.close)
    return { label, isMet: false, detail: t`Closed ${displayDateTime(window.close)}. ${clock}` }
  return {
    label,
    isMet: true,
    detail: t`Open until ${displayDateTime(window.close)}, ${displayDuration(window.close - now)} left. ${clock}`,
  }
}

/** Something can be paused; `words` say what that stops, and what is so otherwise. */
export function notPausedGate(
  what: string,
  isPaused: Reading<boolean> | undefined,
  words: { readonly paused: string; readonly running: string },
): Gate {
  return readingGate(t`${what} not paused`, isPaused, (yes) => ({
    isMet: !yes,
    detail: yes ? words.paused : words.running,
  }))
}

/** What makes any transfer of USDT fail without a reason. rules.md U5 */
export function tetherGates(facts: UsdtFacts): readonly Gate[] {
  return [
    notPausedGate('USDT', facts.isPaused, {
      paused: t`Tether has paused all USDT transfers.`,
      running: t`USDT transfers are on.`,
    }),
    readingGate(t`Not on Tether’s blacklist`, facts.isBlacklisted, (isBlacklisted) => ({
      isMet: !isBlacklisted,
      detail: isBlacklisted
        ? t`Tether has blacklisted this address: it cannot send USDT.`
        : t`This address can send USDT.`,
    })),
  ]
}

/** Nothing new goes into a contract that Tether has left; what is in it can be taken out. */
export function currentTetherGate(facts: UsdtFacts): Gate {
  return readingGate(t`Tether’s current contract`, facts.movedTo, (movedTo) => ({
    isMet: movedTo === undefined,
    detail:
      movedTo === undefined
        ? t`Tether has not moved to another.`
        : t`Tether has moved to ${movedTo}: nothing new is taken here, and everything can be taken out.`,
  }))
}

/** The fee decides what arrives, and so the bound of the plan. rules.md U4 */
export function feeGate(facts: UsdtFacts): Gate {
  return readingGate(t`Tether’s transfer fee known`, facts.fee, ({ feeBps, maximumFeeUsdt }) => ({
    isMet: true,
    detail:
      feeBps === 0n
        ? t`No transfer fee is on.`
        : t`${displayBps(feeBps)}, at most ${exactUsdt(maximumFeeUsdt)} per transfer.`,
  }))
}

/** Enough of a token: Tether fails with all gas and no reason when the balance is short, so it is checked here. rules.md U3 */
export function balanceGate(
  unit: Unit,
  balance: Reading<bigint> | undefined,
  needed: bigint | undefined,
): Gate {
  const text = (value: bigint) => exactText(value, unit)
  return readingGate(t`Enough ${unit.symbol}`, balance, (held) => {
    if (needed === undefined) return { isMet: held > 0n, detail: t`Your balance is ${text(held)}.` }
    return held >= needed
      ? { isMet: true, detail: t`Needs ${text(needed)} of your ${text(held)}.` }
      : {
          isMet: false,
          detail: t`Needs ${text(needed)}, your balance is ${text(held)}: ${text(needed - held)} short.`,
        }
  })
}

/** An amount above 0 and at most `most`; `what` names the limit ("your stake"), which is unmet while it is not known. */
export function amountGate(
  { amount, problem }: Entry,
  most?: { readonly value: bigint | undefined; readonly what: string },
  unit: Unit = tetherUnit,
): Gate {
  const label = t`Amount`
  const text = (value: bigint) => exactText(value, unit)
  if (problem !== undefined) return { label, isMet: false, detail: problem }
  if (amount === undefined) return { label, isMet: false, detail: t`Enter an amount.` }
  if (amount === 0n) return { label, isMet: false, detail: t`Enter an amount above 0.` }
  if (!most) return { label, isMet: true, detail: `${text(amount)}.` }
  if (most.value === undefined) return { label, isMet: false, detail: t`Not read yet.` }
  const limit = `${most.what}, ${text(most.value)}`
  return amount > most.value
    ? { label, isMet: false, detail: t`${text(amount)} is more than ${limit}.` }
    : { label, isMet: true, detail: t`${text(amount)} of ${limit}.` }
}

export function notBusyGate(isBusy: boolean): Gate {
  return {
    label: t`Nothing in flight`,
    isMet: !isBusy,
    detail: isBusy
      ? t`The last one of this kind is still waiting for the wallet or the chain.`
      : t`No such transaction is waiting.`,
  }
}
