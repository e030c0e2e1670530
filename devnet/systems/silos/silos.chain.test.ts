import { parseEventLogs } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { devCoinAbi } from '../../../abis/DevCoin'
import { siloReserveAbi } from '../../../abis/SiloReserve'
import { siloSettingsAbi } from '../../../abis/SiloSettings'
import { trusteesAbi } from '../../../abis/Trustees'
import { contractsOf } from '../../../src/chain/contracts'
import { silosNeeds } from '../../../src/silos/contracts'
import { demo } from '../../accounts'
import { reset } from '../../actions'
import { readContract, sendContract } from '../../contract'
import { startDevnet, type Devnet } from '../../devnet'
import { connect } from '../../rpc'
import { moveClock, nextEdge } from '../../time'
import { board, type SilosContracts } from './deploy'
import { silosPanel } from './panel'
import { cycles } from './plan'

const FRESH = 0
const FEED_STALE = 2
const DEVIATES = 5
const VOTING = 0
const PENDING = 5

let devnet: Devnet<'silos'>
let rpc: ReturnType<typeof connect>
let contracts: SilosContracts
/** What config.json names of them, which is all that a page knows. */
const known = () => contractsOf({ contracts: { silos: contracts } }, silosNeeds)

beforeAll(async () => {
  devnet = await startDevnet({ endTime: 1_780_315_200, systems: ['silos'] })
  rpc = connect(devnet.rpcUrl)
  contracts = devnet.addresses.silos
})
afterAll(() => devnet.stop())

const reserve = () => ({ address: contracts.reserve, abi: siloReserveAbi }) as const
const trustees = () => ({ address: contracts.trustees, abi: trusteesAbi }) as const
const state = () => readContract(rpc, { ...reserve(), functionName: 'state' })
const conditions = () =>
  readContract(rpc, { address: contracts.settings, abi: siloSettingsAbi, functionName: 'conditions' })
const stage = (id: bigint) => readContract(rpc, { ...trustees(), functionName: 'stageOf', args: [id] })

async function told() {
  const logs = await rpc('eth_getLogs', [{ address: contracts.reserve, fromBlock: '0x0' }])
  // The node's logs have every field that is read here.
  return parseEventLogs({ abi: siloReserveAbi, logs: logs as never })
}

describe('two years of the reserve', () => {
  it('went from 100% to 400%, through a crash and a boom', async () => {
    const events = (await told()).map(({ eventName }) => eventName)
    const count = (name: string) => events.filter((one) => one === name).length
    expect(count('CycleClosed')).toBe(cycles.length)
    expect(count('Latched')).toBe(1)
    expect(count('Covered')).toBe(1)
    expect(count('Distributed')).toBe(5)
    expect(count('RedeemedUsd')).toBeGreaterThan(0)
    expect(count('RedeemedXtz')).toBeGreaterThan(0)
  })

  it('saw Silo 3 exhausted', async () => {
    const events = await told()
    const emptied = events.some(
      (event) =>
        event.eventName === 'BooksChanged' &&
        event.args.books.f3 === 0n &&
        event.args.price < 3n * 10n ** 17n,
    )
    expect(emptied).toBe(true)
  })

  it('distributed each way', async () => {
    const parts = (await told()).flatMap((event) => (event.eventName === 'Distributed' ? [event.args] : []))
    expect(parts.some(({ mintedEqual }) => mintedEqual > 0n)).toBe(true)
    expect(parts.some(({ mintedFull }) => mintedFull > 0n)).toBe(true)
    expect(parts.some(({ dividend }) => dividend.usd > 0n)).toBe(true)
    expect(parts.some(({ ecosystem }) => ecosystem.xtz > 0n)).toBe(true)
  })

  it('is latched, with an inventory, a chamber, and a fresh price', async () => {
    const [books, , supply, inventory, isLatched] = await state()
    expect(isLatched).toBe(true)
    expect(inventory).toBeGreaterThan(0n)
    expect(books.chamberUsd + books.chamberXtz).toBeGreaterThan(0n)
    expect(books.f1).toBeGreaterThanOrEqual(supply)
    expect((await conditions()).state).toBe(FRESH)
  })

  it('lets the demo account mint at once', async () => {
    const coin = { address: contracts.usdc, abi: devCoinAbi }
    const amount = 25_000_000_000n
    expect(await readContract(rpc, { ...coin, functionName: 'balanceOf', args: [demo] })).toBe(amount)
    await sendContract(rpc, demo, { ...coin, functionName: 'approve', args: [contracts.reserve, amount] })
    await sendContract(rpc, demo, { ...reserve(), functionName: 'mint', args: [amount, demo, amount] })
    expect(await readContract(rpc, { ...coin, functionName: 'balanceOf', args: [demo] })).toBe(0n)
    await reset(rpc)
  })

  it('has a dividend of the demo account, two votes that run, and a change that waits', async () => {
    const owed = await readContract(rpc, { ...reserve(), functionName: 'owed', args: [contracts.usdc, demo] })
    expect(owed).toBeGreaterThan(0n)
    const count = await readContract(rpc, { ...trustees(), functionName: 'proposalCount' })
    const stages = await Promise.all(
      Array.from({ length: Number(count) }, (_, index) => stage(BigInt(index + 1))),
    )
    expect(stages.filter((one) => one === VOTING)).toHaveLength(2)
    expect(stages.filter((one) => one === PENDING)).toHaveLength(1)
    for (const [who] of board) {
      const role = await readContract(rpc, { ...trustees(), functionName: 'weightOf', args: [1n, who] })
      expect(role).toBeGreaterThan(0n)
    }
  })
})

describe('the panel', () => {
  const press = async (label: string) => {
    const moveTo = (seconds: number) => moveClock(rpc, { silos: known() }, seconds)
    const actions = silosPanel({ rpc, moveClock: moveTo }, known()).flatMap(({ actions: some }) => some)
    return actions.find((action) => action.label === label)?.run()
  }

  it('moves the market, and lets it go wrong', async () => {
    const { low } = await conditions()
    expect(await press('XTZ −20%')).toBe('XTZ costs $0.9760.')
    const after = await conditions()
    expect(after.state).toBe(FRESH)
    expect(after.low).toBeLessThan((low * 81n) / 100n)
    await press('Exchange +5%')
    expect((await conditions()).state).toBe(DEVIATES)
    await press('Stale feed')
    expect((await conditions()).state).toBe(FEED_STALE)
    await press('USDC $0.95')
    expect((await conditions()).isUsdcSound).toBe(false)
    await reset(rpc)
  })

  it('earns, and closes the running cycle', async () => {
    await press('Earnings +1%')
    expect(await press('Close cycle')).toBe(`Cycle ${cycles.length + 1} is closed.`)
    await reset(rpc)
  })

  it('knows what comes next', async () => {
    const edge = await nextEdge(rpc, devnet.addresses)
    expect(edge?.what).toMatch(/^Change \d+ of the silos can be applied$/)
  })
})
