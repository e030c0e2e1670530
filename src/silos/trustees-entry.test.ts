import { expect, it } from 'vitest'

import { readTrustees, trusteesText } from './trustees-entry'

const me = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const reserve = '0x0000000000000000000000000000000000e01000'
const problemOf = (text: string) => {
  const read = readTrustees(text, me, [{ address: reserve, label: 'silos.reserve' }])
  return read.isOk ? undefined : read.problem
}

it('reads what it wrote', () => {
  const [accounts, weights] = [[me, other] as const, [30n, 70n]]
  expect(readTrustees(trusteesText(accounts, weights), me)).toEqual({ isOk: true, accounts, weights })
  expect(readTrustees(`\n  ${other.toLowerCase()}\t٧ \n\n`, me)).toEqual({
    ...{ isOk: true, accounts: [other], weights: [7n] },
  })
})

it.each([
  ['', 'Enter at least one trustee.'],
  [other, 'Line 1: write an address, a space, and a whole number.'],
  [`${other} 1 2`, 'Line 1: write an address, a space, and a whole number.'],
  [`${other} 0`, 'Line 1: a trustee weighs at least 1. To take one out, delete the line.'],
  [`${other} 1.5`, 'Line 1: This amount is counted in whole units: no decimals.'],
  [`${other} ${2n ** 96n}`, `Line 1: a weight is 79,228,162,514,264,337,593,543,950,335 at most.`],
  [`${me} 1\n${other} 2\n${me.toLowerCase()} 3`, 'Line 3: this trustee is there already.'],
  [
    '0x0000000000000000000000000000000000000001 1',
    'Line 1: Nobody has the key to this address: it would be lost.',
  ],
  [`${reserve} 1`, 'Line 1: This is a contract of this app, silos.reserve: it would be lost there.'],
  [
    Array.from({ length: 33 }, () => `${me} 1`).join('\n'),
    'There can be 32 trustees at most, and these are 33.',
  ],
])('refuses what the contract would: %s', (text, problem) => {
  expect(problemOf(text)).toBe(problem)
})
