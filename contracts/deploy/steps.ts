/** Writes down the transactions of a deployment, and where every contract is going to be. */
import { encodeDeployData, encodeFunctionData, getContractAddress, keccak256, parseAbi, toBytes } from 'viem'
import type { Address, Hex } from 'viem'
import { artifact } from '../../devnet/artifacts'
import { DEFAULT_ADMIN, type Kit, type Step } from './kit'

const accessControl = parseAbi(['function grantRole(bytes32 role, address account)'])

/**
 * A kit that writes down what is asked of it.
 * @param deployer Who will send it.
 * @param firstNonce Of the deployer's first transaction: its nonces decide the addresses.
 * @param now Unix seconds.
 */
export function writeSteps(
  deployer: Address,
  firstNonce: bigint,
  now: number,
): { readonly kit: Kit; readonly steps: readonly Step[] } {
  const steps: Step[] = []
  const ahead = (others: number) =>
    getContractAddress({ from: deployer, nonce: firstNonce + BigInt(steps.length + others) })
  const kit: Kit = {
    deployer,
    now,
    ahead,
    create: (contract, args = []) => {
      const address = ahead(0)
      const { abi, bytecode } = artifact(contract)
      steps.push({ label: contract, address, data: encodeDeployData({ abi, bytecode, args }) })
      return address
    },
    call: (contract, address, functionName, args) => {
      steps.push({
        label: `${contract}.${functionName}`,
        address,
        abi: artifact(contract).abi,
        functionName,
        args,
      })
    },
    grant: (address, role, holder) => {
      const id = role === 'DEFAULT_ADMIN_ROLE' ? DEFAULT_ADMIN : keccak256(toBytes(role))
      steps.push({
        label: `${role} to ${holder}`,
        address,
        abi: accessControl,
        functionName: 'grantRole',
        args: [id, holder],
      })
    },
  }
  return { kit, steps }
}

/** The bytes of a step: of a creation, or of a call. */
export const dataOf = (step: Step): Hex => ('data' in step ? step.data : encodeFunctionData(step))
