/**
 * Compares `backstop.ts` with the bytecode of `BackstopMath.sol` to the last unit: same result, or Solidity reverts
 * where TypeScript throws. `EXACTNESS_CASES` sets the number of cases per formula.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  decodeFunctionResult,
  encodeFunctionData,
  parseAbi,
  toFunctionSelector,
  type Abi,
  type AbiParameter,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAnvil } from '../../devnet/anvil.mjs'
import { connect } from '../../devnet/rpc.mjs'
import { casesOf } from './exactness-cases'
import { FORMULAS, type Formula } from './exactness-formulas'

const CASES = Number(process.env['EXACTNESS_CASES'] ?? 50_000)
const CASES_PER_CALL = 1_000
const SEED = 20_260_101
const HARNESS = '0x000000000000000000000000000000000000ba11'
const GAS = '0x2000000000'
const contracts = new URL('../../contracts/', import.meta.url)
const batchAbi = parseAbi(['function batch(bytes[] calls) view returns (bytes[] results)'])

/** What either side says: the results in the contract's order, or `NONE`. */
type Answer = string
const NONE = 'no result'

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>
let harness: { readonly abi: Abi; readonly deployedBytecode: { readonly object: Hex } }
const report: string[] = []

beforeAll(async () => {
  const forge = createRequire(import.meta.url).resolve('@foundry-rs/forge/bin.mjs')
  // Compiles only what changed, so that never an old contract is compared.
  const build = [forge, 'build', 'src/devnet/BackstopMathHarness.sol']
  execFileSync(process.execPath, build, { cwd: contracts, stdio: ['ignore', 'ignore', 'inherit'] })
  const artifact = new URL('out/BackstopMathHarness.sol/BackstopMathHarness.json', contracts)
  harness = JSON.parse(readFileSync(artifact, 'utf8')) as typeof harness
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
  await rpc('anvil_setCode', [HARNESS, harness.deployedBytecode.object])
})

afterAll(async () => {
  await chain.stop()
  process.stdout.write(`\nExactness against the bytecode of BackstopMath.sol\n${report.join('\n')}\n`)
})

describe('backstop.ts equals BackstopMath.sol', () => {
  it('function by function: none is missing', () => {
    const inContract = functions().map(({ name }) => name)
    expect(FORMULAS.map(({ name }) => name).sort()).toEqual(inContract.sort())
  })

  it.each(FORMULAS)('$name', { timeout: 60_000 + CASES }, async (formula) => {
    const { inputs, outputs } = functionOf(formula)
    const selector = toFunctionSelector(`${formula.name}(${inputs.map(({ type }) => type).join()})`)
    const counts = { cases: 0, results: 0, differences: 0 }
    const examples: string[] = []

    for (const cases of inGroups(casesOf(formula.kinds, formula.aim, CASES, SEED))) {
      const theirs = await ask(selector, cases)
      for (const [index, args] of cases.entries()) {
        const ours = answer(formula, args, outputs)
        counts.cases += 1
        if (ours !== NONE) counts.results += 1
        if (ours === theirs[index]) continue
        counts.differences += 1
        if (examples.length < 5)
          examples.push(`${formula.name}(${args.join()}): TypeScript ${ours}, Solidity ${theirs[index]}`)
      }
    }

    report.push(
      `${formula.name.padEnd(16)} ${counts.cases} cases, ${counts.cases - counts.results} of them reverts, ${counts.differences} differences`,
    )
    expect(examples).toEqual([])
    expect(counts.cases).toBeGreaterThanOrEqual(CASES)
    // Agreeing on reverts alone would prove little.
    expect(counts.results).toBeGreaterThan(CASES / 2)
  })
})

function functions() {
  return harness.abi.filter((item) => item.type === 'function').filter(({ name }) => name !== 'batch')
}

function functionOf(formula: Formula) {
  const found = functions().find(({ name }) => name === formula.name)
  if (found === undefined) throw new Error(`The harness has no function ${formula.name}.`)
  return found
}

function answer({ evaluate }: Formula, args: readonly bigint[], outputs: readonly AbiParameter[]): Answer {
  try {
    const result = evaluate(...args)
    if (typeof result === 'bigint') return `${result}`
    return outputs.map(({ name = '' }) => result[name]).join()
  } catch (error) {
    if (error instanceof RangeError) return NONE
    throw error
  }
}

/** The contract's answers to many calls of one function, in one `eth_call`. */
async function ask(selector: Hex, cases: readonly (readonly bigint[])[]): Promise<readonly Answer[]> {
  const calls = cases.map((args): Hex => `${selector}${args.map(toWord).join('')}`)
  const data = encodeFunctionData({ abi: batchAbi, args: [calls] })
  const answered = (await rpc('eth_call', [{ to: HARNESS, data, gas: GAS }, 'latest'])) as Hex
  return decodeFunctionResult({ abi: batchAbi, data: answered }).map(toAnswer)
}

function toWord(value: bigint): string {
  return value.toString(16).padStart(64, '0')
}

function toAnswer(result: Hex): Answer {
  if (result === '0x') return NONE
  return (result.slice(2).match(/.{64}/g) ?? []).map((word) => BigInt(`0x${word}`)).join()
}

function* inGroups<T>(items: Iterable<T>): Generator<readonly T[]> {
  let group: T[] = []
  for (const item of items) {
    group.push(item)
    if (group.length < CASES_PER_CALL) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
