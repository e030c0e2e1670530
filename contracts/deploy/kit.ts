/** How a system asks for its contracts. Pure: it runs in the browser of the local chain, too. */
import type { Abi, Address } from 'viem'

/** Everything is the deployer's, in the order in which it is asked for. */
export type Kit = {
  /** The contract of that name; returns the address it will have. */
  readonly create: (contract: string, args?: readonly unknown[]) => Address
  /** The address that the contract after so many others will have: for two that know each other from birth. */
  readonly ahead: (others: number) => Address
  /** A call of a contract of that name. */
  readonly call: (contract: string, address: Address, functionName: string, args: readonly unknown[]) => void
  /** A role of OpenZeppelin's AccessControl. */
  readonly grant: (contract: Address, role: string, holder: Address) => void
  /** Who sends all of it, and holds the rights of an administrator until they are handed over. */
  readonly deployer: Address
  /** Unix seconds before the first of them: for what is about a date from birth. */
  readonly now: number
}

/** One transaction of a deployment. */
export type Step =
  | { readonly label: string; readonly address: Address; readonly data: `0x${string}` }
  | {
      readonly label: string
      readonly address: Address
      readonly abi: Abi
      readonly functionName: string
      readonly args: readonly unknown[]
    }

/** Gives the rights of an administrator to `admin` and keeps none, unless it is the deployer: the last thing done to a contract. */
export function handOver(
  { call, grant, deployer }: Kit,
  contract: string,
  address: Address,
  admin: Address,
): void {
  if (admin.toLowerCase() === deployer.toLowerCase()) return
  grant(address, 'DEFAULT_ADMIN_ROLE', admin)
  call(contract, address, 'renounceRole', [DEFAULT_ADMIN, deployer])
}

/** OpenZeppelin's name for it is no hash. */
export const DEFAULT_ADMIN = `0x${'0'.repeat(64)}` as const
