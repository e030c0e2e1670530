/** Lets a node rehearse by `eth_simulateV1` what the deployer is going to send. Some nodes take calls there, and no creations. */
import { concat, zeroAddress, type Address, type Hex } from 'viem'
import type { Step } from './kit'
import { dataOf } from './steps'

/**
 * Code that the deployer's account has while it is rehearsed. The first 20 bytes of what it is called with name a contract to
 * call with the rest; where they are zero, the rest creates one. What fails, fails with the same words.
 */
const code = concat([
  // size = CALLDATASIZE - 20; memory[0..] = calldata[20..]
  '0x60143603806014600037',
  // target = shr(96, calldata[0..32]); where there is one, on to the call.
  '0x60003560601c80602857',
  // CREATE(0, 0, size), and stop where there is an address.
  '0x50',
  '0x60006000f0603b57',
  // fail: revert with what came back.
  '0x5b3d600060003e3d6000fd',
  // call: CALL(gas, target, 0, 0, size, 0, 0), and stop where it worked; else fail.
  '0x5b600060008360006000855af1603b57601d56',
  // stop
  '0x5b00',
] as const satisfies readonly Hex[])

/** Who calls it: nobody's account. */
const caller: Address = '0x000000000000000000000000000000000000dEaD'

/**
 * A block in which the deployer does this step and nothing else, as its transaction of this nonce: the addresses of what it
 * creates are the real ones. The gas is that of a transaction and a few thousand more.
 */
export function blockOf(step: Step, deployer: Address, nonce: number) {
  const target = 'data' in step ? zeroAddress : step.address
  return {
    stateOverrides: [{ address: deployer, code, nonce }],
    calls: [{ account: caller, to: deployer, data: concat([target, dataOf(step)]) }],
  }
}
