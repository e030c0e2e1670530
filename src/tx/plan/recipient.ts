import { getAddress, isAddress } from 'viem'
import type { Address } from 'viem'
import { t } from '../../words/t'

/** Where a payout goes: the account itself, another address, or a text that is no address. rules.md B16 */
export type Recipient =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly address: Address; readonly warning: string | undefined }
  | { readonly kind: 'invalid'; readonly problem: string }

/** A contract the app knows: what is sent there stays there. */
export type KnownContract = { readonly address: Address; readonly label: string }

/** Joiners, marks of direction, spaces of no width: as pages and messengers leave them in what is copied. */
const invisible = /\p{Default_Ignorable_Code_Point}/u

/** Nobody has a key for these: precompiled contracts and other low numbers, and what people burn tokens with. */
const lowest = 2n ** 16n
const burners = new Set([
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000042069420694206942069',
  '0xdead000000000000000000000000000000000000',
  '0xdeaddeaddeaddeaddeaddeaddeaddeaddeaddead',
  '0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',
  '0xffffffffffffffffffffffffffffffffffffffff',
])

export type TypedAddress =
  { readonly isOk: true; readonly address: Address } | { readonly isOk: false; readonly problem: string }

/** Reads an address that a person typed or pasted; what is none is refused with a sentence to show. trust.md X13 */
export function readAddress(text: string): TypedAddress {
  const typed = text.trim()
  if (typed.length > 200) return refuse(t`This is too long for an address: 0x and 40 digits.`)
  if (invisible.test(typed))
    return refuse(t`What was pasted contains invisible characters. Copy the address again from its source.`)
  const prefix = /^([a-z0-9-]{1,20}):(?=0x)/i.exec(typed)?.[1]
  if (prefix !== undefined)
    return refuse(
      t`Leave out “${prefix}:”. The address goes to the network of this page, and begins with 0x.`,
    )
  if (!isAddress(typed, { strict: false })) return refuse(t`This is not an address: 0x and 40 digits.`)
  const isMixedCase = /[a-f]/.test(typed.slice(2)) && /[A-F]/.test(typed.slice(2))
  if (isMixedCase && !isAddress(typed))
    return refuse(t`The checksum is wrong: a character was changed. Copy it again.`)
  return { isOk: true, address: getAddress(typed.toLowerCase()) }
}

const refuse = (problem: string): TypedAddress => ({ isOk: false, problem })

/**
 * Reads where a payout shall go. Only ever from the field itself, never from a URL or storage. trust.md X7, X8, X13
 * @param known contracts that would keep what they are sent
 */
export function readRecipient(
  text: string,
  account: Address,
  known: readonly KnownContract[] = [],
): Recipient {
  if (text.trim() === '') return invalid(t`Enter the address that should receive it.`)
  const read = readAddress(text)
  if (!read.isOk) return invalid(read.problem)
  const { address } = read
  if (BigInt(address) === 0n) return invalid(t`This is the zero address: it would be lost.`)
  if (BigInt(address) < lowest || burners.has(address.toLowerCase()))
    return invalid(t`Nobody has the key to this address: it would be lost.`)
  const contract = known.find((one) => getAddress(one.address) === address)
  if (contract) return invalid(t`This is a contract of this app, ${contract.label}: it would be lost there.`)
  if (address === account) return { kind: 'self' }
  return { kind: 'other', address, warning: lookAlike(address, account) }
}

function invalid(problem: string): Recipient {
  return { kind: 'invalid', problem }
}

function lookAlike(address: Address, account: Address): string | undefined {
  const ends = (value: Address) => value.toLowerCase().slice(2, 6) + value.toLowerCase().slice(-4)
  return ends(address) === ends(account)
    ? t`It begins and ends like your own address but is another one: compare every character.`
    : undefined
}
