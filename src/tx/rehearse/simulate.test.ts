import { expect, it } from 'vitest'

import type { ChainClient } from '../../chain/chain-reader'
import { simulateRaw } from './simulate'

const account = '0x00000000000000000000000000000000000000aa'
const call = { status: '0x1', returnData: '0x', gasUsed: '0x5208', logs: [] }

async function simulate(answer: unknown) {
  const client = { request: () => Promise.resolve(answer) } as unknown as ChainClient
  return simulateRaw(client, [{ to: account, data: '0x' }], { account })
}

it.each([
  ['a text that a wallet might say', 'insufficient funds'],
  ['a revert where a status belongs', [{ calls: [{ ...call, status: 'execution reverted' }] }]],
  ['nothing', null],
])('believes no word of an answer of another form: %s', async (_, answer) => {
  const { isSupported, ...rest } = await simulate(answer)
  expect(isSupported).toBe(false)
  expect(rest).toHaveProperty('reason.title', 'Simulating on the node did not work')
  expect(rest).toHaveProperty('reason.detail', expect.stringContaining('cannot be read'))
})

it('takes the data of a revert from where a node has it', async () => {
  const reverted = { ...call, status: '0x0', error: { code: 3, data: '0x12345678' } }
  const said = await simulate([{ calls: [reverted] }])
  expect(said.isSupported && said.results[0]?.returnData).toBe('0x12345678')
})
