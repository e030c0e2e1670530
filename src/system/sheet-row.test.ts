import { encodeFunctionResult, parseAbi, type Abi } from 'viem'
import { expect, it } from 'vitest'

import type { Told } from '../chain/told'
import { answerText, callText, isFound, sheetJson } from './sheet-row'

const abi = parseAbi([
  'function sharesOf(address owner) view returns (uint256)',
  'function state() view returns (uint8 phase, bool isPaused)',
])
const owner = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const contract = '0x00000000000000000000000000000000000000AA'
const block = { number: 1_234n, hash: '0x77', timestamp: 9n } as const

function told(functionName: string, args: readonly unknown[], result: unknown): Told {
  const raw = encodeFunctionResult<Abi>({ abi, functionName, result })
  const source = {
    contract,
    label: 'Backstop pool',
    abi,
    functionName,
    args,
    blockNumber: 1_234n,
    raw,
    rule: 'B7',
  }
  return { reading: { isKnown: true, value: result, source }, block }
}
const shares = told('sharesOf', [owner], 5n)
const state = told('state', [], [1, false])
const refused: Told = {
  block,
  reading: { isKnown: false, reason: 'It reverted.', source: shares.reading.source },
}

it('says a call and its answer in one line', () => {
  expect([shares, state, refused].map(answerText)).toEqual(['5', 'phase: 1 … (2)', 'It reverted.'])
  expect(callText(shares)).toBe(`sharesOf(${owner})`)
})

it('is found by any of its words, whatever their case', () => {
  for (const text of ['', 'pool shares', 'SHARESOF', '0xf39fd6', 'b7', contract])
    expect(isFound(shares, text)).toBe(true)
  for (const text of ['state', 'pool vault', 'B8']) expect(isFound(shares, text)).toBe(false)
})

it('is found by a number on the page that it tells, whatever its unit and however it was cut', () => {
  const whole = told('sharesOf', [owner], 1_017_781_424_242n)
  for (const text of ['1,017,781.42', '1.0177', '1017', '101.77%', '1017 pool', '0.1017'])
    expect(isFound(whole, text)).toBe(true)
  for (const text of ['2', '1018', '1,017,781.43', '1017 vault', '.', '%'])
    expect(isFound(whole, text)).toBe(false)
  expect(isFound(told('state', [], [71, false]), '71')).toBe(true)
})

it('is a file with all that it takes to ask again', () => {
  const { calls, ...head } = JSON.parse(
    sheetJson({ name: 'Devnet', chainId: 7 }, 'rpc.example', [shares, refused]),
  ) as {
    calls: unknown[]
  }
  expect(head).toEqual({ network: 'Devnet', chainId: 7, askedFirst: 'rpc.example' })
  const same = {
    ...{ contract: 'Backstop pool', address: contract, rule: 'B7', arguments: [owner] },
    function: 'sharesOf(address)(uint256)',
    block: { number: '1234', hash: '0x77', timestamp: '9' },
    calldata: `0xf5eb42dc${owner.slice(2).toLowerCase().padStart(64, '0')}`,
    answer: `0x${'5'.padStart(64, '0')}`,
  }
  expect(calls).toEqual([
    { ...same, decoded: '5' },
    { ...same, unknown: 'It reverted.' },
  ])
})
