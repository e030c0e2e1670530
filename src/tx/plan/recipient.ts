import { getAddress, isAddress } from 'viem'
import type { Address } from 'viem'

/** Where a payout goes: the account itself, another address, or a text that is no address. rules.md B16 */
export type Recipient =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly address: Address; readonly warning: string | undefined }
  | { readonly kind: 'invalid'; readonly problem: string }

/** Reads what a person typed. Only ever from the field itself, never from a URL or storage. trust.md X7, X8, X13 */
export function readRecipient(text: string, account: Address): Recipient {
  const typed = text.trim()
  if (typed === '') return { kind: 'invalid', problem: 'Enter the address that shall receive it.' }
  if (!isAddress(typed, { strict: false }))
    return { kind: 'invalid', problem: 'This is not an address: 0x and 40 digits.' }
  const isMixedCase = /[a-f]/.test(typed.slice(2)) && /[A-F]/.test(typed.slice(2))
  if (isMixedCase && !isAddress(typed))
    return { kind: 'invalid', problem: 'The checksum is wrong: a character was changed. Copy it again.' }
  const address = getAddress(typed.toLowerCase())
  if (BigInt(address) === 0n)
    return { kind: 'invalid', problem: 'This is the zero address: it would be lost.' }
  if (address === account) return { kind: 'self' }
  return { kind: 'other', address, warning: lookAlike(address, account) }
}

function lookAlike(address: Address, account: Address): string | undefined {
  const ends = (value: Address) => value.toLowerCase().slice(2, 6) + value.toLowerCase().slice(-4)
  return ends(address) === ends(account)
    ? 'It begins and ends like your own address but is another one: compare every character.'
    : undefined
}
