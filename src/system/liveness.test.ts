import { describe, expect, it } from 'vitest'

import { findLiveness, type Witness } from './liveness'

const stbt = {
  address: '0x0000000000000000000000000000000000000d01',
  name: 'STBT',
  setting: 'policies.stbt.rules',
} as const
const node = (host: string, call: Witness['call']): Witness => ({ host, call })
const refusing = (host: string) =>
  node(host, () => Promise.reject(Object.assign(new Error('execution reverted'), { code: 3 })))
const telling = (host: string) => node(host, () => Promise.resolve(`0x${'00'.repeat(64)}`))
const silent = (host: string) => node(host, () => Promise.reject(new Error('HTTP 503')))
const empty = (host: string) => node(host, () => Promise.resolve('0x'))

describe('a contract of the live kind, trust.md D38', () => {
  it('is what two nodes refuse to tell rules of', async () => {
    expect(await findLiveness(stbt, [refusing('a'), refusing('b')])).toEqual({ isLive: true })
    expect(await findLiveness(stbt, [refusing('a'), silent('b'), refusing('c')])).toEqual({ isLive: true })
  })

  it('is not believed of one node, of none, and of an answer without a word', async () => {
    for (const witnesses of [[refusing('a')], [refusing('a'), silent('b')], [refusing('a'), empty('b')]])
      expect(await findLiveness(stbt, witnesses)).toMatchObject({
        isLive: false,
        reason: expect.stringContaining('Only a says') as string,
      })
    expect(await findLiveness(stbt, [silent('a'), silent('b')])).toMatchObject({ isLive: false })
  })

  it('is not what one node tells the rules of', async () => {
    expect(await findLiveness(stbt, [refusing('a'), refusing('b'), telling('c')])).toEqual({
      isLive: false,
      reason: 'Nodes disagree about the rules of STBT: c knows them, a, b does not.',
    })
    expect(await findLiveness(stbt, [telling('a'), telling('b')])).toMatchObject({ isLive: false })
  })
})
