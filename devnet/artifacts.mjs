/** The compiled contracts. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const contracts = new URL('../contracts/', import.meta.url)
const forge = fileURLToPath(new URL('forge.mjs', contracts))

/** Compiles what has changed. */
export function buildContracts() {
  const { status, stdout, stderr } = spawnSync(process.execPath, [forge, 'build', 'src'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The contracts do not compile.\n${stdout}\n${stderr}`)
}

/** @typedef {{ abi: import('viem').Abi, bytecode: `0x${string}`, runtime: `0x${string}` }} Artifact */

/** @type {Map<string, Artifact>} */
const known = new Map()

/**
 * A contract by its name; the contracts must have been built.
 * @param {string} name
 * @returns {Artifact}
 */
export function artifact(name) {
  const found = known.get(name)
  if (found) return found
  const { abi, bytecode, deployedBytecode } = JSON.parse(
    readFileSync(new URL(`out/${name}.sol/${name}.json`, contracts), 'utf8'),
  )
  const read = { abi, bytecode: bytecode.object, runtime: deployedBytecode.object }
  known.set(name, read)
  return read
}
