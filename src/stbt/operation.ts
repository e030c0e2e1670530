import { encodeAbiParameters, keccak256, parseAbiParameters, zeroHash, type Address, type Hex } from 'viem'

/** A call that waits in the queue for no other: what `execute` is called with. rules.md T6 */
export type Operation = { readonly target: Address; readonly data: Hex; readonly salt: Hex }

const parameters = parseAbiParameters('address, uint256, bytes, bytes32, bytes32')

/** What the queue knows an operation by: keccak256 of target, value (0), data, predecessor (0) and salt. rules.md T6 */
export function operationId({ target, data, salt }: Operation): Hex {
  return keccak256(encodeAbiParameters(parameters, [target, 0n, data, zeroHash, salt]))
}
