/** Every function that a plan of the app can call. */
import { existsSync, readdirSync } from 'node:fs'
import { erc20Abi, getAbiItem, type Abi, type AbiFunction, type Address } from 'viem'
import type { Plan } from '../../src/tx/plan/plan'

export type Planned = {
  /** As its source is named; undefined where it is not ours. */
  readonly contract: string | undefined
  /** What the app calls it. */
  readonly label: string
  /** What config.json calls it, if it names it: "stbt.minter". */
  readonly setting: string | undefined
  readonly call: AbiFunction
}

type Contracts = Readonly<Record<string, Readonly<Record<string, Address>>>>
type Samples = {
  readonly network: { readonly contracts: Contracts }
  readonly samplePlans: Readonly<Record<string, Plan>>
}

const src = new URL('../../src/', import.meta.url)
const abis = new URL('../../abis/', import.meta.url)

/** From the sample of each plan that every room has: src/plans.test.ts sees to it that none is missing. */
export async function plannedCalls(): Promise<readonly Planned[]> {
  const contractOf = await contractNames()
  const rooms = readdirSync(src).filter((room) => existsSync(new URL(`${room}/sample-plans.ts`, src)))
  const all = await Promise.all(
    rooms.map(async (room) => {
      const samples = (await import(new URL(`${room}/sample-plans.ts`, src).pathname)) as Samples
      const settingOf = settings(samples.network.contracts)
      return Object.values(samples.samplePlans).flatMap(({ acts }) =>
        acts.flatMap(({ call: { address, abi, functionName, args, label }, spends }): Planned[] => [
          {
            contract: contractOf.get(abi),
            label,
            setting: settingOf(address),
            call: getAbiItem({ abi, name: functionName, args }) as AbiFunction,
          },
          ...(spends ? [{ ...approval, setting: settingOf(spends.token.address) }] : []),
        ]),
      )
    }),
  )
  return all.flat()
}

const approval = {
  contract: undefined,
  label: 'ERC20',
  call: getAbiItem({ abi: erc20Abi, name: 'approve' }) as AbiFunction,
}

async function contractNames(): Promise<ReadonlyMap<unknown, string>> {
  const files = readdirSync(abis).filter((file) => file.endsWith('.ts'))
  const all = await Promise.all(
    files.map(async (file) => {
      const module = (await import(new URL(file, abis).pathname)) as Readonly<Record<string, Abi>>
      return Object.values(module).map((abi) => [abi, file.replace('.ts', '')] as const)
    }),
  )
  return new Map<unknown, string>(all.flat())
}

function settings(contracts: Contracts): (address: Address) => string | undefined {
  const named = Object.entries(contracts).flatMap(([group, names]) =>
    Object.entries(names).map(([name, address]) => [address.toLowerCase(), `${group}.${name}`] as const),
  )
  const byAddress = new Map(named)
  return (address) => byAddress.get(address.toLowerCase())
}
