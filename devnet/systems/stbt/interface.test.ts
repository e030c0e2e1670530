import type { Abi, AbiEvent, AbiFunction, AbiParameter } from 'viem'
import { describe, expect, it } from 'vitest'
import { stbtAbi } from '../../../abis/STBT'
import { stbtMinterAbi } from '../../../abis/StbtMinter'
import { stbtMinterStandInAbi } from '../../../abis/StbtMinterStandIn'
import { stbtStandInAbi } from '../../../abis/StbtStandIn'
import { stbtTimelockControllerAbi } from '../../../abis/StbtTimelockController'
import { wstbtAbi } from '../../../abis/WSTBT'
import { wstbtStandInAbi } from '../../../abis/WstbtStandIn'
import { liveInterface } from './live-interface'

/** Type of a parameter, structs written out. */
function typeOf(parameter: AbiParameter): string {
  if (!('components' in parameter)) return parameter.type
  return `(${parameter.components.map(typeOf).join(',')})${parameter.type.slice('tuple'.length)}`
}

function told(item: AbiFunction | AbiEvent): string {
  if (item.type === 'event') {
    const inputs = item.inputs.map((input) => `${typeOf(input)}${input.indexed ? ' indexed' : ''}`)
    return `event ${item.name}(${inputs.join(',')})`
  }
  const isRead = item.stateMutability === 'view' || item.stateMutability === 'pure'
  const outputs = item.outputs.map(typeOf).join(',')
  const call = `${item.name}(${item.inputs.map(typeOf).join(',')})${isRead ? '' : '!'} ->`
  return outputs === '' ? call : `${call} ${outputs}`
}

const tellsOf = (abi: Abi) =>
  new Set(abi.flatMap((item) => (item.type === 'function' || item.type === 'event' ? [told(item)] : [])))

const ours = {
  stbt: stbtAbi,
  minter: stbtMinterAbi,
  timelock: stbtTimelockControllerAbi,
  wstbt: wstbtAbi,
} as const satisfies Record<keyof typeof liveInterface, Abi>

describe.each(Object.entries(liveInterface))('the live interface of %s', (name, live) => {
  it('is all there in ours', () => {
    const tells = tellsOf(ours[name as keyof typeof ours])
    expect(live.filter((one) => !tells.has(one))).toEqual([])
  })
})

describe('a stand-in', () => {
  const standIns = [
    ['stbt', stbtStandInAbi],
    ['minter', stbtMinterStandInAbi],
    ['wstbt', wstbtStandInAbi],
  ] as const

  it.each(standIns)('of %s answers to the live interface and to nothing else', (name, abi) => {
    expect([...tellsOf(abi)].sort()).toEqual([...liveInterface[name]].sort())
  })
})

it('tells ours apart by a function that no live contract has', () => {
  expect(tellsOf(stbtAbi).has('rules() -> (bool,address,uint256,int256,uint256,uint256)')).toBe(true)
  expect([...tellsOf(stbtStandInAbi)].some((one) => one.startsWith('rules('))).toBe(false)
})
