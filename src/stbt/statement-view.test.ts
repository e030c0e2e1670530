import { zeroAddress, type Address, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Change } from './changes'
import { balanceAt, daysOf, statementOf } from './statement'
import { filtered, statementCsv, statementJson, totalOf, whatText, yearsOf } from './statement-view'

const me: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const wstbt: Address = '0x0000000000000000000000000000000000000d04'
const places = { wstbt, pool: '0x0000000000000000000000000000000000000D05' as Address }
const hash: Hex = `0x${'ab'.repeat(32)}`
/** 31 December 2026, noon in New York. */
const noon = 1_798_736_400n
const DAY = 86_400n

type Told = Pick<Change, 'what' | 'supply' | 'totalShares'> & { readonly after: bigint }
function history(told: readonly Told[]): readonly Change[] {
  let supplyBefore = 0n
  return told.map(({ what, supply, totalShares, after }, index) => {
    const change: Change = {
      blockNumber: BigInt(index + 1),
      logIndex: index,
      transactionHash: hash,
      time: noon + after * DAY,
      supplyBefore,
      supply,
      totalShares,
      what,
      isExact: true,
    }
    supplyBefore = supply
    return change
  })
}
const move = (from: Address, to: Address, shares: bigint): Change['what'] => ({
  move: { from, to, shares, told: undefined, isByController: false },
})
const report = (distributed: bigint): Change['what'] => ({
  report: { distributed, from: 0n, to: 1n, carry: undefined },
})

const changes = history([
  { what: move(zeroAddress, friend, 100n), supply: 100n, totalShares: 100n, after: 0n },
  { what: move(zeroAddress, me, 50n), supply: 150n, totalShares: 150n, after: 0n },
  { what: report(15n), supply: 165n, totalShares: 150n, after: 0n },
  { what: move(me, wstbt, 10n), supply: 165n, totalShares: 150n, after: 1n },
  { what: report(-3n), supply: 162n, totalShares: 150n, after: 1n },
  { what: move(friend, zeroAddress, 7n), supply: 154n, totalShares: 143n, after: 2n },
])
const { entries, unexplained } = await statementOf(changes, me, 40n)
const days = await daysOf(entries)

describe('the statement of a holder, rules.md T19', () => {
  it('opens with nothing and leaves nothing unexplained', () => {
    expect(unexplained).toBe(0n)
    expect(entries[0]?.movement).toEqual({ opening: 0n, flow: 50n, interest: 0n, rounding: 0n, closing: 50n })
  })

  it('closes day by day, in New York', () => {
    expect(days.map(({ movement }) => movement)).toEqual([
      { opening: 0n, flow: 50n, interest: 5n, rounding: 0n, closing: 55n },
      { opening: 55n, flow: -11n, interest: -1n, rounding: 0n, closing: 43n },
    ])
    expect(yearsOf(days)).toEqual(['2027', '2026'])
    expect(totalOf(days)?.closing).toBe(43n)
    expect(totalOf([])).toBeUndefined()
  })

  it('tells the balance of any date', () => {
    const first = days[0]?.day ?? 0n
    expect([first - 1n, first, first + 1n, first + 99n].map((day) => balanceAt(days, day))).toEqual([
      0n,
      55n,
      43n,
      43n,
    ])
  })

  it('opens with what is left over where the history is cut', async () => {
    const cut = await statementOf(changes.slice(3), me, 40n)
    expect(cut.unexplained).toBe(50n)
    expect(cut.entries[0]?.movement.opening).toBe(55n)
  })

  it('says what happened', () => {
    expect(entries.map((entry) => whatText(entry, me, places))).toEqual([
      'Issued',
      'Interest',
      'Wrapped',
      'Interest',
    ])
    expect(filtered(entries, 'flows')).toHaveLength(2)
    expect(filtered(entries, 'income')).toHaveLength(2)
    expect(filtered(entries, 'all')).toBe(entries)
  })
})

describe('its files', () => {
  const owner = { account: me, chainId: 31337, stbt: wstbt }

  it('have in, out, earned and lost apart in CSV', async () => {
    const lines = (await (await statementCsv(days, owner, places)).text()).split('\r\n')
    expect(lines).toHaveLength(6)
    expect(lines[4]).toContain(
      '"2027-01-01","Interest","0.000000000000000044","0","0","0","0.000000000000000001"',
    )
    expect(lines.join('')).not.toContain("'")
  })

  it('close in JSON', async () => {
    const told = JSON.parse(await (await statementJson(days, owner, places)).text()) as {
      decimals: number
      entries: Record<'opening' | 'flow' | 'interest' | 'rounding' | 'closing', string>[]
    }
    const { entries: lines } = told
    expect(told).toMatchObject({ token: 'STBT', decimals: 18, account: me })
    expect(lines).toHaveLength(4)
    for (const { opening, flow, interest, rounding, closing } of lines)
      expect(BigInt(opening) + BigInt(flow) + BigInt(interest) + BigInt(rounding)).toBe(BigInt(closing))
  })
})
