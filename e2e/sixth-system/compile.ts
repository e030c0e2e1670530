import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Hex } from 'viem'

type Solc = { readonly compile: (input: string) => string }
type Output = {
  readonly contracts: Record<string, Record<string, { evm: { bytecode: { object: string } } }>>
}

/** The creation code of the jar. */
export function compileJar(): Hex {
  const solc = createRequire(import.meta.url)('solc') as Solc
  const input = {
    language: 'Solidity',
    sources: { 'Jar.sol': { content: readFileSync(new URL('jar/Jar.sol', import.meta.url), 'utf8') } },
    settings: { outputSelection: { '*': { '*': ['evm.bytecode.object'] } } },
  }
  const { contracts } = JSON.parse(solc.compile(JSON.stringify(input))) as Output
  const code = contracts['Jar.sol']?.['Jar']?.evm.bytecode.object
  if (code === undefined) throw new Error('Jar.sol was not compiled.')
  return `0x${code}`
}
