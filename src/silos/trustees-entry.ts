import type { Address } from 'viem'

import { displayAmount, parseAmount } from '../math/amount'
import { readRecipient } from '../tx/plan/recipient'
import type { KnownContract } from '../tx/plan/recipient'
import { t } from '../words/t'

/** Trustees with their weights, as they were typed, or why they are none. */
export type TrusteesEntry =
  | { readonly isOk: true; readonly accounts: readonly Address[]; readonly weights: readonly bigint[] }
  | { readonly isOk: false; readonly problem: string }

/** As many as the contract takes, and how much each may weigh. rules.md S18 */
const MOST = 32
const MOST_WEIGHT = 2n ** 96n - 1n

const refuse = (problem: string): TrusteesEntry => ({ isOk: false, problem })

/**
 * Reads one trustee a line, an address and its weight. What the contract would refuse is refused here, with the line.
 * @param known contracts of this app, which could not vote
 */
export function readTrustees(
  text: string,
  account: Address,
  known: readonly KnownContract[] = [],
): TrusteesEntry {
  if (text.length > 10_000) return refuse(t`This is too long for a list of trustees.`)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0) return refuse(t`Enter at least one trustee.`)
  if (lines.length > MOST)
    return refuse(t`There can be ${MOST} trustees at most, and these are ${lines.length}.`)
  const accounts: Address[] = []
  const weights: bigint[] = []
  for (const [index, line] of lines.entries()) {
    const [who = '', weight = '', ...rest] = line.trim().split(/\s+/)
    const at = t`Line ${index + 1}: `
    if (weight === '' || rest.length > 0)
      return refuse(t`${at}write an address, a space, and a whole number.`)
    const read = readRecipient(who, account, known)
    if (read.kind === 'invalid') return refuse(at + read.problem)
    const trustee = read.kind === 'other' ? read.address : account
    if (accounts.includes(trustee)) return refuse(t`${at}this trustee is there already.`)
    const number = parseAmount(weight, 0)
    if (!number.isOk) return refuse(at + number.problem)
    if (number.value === 0n)
      return refuse(t`${at}a trustee weighs at least 1. To take one out, delete the line.`)
    if (number.value > MOST_WEIGHT)
      return refuse(t`${at}a weight is ${displayAmount(MOST_WEIGHT, 0)} at most.`)
    accounts.push(trustee)
    weights.push(number.value)
  }
  return { isOk: true, accounts, weights }
}

/** The same, written out: what a person changes. */
export function trusteesText(accounts: readonly Address[], weights: readonly bigint[]): string {
  return accounts.map((account, index) => `${account} ${weights[index] ?? 0n}`).join('\n')
}
