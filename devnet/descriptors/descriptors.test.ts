import { toFunctionSelector, type AbiFunction, type AbiParameter } from 'viem'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { formatOf, signatureOf } from './describe'
import { descriptors } from './descriptors'
import { plannedCalls } from './planned'
import { descriptorSchema } from './schema'

const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const live = {
  chainId: 1,
  contracts: { collateral: { backing: address }, musdt: { vault: address } },
} as const
const ours = { ...live, chainId: 5, policies: { musdt: { rules: 'ours' } } }
const planned = await plannedCalls()
const made = Object.entries(await descriptors({ networks: [live, ours] })).map(
  ([file, content]) => [file, v.parse(descriptorSchema, content)] as const,
)
const formats = made.flatMap(([, { display }]) => Object.entries(display.formats))

/** Where the values of an argument are, as ERC-7730 writes it. */
function paths(input: AbiParameter, path: string): readonly string[] {
  if (input.type.endsWith('[]')) return paths({ ...input, type: input.type.slice(0, -2) }, `${path}.[]`)
  if ('components' in input) return input.components.flatMap((part) => paths(part, `${path}.${part.name}`))
  return [path]
}

it('describes every function that a plan can call, and every value that goes into it', () => {
  expect(planned.length).toBeGreaterThan(60)
  for (const { call } of planned) {
    const fields = formats.find(([signature]) => signature === signatureOf(call))?.[1].fields
    expect(
      fields?.map(({ path }) => path),
      signatureOf(call),
    ).toEqual(call.inputs.flatMap((input) => paths(input, input.name ?? '')))
  }
})

it('names each function so that wallets find it by its selector', () => {
  const selectors = new Set(planned.map(({ call }) => toFunctionSelector(call)))
  for (const [signature] of formats)
    expect(selectors, signature).toContain(
      toFunctionSelector(`function ${signature.replaceAll('tuple(', '(')}`),
    )
})

it('holds for the contracts that config.json names, and for another’s only where they are said to be ours', () => {
  const deploymentsOf = (file: string) =>
    made.find(([name]) => name === file)?.[1].context.contract.deployments
  expect(deploymentsOf('calldata-TaoBacking.json')).toEqual([
    { chainId: 1, address },
    { chainId: 5, address },
  ])
  expect(deploymentsOf('calldata-MUSDTVault.json')).toEqual([{ chainId: 5, address }])
  expect(deploymentsOf('calldata-BackstopPool.json')).toEqual([])
})

it('says what the source says, in its decimals', () => {
  const input = (name: string, type: string) => ({ name, type })
  const call: AbiFunction = {
    type: 'function',
    name: 'stakeUntil',
    stateMutability: 'nonpayable',
    inputs: [
      input('amount', 'uint256'),
      input('minShares', 'uint256'),
      input('deadline', 'uint256'),
      input('to', 'address'),
    ],
    outputs: [],
  }
  const params = {
    amount: 'Least USDT (6 decimals) to send; approved before.',
    deadline: 'Last unix second.',
  }
  expect(formatOf(call, { notice: 'Stakes USDT; shares are what arrives. rules.md B2', params })).toEqual({
    intent: 'Stakes USDT',
    fields: [
      { path: 'amount', label: 'Least USDT to send', format: 'unit', params: { base: 'USDT', decimals: 6 } },
      { path: 'minShares', label: 'Min shares', format: 'raw' },
      { path: 'deadline', label: 'Last unix second', format: 'date', params: { encoding: 'timestamp' } },
      { path: 'to', label: 'To', format: 'addressName' },
    ],
  })
  expect(formatOf(call, {}).intent).toBe('Stake until')
})
