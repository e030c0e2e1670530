import { describe, expect, it } from 'vitest'

import { friend, pool, samplePlan, token } from '../testing/sample-plan'
import { tokenProblem } from './known-tokens'

const contracts = { shared: { usdt: token }, backstop: { btc: friend } }
const [act] = samplePlan.acts
const planWith = (symbol: string, address: `0x${string}`) => {
  const { spends } = act ?? {}
  if (!act || !spends) throw new Error('The sample spends.')
  const asset = { ...spends.token, symbol, address }
  const acts = [{ ...act, gives: [{ asset, amount: 1n }], spends: { ...spends, token: asset } }]
  return { ...samplePlan, acts }
}

describe('a token under our label is the configured one', () => {
  it.each([
    ['USDT', token],
    ['BTC', friend],
    ['DAI', pool],
  ])('takes %s at %s', (symbol, address) =>
    expect(tokenProblem(planWith(symbol, address), { contracts })).toBeUndefined(),
  )
  it.each([
    ['a forged symbol on BTC', 'USDT', friend],
    ['a made-up symbol on BTC', 'Tether', friend],
    ['a foreign token called USDT', 'usdt', pool],
    ['one that only looks so', 'U5DТ', pool],
    ['one that was found to be foreign', `${pool} (not the configured USDT)`, pool],
  ])('refuses %s', (_name, symbol, address) => {
    const problem = tokenProblem(planWith(symbol, address), { contracts })
    expect(problem?.title).toBe(`This is not the ${symbol} of this app`)
    expect(problem?.detail).toContain(address)
  })
})
