/** Reads from the chain whether the rights are those that were asked for. */
import { parseAbi, type Address, type Hex } from 'viem'
import { readContract } from 'viem/actions'
import type { Target } from './deployment'
import type { Step } from './kit'

const accessControl = parseAbi(['function hasRole(bytes32 role, address account) view returns (bool)'])
const ownable = parseAbi(['function owner() view returns (address)'])

type Right = { readonly label: string; readonly isAsHoped: boolean }

/**
 * Of every role that a step gave or gave up, and every owner it named, whether it is so now. Where a role was given and given up
 * later, the last counts.
 */
export async function readRights({ client }: Target, steps: readonly Step[]): Promise<readonly Right[]> {
  const hopes = new Map<string, () => Promise<Right>>()
  for (const step of steps) {
    if ('data' in step) continue
    const { address, functionName, args, label } = step
    if (functionName === 'grantRole' || functionName === 'renounceRole') {
      const [role, account] = args as readonly [Hex, Address]
      const isHeld = functionName === 'grantRole'
      hopes.set(`${address} ${role} ${account}`.toLowerCase(), async () => ({
        label: `${label} of ${address}: ${account} ${isHeld ? 'has it' : 'has it no more'}`,
        isAsHoped:
          (await readContract(client, { address, abi: accessControl, functionName: 'hasRole', args: [role, account] })) ===
          isHeld,
      }))
    }
    if (functionName === 'transferOwnership') {
      const [owner] = args as readonly [Address]
      hopes.set(`${address} owner`, async () => ({
        label: `${owner} owns ${address}`,
        isAsHoped:
          (await readContract(client, { address, abi: ownable, functionName: 'owner' })).toLowerCase() ===
          owner.toLowerCase(),
      }))
    }
  }
  return Promise.all([...hopes.values()].map((look) => look()))
}
