/** The compiled contracts. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'

const contracts = new URL('../contracts/', import.meta.url)
const forge = fileURLToPath(new URL('forge.mjs', contracts))

/** Compiles what has changed. */
export function buildContracts(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [forge, 'build', 'src'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The contracts do not compile.\n${stdout}\n${stderr}`)
}

export type Artifact = { readonly abi: Abi; readonly bytecode: Hex; readonly runtime: Hex }

/** What Forge writes of a contract. */
type ForgeOutput = {
  readonly abi: Abi
  readonly bytecode: { readonly object: Hex }
  readonly deployedBytecode: { readonly object: Hex }
}

const known = new Map<string, Artifact>()

/** A contract by its name; the contracts must have been built. */
export function artifact(name: string): Artifact {
  const found = known.get(name)
  if (found) return found
  const text = readFileSync(new URL(`out/${name}.sol/${name}.json`, contracts), 'utf8')
  const { abi, bytecode, deployedBytecode } = JSON.parse(text) as ForgeOutput
  const read = { abi, bytecode: bytecode.object, runtime: deployedBytecode.object }
  known.set(name, read)
  return read
}
