import { getAddress } from 'viem'
import type { Address } from 'viem'
import { describe, expect, it } from 'vitest'

import type { EventSource } from '../system/activity'
import { historyCsv, utc } from './history-csv'
import type { BlockTimes } from '../chain/block-times'
import { merged, ownEvents } from './own-events'
import type { OwnEvent, OwnLog } from './own-events'

const account: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const friend: Address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const well: Address = '0x00000000000000000000000000000000000000aa'
const mill: Address = '0x00000000000000000000000000000000000000bb'
const hash = `0x${'ab'.repeat(32)}` as const

const log = (change: Partial<OwnLog>): OwnLog => ({
  address: well,
  eventName: 'Transfer',
  args: {},
  blockNumber: 7n,
  blockTimestamp: 1_800_003_600n,
  transactionHash: hash,
  logIndex: 3,
  ...change,
})
const source = (address: Address, what: string, name = what): EventSource => ({
  address,
  place: { name, href: '/' },
  describe: ({ eventName }) =>
    eventName === 'Transfer'
      ? {
          what,
          to: friend,
          amounts: [
            { field: 'water', direction: 'in', value: 1_500_001n, decimals: 6, unit: 'L' },
            { field: 'grain', direction: 'out', value: 250n, decimals: 8, unit: 'kg' },
          ],
        }
      : undefined,
})

describe('own events', () => {
  it('are told by the contract that emitted them, whatever they are called', async () => {
    const sources = [source(well, 'Drawn'), source(mill, 'Ground')]
    const events = await ownEvents(
      [log({}), log({ address: mill }), log({ address: friend })],
      account,
      sources,
    )
    expect(events.map(({ what, recipient }) => [what, recipient])).toEqual([
      ['Ground', friend],
      ['Drawn', friend],
    ])
  })
  it('leave out what another event tells already', async () => {
    expect(await ownEvents([log({ eventName: 'Approval' })], account, [source(well, 'Drawn')])).toEqual([])
  })
  it('of several systems stand newest first, by block and log index', async () => {
    const at = (blockNumber: bigint, logIndex: number) => log({ blockNumber, logIndex })
    const some = await ownEvents([at(7n, 3), at(7n, 4), at(9n, 1)], account, [source(well, 'Drawn')])
    const others = await ownEvents([at(6n, 9), at(7n, 2), at(9n, 2)], account, [source(well, 'Drawn')])
    const placesOf = (events: readonly OwnEvent[]) =>
      events.map(({ blockNumber, logIndex }) => `${blockNumber}:${logIndex}`)
    const all = ['9:2', '9:1', '7:4', '7:3', '7:2', '6:9']
    expect(placesOf(await merged(some, others))).toEqual(all)
    expect(placesOf(await merged(others, some))).toEqual(all)
    expect(await merged([], some)).toEqual(some)
    expect(await merged(some, [])).toEqual(some)
  })
})

describe('the csv of the history', () => {
  const csv = async (events: readonly OwnEvent[], times?: BlockTimes) =>
    (await historyCsv(events, { chainId: 1, account, ...(times && { times }) })).text()

  it('has a line per amount: raw integer, decimal, UTC time and hash', async () => {
    const events = await ownEvents([log({})], account, [source(well, 'Drawn')])
    const lines = (await csv(events)).trimEnd().split('\r\n').slice(1)
    const common = (field: string, amount: string) =>
      `"2027-01-15T09:00:00Z","Drawn","Transfer","Drawn","${field}",${amount},"${friend}","","${account}","${getAddress(well)}","1","7","${hash}","3"`
    expect(lines).toEqual([
      common('water', '"in","1500001","6","1.500001","L"'),
      common('grain', '"out","250","8","0.0000025","kg"'),
    ])
  })
  it('has a line for an event that moved nothing, and says who did it and where', async () => {
    const place = { name: 'Well 3', href: '/3' }
    const describe = () => ({ what: 'Deepened', by: friend, place, amounts: [] })
    const own = { ...source(well, ''), describe }
    const [event, ...others] = await ownEvents([log({})], account, [own])
    if (!event) throw new Error('Nothing is told.')
    expect(others).toEqual([])
    expect((await csv([event])).split('\r\n')[1]).toBe(
      `"2027-01-15T09:00:00Z","Well 3","Transfer","Deepened","","","","","","","${account}","${friend}","${account}","${getAddress(well)}","1","7","${hash}","3"`,
    )
  })
  it('has the time of the block where the event has none of its own', async () => {
    const events = await ownEvents([log({ blockTimestamp: undefined })], account, [source(well, 'Drawn')])
    const times = new Map([[7n, 1_800_003_600n]])
    expect(await csv(events, times)).toContain('\r\n"2027-01-15T09:00:00Z","Drawn"')
    expect(await csv(events, new Map([[8n, 1_800_003_600n]]))).toContain('\r\n"","Drawn"')
  })
  it('has no date where a time is none, instead of failing', async () => {
    expect([utc(1_800_003_600n), utc(0n)]).toEqual(['2027-01-15T09:00:00Z', '1970-01-01T00:00:00Z'])
    for (const time of [-1n, 253_402_300_800n, 2n ** 63n, 2n ** 256n - 1n]) {
      expect(utc(time)).toBeUndefined()
      const events = await ownEvents([log({ blockTimestamp: time })], account, [source(well, 'Drawn')])
      expect(await csv(events)).toContain('\r\n"","Drawn"')
    }
  })
  it('keeps a hostile name text, and an unknown time empty', async () => {
    const sources = [source(well, 'Drawn', '=HYPERLINK("http://x")')]
    const events = await ownEvents([log({ blockTimestamp: undefined })], account, sources)
    const [, line] = (await csv(events)).split('\r\n')
    expect(line).toMatch(/^"","'=HYPERLINK\(""http:\/\/x""\)"/)
  })
})
