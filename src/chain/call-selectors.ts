/** A call without arguments: the contract, and the four bytes that name its function. */
export type SelectorCall = readonly [address: string, selector: string]

const word = (value: number | string) =>
  (typeof value === 'number' ? value.toString(16) : value).padStart(64, '0')

/**
 * The calldata of Multicall3's `aggregate3` for calls without arguments, each of which may fail: what `callMany` encodes by
 * viem, for a script that has no room for it. Rounds nothing, throws nothing; addresses are 20 bytes and selectors four.
 */
export function callSelectors(calls: readonly SelectorCall[]): string {
  // One call is its address, that it may fail, where its bytes are, how many, and they: five words.
  const offsets = calls.map((_, index) => word(calls.length * 32 + index * 160))
  const each = calls.map(
    ([address, selector]) =>
      word(address.slice(2).toLowerCase()) + word(1) + word(96) + word(4) + selector.slice(2).padEnd(64, '0'),
  )
  return `0x82ad56cb${word(32)}${word(calls.length)}${offsets.join('')}${each.join('')}`
}
