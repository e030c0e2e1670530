import type { UsdtFacts } from '../chain/usdt'
import type { Person } from '../chain/use-person'
import { displayBps } from '../math/amount'
import { knownValue } from '../math/reading'
import type { Reading } from '../math/reading'
import { exactUsdt } from '../math/tether'
import { displayDateTime, displayDuration } from '../math/time'
import type { Gate } from '../ui/gate'
import type { Entry } from './use-amount'
import type { Recipient } from '../tx/plan/recipient'

/** A gate on a reading: unknown is unmet, with the reason. */
export function readingGate<T>(
  label: string,
  reading: Reading<T> | undefined,
  test: (value: T) => { readonly isMet: boolean; readonly detail: string },
): Gate {
  if (!reading) return { label, isMet: false, detail: 'Not read yet.' }
  if (!reading.isKnown) return { label, isMet: false, detail: `Not known: ${reading.reason}` }
  return { label, ...test(reading.value) }
}

export function walletGates(
  person: Pick<Person, 'account' | 'isWrongNetwork'>,
  networkName: string,
): readonly Gate[] {
  const isConnected = person.account !== undefined
  return [
    {
      label: 'Wallet connected',
      isMet: isConnected,
      detail: isConnected ? `Connected as ${person.account}.` : 'Connect a wallet first.',
    },
    {
      label: 'Right network',
      isMet: isConnected && !person.isWrongNetwork,
      detail: person.isWrongNetwork
        ? `The wallet is on another network: switch it to ${networkName}.`
        : `This app works on ${networkName}.`,
    },
  ]
}

/** A window [open, close) on the chain's clock. rules.md 0 */
export function windowGate(
  label: string,
  window: { readonly open: bigint; readonly close: bigint },
  now: bigint | undefined,
): Gate {
  if (now === undefined) return { label, isMet: false, detail: 'The time of the chain is not known yet.' }
  const clock = `Chain time ${displayDateTime(now)}.`
  if (now < window.open)
    return {
      label,
      isMet: false,
      detail: `Opens in ${displayDuration(window.open - now)}, ${displayDateTime(window.open)}. ${clock}`,
    }
  if (now >= window.close)
    return { label, isMet: false, detail: `Closed ${displayDateTime(window.close)}. ${clock}` }
  return {
    label,
    isMet: true,
    detail: `Open until ${displayDateTime(window.close)}, ${displayDuration(window.close - now)} left. ${clock}`,
  }
}

/** What makes any transfer of USDT fail without a reason. rules.md U5 */
export function tetherGates(facts: UsdtFacts): readonly Gate[] {
  return [
    readingGate('USDT not paused', facts.isPaused, (isPaused) => ({
      isMet: !isPaused,
      detail: isPaused ? 'Tether has paused all USDT transfers.' : 'USDT transfers are on.',
    })),
    readingGate('Not on Tether’s blacklist', facts.isBlacklisted, (isBlacklisted) => ({
      isMet: !isBlacklisted,
      detail: isBlacklisted
        ? 'Tether has blacklisted this address: it cannot send USDT.'
        : 'This address can send USDT.',
    })),
  ]
}

/** A pool pays USDT out: only a pause stops that, since the recipient may be chosen. rules.md U5, B16 */
export function notPausedTetherGate(facts: UsdtFacts): Gate {
  return readingGate('USDT not paused', facts.isPaused, (isPaused) => ({
    isMet: !isPaused,
    detail: isPaused
      ? 'Tether has paused all USDT transfers: what is yours stays yours, and can be taken when they resume.'
      : 'USDT transfers are on.',
  }))
}

/** A blacklisted address can be paid, but could not spend: it is told to send elsewhere. rules.md B16, U5 */
export function recipientGate(recipient: Recipient, facts: UsdtFacts): Gate {
  const label = 'Recipient'
  if (recipient.kind === 'invalid') return { label, isMet: false, detail: recipient.problem }
  if (recipient.kind === 'other') return { label, isMet: true, detail: `Goes to ${recipient.address}.` }
  const isBlacklisted = facts.isBlacklisted && knownValue(facts.isBlacklisted)
  return {
    label,
    isMet: isBlacklisted !== true,
    detail:
      isBlacklisted === true
        ? 'Tether has blacklisted this address: you could not spend the USDT. Send it to another address.'
        : 'Goes to your own address.',
  }
}

/** The fee decides what arrives, and so the bound of the plan. rules.md U4 */
export function feeGate(facts: UsdtFacts): Gate {
  return readingGate('Tether’s transfer fee known', facts.fee, ({ feeBps, maximumFeeUsdt }) => ({
    isMet: true,
    detail:
      feeBps === 0n
        ? 'No transfer fee is on.'
        : `${displayBps(feeBps)}, at most ${exactUsdt(maximumFeeUsdt)} per transfer.`,
  }))
}

/** USDT can only fail with all gas and no reason when the balance is short, so it is checked here. rules.md U3 */
export function balanceGate(facts: UsdtFacts, needed: bigint | undefined): Gate {
  return readingGate('Enough USDT', facts.balance, (balance) => {
    if (needed === undefined) return { isMet: balance > 0n, detail: `Your balance is ${exactUsdt(balance)}.` }
    return {
      isMet: balance >= needed,
      detail:
        balance >= needed
          ? `Needs ${exactUsdt(needed)} of your ${exactUsdt(balance)}.`
          : `Needs ${exactUsdt(needed)}, your balance is ${exactUsdt(balance)}: ${exactUsdt(needed - balance)} short.`,
    }
  })
}

/** An amount above 0 and at most `most`; `what` names the limit ("your stake"). */
export function amountGate(
  { amount, problem }: Entry,
  most?: { readonly value: bigint; readonly what: string },
): Gate {
  const label = 'Amount'
  if (problem !== undefined) return { label, isMet: false, detail: problem }
  if (amount === undefined) return { label, isMet: false, detail: 'Enter an amount.' }
  if (amount === 0n) return { label, isMet: false, detail: 'Enter an amount above 0.' }
  if (most && amount > most.value)
    return { label, isMet: false, detail: `${exactUsdt(amount)} is more than ${what(most)}.` }
  return {
    label,
    isMet: true,
    detail: most ? `${exactUsdt(amount)} of ${what(most)}.` : `${exactUsdt(amount)}.`,
  }
}

function what(most: { readonly value: bigint; readonly what: string }): string {
  return `${most.what}, ${exactUsdt(most.value)}`
}

export function notBusyGate(isBusy: boolean): Gate {
  return {
    label: 'Nothing in flight',
    isMet: !isBusy,
    detail: isBusy
      ? 'The last one of this kind is still waiting for the wallet or the chain.'
      : 'No such transaction is waiting.',
  }
}

/** `something` says what there is ("12.00 USDT"), undefined when there is nothing. */
export function somethingGate(label: string, something: string | undefined, nothing: string): Gate {
  return { label, isMet: something !== undefined, detail: something ?? nothing }
}

/** A moment on the chain’s clock from which on anyone may. */
export function sinceGate(label: string, from: bigint, now: bigint | undefined): Gate {
  if (now === undefined) return { label, isMet: false, detail: 'The time of the chain is not known yet.' }
  return now >= from
    ? { label, isMet: true, detail: `Since ${displayDateTime(from)}: anyone may.` }
    : { label, isMet: false, detail: `In ${displayDuration(from - now)}, ${displayDateTime(from)}.` }
}
