/** Calls that wait in STBT's queue. rules.md T6, T7 */
import { encodeAbiParameters, keccak256, numberToHex, parseAbiParameters, type Address, type Hex } from 'viem'

/** An operation as the queue takes it: target, value, data, predecessor, salt. */
export type Operation = readonly [Address, bigint, Hex, Hex, Hex]

const parameters = parseAbiParameters('address, uint256, bytes, bytes32, bytes32')

/** A number as a salt. */
export const saltOf = (number: bigint | number): Hex => numberToHex(number, { size: 32 })

/** A call of STBT that waits for no other. */
export const operation = (stbt: Address, data: Hex, salt: Hex): Operation => [stbt, 0n, data, saltOf(0), salt]

/** What the queue knows it by. */
export const operationId = (wanted: Operation): Hex => keccak256(encodeAbiParameters(parameters, wanted))
