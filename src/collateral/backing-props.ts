import type { Address } from 'viem'

import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import type { KnownContract, Recipient } from '../tx/plan/recipient'
import type { BackingState, Collateral } from './snapshot'

/** What a form of the backing is made of. */
export type BackingProps = {
  readonly collateral: Collateral
  readonly state: BackingState
  readonly person: Person
}

/** How far a price may move until the chain takes it. */
export const SLIPPAGE_BPS = 50n

export const toOf = (recipient: Recipient): Address | undefined =>
  recipient.kind === 'other' ? recipient.address : undefined

/** What is sent to one of these could not be got back: the contracts refuse it, and the form says so first. rules.md C1 */
export function keepers({ tusdt, usdc, tao, types }: Collateral): readonly KnownContract[] {
  const tokens = [
    { label: 'TUSDT', address: knownValue(tusdt) },
    { label: 'USDC', address: knownValue(usdc) },
    { label: 'TAO', address: knownValue(tao) },
  ]
  return [
    ...tokens.flatMap(({ label, address }) => (address ? [{ label, address }] : [])),
    ...types.map(({ engine, name }) => ({ label: `the vaults of ${name}`, address: engine })),
  ]
}
