/** Writes a deployment into a site's config.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { keccak256, type Address } from 'viem'
import { getCode } from 'viem/actions'
import { parseConfig } from '../../src/chain/config'
import { scripts } from '../../src/scripts'
import type { Planned, Target } from './deployment'
import type { DeployParameters } from './parameters'

type Networks = { networks: { chainId: number }[] }

/**
 * The network of this deployment as config.json has it, with the hash of every contract's code.
 * @throws a sentence where a contract has no code
 */
export async function networkOf(
  { client }: Target,
  { network, shared }: DeployParameters,
  { contracts, record }: Planned,
): Promise<Networks['networks'][number]> {
  const groups = scripts.flatMap(({ needs }) => {
    const created = contracts[needs.group]
    if (!created) return []
    const { required, optional = [] }: { required: readonly string[]; optional?: readonly string[] } = needs
    const named = [...required, ...optional].flatMap((name) => {
      const address = created[name]
      return typeof address === 'string' ? [[name, address] as const] : []
    })
    return [[needs.group, Object.fromEntries(named)] as const]
  })
  const hashed = groups.map(async ([group, named]) => {
    const entries = Object.entries(named).map(async ([name, address]: [string, Address]) => {
      const code = await getCode(client, { address })
      if (code === undefined) throw new Error(`${group}.${name} has no code at ${address}.`)
      return [name, keccak256(code)] as const
    })
    return [group, Object.fromEntries(await Promise.all(entries))] as const
  })
  return {
    ...network,
    ...{ isDevnet: false, deploymentBlock: record.fromBlock },
    contracts: { shared, ...Object.fromEntries(groups) },
    codeHashes: Object.fromEntries(await Promise.all(hashed)),
  } as Networks['networks'][number]
}

/**
 * Puts a network into a config.json, in place of the one of the same chain or behind the others. The result is checked as the
 * app checks it.
 * @throws the app's sentences where it would not take the file; it is not written then
 */
export function writeSiteConfig(file: string, network: Networks['networks'][number]): unknown {
  const former = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Networks).networks : []
  const isKnown = former.some(({ chainId }) => chainId === network.chainId)
  const networks = isKnown
    ? former.map((one) => (one.chainId === network.chainId ? network : one))
    : [...former, network]
  const parsed = parseConfig(
    { networks },
    scripts.map(({ needs }) => needs),
  )
  if (!parsed.isOk) throw new Error(parsed.problems.join(' '))
  writeFileSync(file, `${JSON.stringify({ networks }, undefined, 2)}\n`)
  return { networks }
}
