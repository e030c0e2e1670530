/**
 * Compares the arithmetic of the app with bytecode to the last unit: same result, or Solidity reverts where TypeScript
 * throws. The bytecode is a system's own library, Tether's token, or, for what no contract computes, a second version
 * written in Solidity. `EXACTNESS_CASES` sets the number of cases per formula.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  decodeFunctionResult,
  encodeFunctionData,
  parseAbi,
  toFunctionSelector,
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Hex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startAnvil } from '../../../devnet/anvil'
import { connect } from '../../../devnet/rpc'
import { BACKSTOP_FORMULAS } from './backstop'
import { BACKSTOP_OUTCOME_FORMULAS } from './backstop-outcome'
import * as backstop from '../backstop'
import * as outcome from '../backstop-outcome'
import * as release from '../backstop-release'
import * as settlement from '../backstop-settlement'
import * as warrants from '../backstop-warrants'
import * as worst from '../backstop-worst'
import * as tenor from '../backstop-tenor'
import * as collateral from '../collateral'
import * as musdt from '../musdt'
import * as unlock from '../musdt-unlock'
import * as silos from '../silos'
import * as slippage from '../slippage'
import * as stbtBankingDays from '../stbt-banking-days'
import * as stbtDays from '../stbt-days'
import * as stbtInterest from '../stbt-interest'
import * as stbtRequests from '../stbt-requests'
import * as stbtShares from '../stbt-shares'
import * as stbtYield from '../stbt-yield'
import * as tether from '../tether'
import { casesOf } from './cases'
import { COLLATERAL_FORMULAS } from './collateral'
import { DERIVED_FORMULAS } from './derived'
import type { Formula } from './formula'
import { MUSDT_FORMULAS } from './musdt'
import { SILO_FORMULAS } from './silos'
import { STBT_FORMULAS } from './stbt'
import { STBT_DERIVED_FORMULAS } from './stbt-derived'
import { TETHER_FORMULAS } from './tether'

const SUBJECTS = [
  {
    file: 'backstop.ts, backstop-release.ts, backstop-settlement.ts and backstop-warrants.ts',
    bytecode: 'BackstopMath.sol',
    harness: 'BackstopMathHarness',
    formulas: BACKSTOP_FORMULAS,
  },
  {
    file: 'backstop-outcome.ts and backstop-worst.ts',
    bytecode: 'BackstopOutcomeHarness.sol',
    harness: 'BackstopOutcomeHarness',
    formulas: BACKSTOP_OUTCOME_FORMULAS,
  },
  { file: 'musdt.ts', bytecode: 'MusdtMath.sol', harness: 'MusdtMathHarness', formulas: MUSDT_FORMULAS },
  {
    file: 'silos.ts',
    bytecode: 'SiloMath.sol and PairMath.sol',
    harness: 'SiloMathHarness',
    formulas: SILO_FORMULAS,
  },
  {
    file: 'collateral.ts',
    bytecode: 'CollateralMath.sol',
    harness: 'CollateralMathHarness',
    formulas: COLLATERAL_FORMULAS,
  },
  { file: 'tether.ts', bytecode: 'TetherUSD.sol', harness: 'TetherHarness', formulas: TETHER_FORMULAS },
  {
    file: 'stbt-*.ts',
    bytecode: 'StbtMath.sol and NewYorkDay.sol',
    harness: 'StbtMathHarness',
    formulas: STBT_FORMULAS,
  },
  {
    file: 'the rest of stbt-*.ts',
    bytecode: 'StbtDerivedHarness.sol',
    harness: 'StbtDerivedHarness',
    formulas: STBT_DERIVED_FORMULAS,
  },
  {
    file: 'the rest of src/math',
    bytecode: 'DerivedMathHarness.sol',
    harness: 'DerivedMathHarness',
    formulas: DERIVED_FORMULAS,
  },
]

/** A step of `warrantAllocation`, texts, and a choice among distributions. */
const NOT_COMPARED = ['warrantOrder', 'usdt', 'exactUsdt', 'weeklyGrowth']

const CASES = Number(process.env['EXACTNESS_CASES'] ?? 50_000)
const CASES_PER_CALL = 1_000
const SEED = 20_260_101
const HARNESS = '0x000000000000000000000000000000000000ba11'
const GAS = '0x2000000000'
const contracts = new URL('../../../contracts/', import.meta.url)
const batchAbi = parseAbi(['function batch(bytes[] calls) view returns (bytes[] results)'])

/** What either side says: the results in the contract's order, each as an unsigned word, or `NONE`. */
type Answer = string
const NONE = 'no result'

type Functions = readonly AbiFunction[]

let chain: Awaited<ReturnType<typeof startAnvil>>
let rpc: ReturnType<typeof connect>

beforeAll(async () => {
  chain = await startAnvil({})
  rpc = connect(chain.rpcUrl)
})

afterAll(() => chain.stop())

it('every formula of the app is compared', () => {
  const stbt = [stbtBankingDays, stbtDays, stbtInterest, stbtRequests, stbtShares, stbtYield]
  const modules = [
    backstop,
    release,
    settlement,
    warrants,
    outcome,
    worst,
    tenor,
    collateral,
    musdt,
    unlock,
    silos,
    slippage,
    tether,
    ...stbt,
  ]
  const exported = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  )
  const compared = SUBJECTS.flatMap(({ formulas }) => formulas.map(({ name }) => name))
  expect(exported.filter((name) => !compared.includes(name)).sort()).toEqual(NOT_COMPARED.sort())
})

describe.each(SUBJECTS)('$file equals the bytecode of $bytecode', ({ bytecode, harness, formulas }) => {
  let functions: Functions
  const report: string[] = []

  beforeAll(async () => {
    functions = await install(harness)
  })

  afterAll(() => {
    process.stdout.write(`\nExactness against the bytecode of ${bytecode}\n${report.join('\n')}\n`)
  })

  it('function by function: none is missing', () => {
    const inContract = functions.map(({ name }) => name)
    expect(formulas.map(({ name }) => name).sort()).toEqual(inContract.sort())
  })

  it.each(formulas)('$name', { timeout: 60_000 + CASES }, async (formula) => {
    const { inputs, outputs } = functionOf(formula, functions)
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
      `${formula.name.padEnd(31)} ${counts.cases} cases, ${counts.cases - counts.results} of them reverts, ${counts.differences} differences`,
    )
    expect(examples).toEqual([])
    expect(counts.cases).toBeGreaterThanOrEqual(CASES)
    // Agreeing on reverts alone would prove little.
    expect(counts.results).toBeGreaterThan(CASES / 3)
  })
})

/** Puts the bytecode of a harness on the chain. Compiles only what changed, so that never an old one is compared. */
async function install(harness: string): Promise<Functions> {
  const build = [fileURLToPath(new URL('forge.mjs', contracts)), 'build', `src/devnet/${harness}.sol`]
  execFileSync(process.execPath, build, { stdio: ['ignore', 'ignore', 'inherit'] })
  const text = readFileSync(new URL(`out/${harness}.sol/${harness}.json`, contracts), 'utf8')
  const artifact = JSON.parse(text) as { abi: Abi; deployedBytecode: { object: Hex } }
  await rpc('anvil_setCode', [HARNESS, artifact.deployedBytecode.object])
  return artifact.abi.filter((item) => item.type === 'function').filter(({ name }) => name !== 'batch')
}

function functionOf({ name }: Formula, functions: Functions) {
  const found = functions.find((candidate) => candidate.name === name)
  if (found === undefined) throw new Error(`The harness has no function ${name}.`)
  return found
}

function answer({ evaluate }: Formula, args: readonly bigint[], outputs: readonly AbiParameter[]): Answer {
  try {
    const result = evaluate(...args)
    if (typeof result === 'bigint') return `${BigInt.asUintN(256, result)}`
    return outputs.map(({ name = '' }) => BigInt.asUintN(256, result[name] ?? -1n)).join()
  } catch (error) {
    if (error instanceof RangeError) return NONE
    throw error
  }
}

/** The contract's answers to many calls of one function, in one `eth_call`. */
async function ask(selector: Hex, cases: readonly (readonly bigint[])[]): Promise<readonly Answer[]> {
  const calls = cases.map((args): Hex => `${selector}${args.map(toWord).join('')}`)
  const data = encodeFunctionData({ abi: batchAbi, args: [calls] })
  const answered = await rpc('eth_call', [{ to: HARNESS, data, gas: GAS }, 'latest'])
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
