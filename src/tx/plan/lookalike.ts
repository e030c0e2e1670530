/** Addresses that a hurried eye takes for one another: the same first and last four digits. trust.md X13 */
export function isLookalike(address: string, other: string): boolean {
  const one = address.toLowerCase()
  const two = other.toLowerCase()
  return one !== two && one.slice(2, 6) === two.slice(2, 6) && one.slice(-4) === two.slice(-4)
}
