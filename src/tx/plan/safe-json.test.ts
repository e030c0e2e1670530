import { expect, it } from 'vitest'
import { samplePlan } from '../testing/sample-plan'
import { batchChecksum, safeTransactionJson } from './safe-json'
import { remainingSteps } from './steps'

const steps = remainingSteps(samplePlan, new Map(), { width: 'exact', doneActs: new Set() })
type File = { meta: { checksum?: string }; transactions: object[] }

/** The file of the builder's own test, lib/checksum.test.js. */
const someone = '0x49d4450977E2c95362C13D3a31a09311E0Ea26A6'
const theirs = {
  version: '1.0',
  chainId: '4',
  createdAt: 1646321521061,
  meta: {
    name: 'test batch file',
    txBuilderVersion: '1.4.0',
    checksum: '',
    createdFromSafeAddress: '0xDF8a1Ce35c9a6ACE153B4e0767942f1E2291a1Aa',
    createdFromOwnerAddress: someone,
  },
  transactions: [
    {
      to: someone,
      value: '0',
      contractMethod: {
        inputs: [{ internalType: 'address', name: 'paramAddress', type: 'address' }],
        name: 'testAddress',
        payable: false,
      },
      contractInputsValues: { paramAddress: someone },
    },
    {
      to: someone,
      value: '0',
      contractMethod: {
        inputs: [{ internalType: 'bool', name: 'paramBool', type: 'bool' }],
        name: 'testBool',
        payable: false,
      },
      contractInputsValues: { paramAddress: '', paramBool: 'false' },
    },
    {
      to: someone,
      value: '2000000000000000000',
      data: `0x42f45790${someone.slice(2).toLowerCase().padStart(64, '0')}`,
    },
  ],
}

it('has the checksum that the builder gives its own file', () => {
  expect(batchChecksum(theirs)).toBe('0x832ecdb6653751ed00b79dede73864163e46e71815b72e11e506d6399bedffc9')
})

it('carries the checksum of what it says without it', () => {
  const file = JSON.parse(safeTransactionJson(samplePlan, steps, 0)) as File
  const { checksum, ...meta } = file.meta
  expect(batchChecksum({ ...file, meta })).toBe(checksum)
  expect(batchChecksum({ ...file, meta, transactions: file.transactions.slice(1) })).not.toBe(checksum)
})

it('names the calls and what goes into them', () => {
  expect(JSON.parse(safeTransactionJson(samplePlan, steps, 7))).toMatchObject({
    version: '1.0',
    chainId: '31337',
    createdAt: 7,
    meta: { createdFromSafeAddress: samplePlan.account, name: samplePlan.title },
    transactions: steps.map(({ to, call }) => ({
      to,
      value: '0',
      data: null,
      contractMethod: { name: call.functionName, payable: false },
    })),
  })
})
