import type { Address } from 'viem'
import { readContract } from 'viem/actions'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { account, blacklisted, demo } from '../../../devnet/accounts'
import { receiptOf } from '../../../devnet/rpc'
import { readAllowances } from './allowances'
import type { Plan } from '../plan/plan'
import { rehearse } from './rehearse'
import { simulateCalls } from './simulate'
import { remainingSteps } from '../plan/steps'
import { startTestChain } from '../testing/chain'
import type { TestChain } from '../testing/chain'

const thousand = 1_000_000_000n
const ada: Address = account(1)
let chain: TestChain
let snapshot: unknown

beforeAll(async () => {
  chain = await startTestChain()
})
afterAll(() => chain.stop())
beforeEach(async () => {
  snapshot = await chain.rpc('evm_snapshot')
})
afterEach(() => chain.rpc('evm_revert', [snapshot]))

async function stepsOf(plan: Plan) {
  const at = await chain.head()
  const facts = await readAllowances(chain.client, plan, 'exact', at)
  const steps = remainingSteps(plan, facts, { width: 'exact', doneActs: new Set() })
  return { steps, rehearsal: await rehearse(chain.client, plan, steps, at) }
}
const kinds = (steps: readonly { kind: string }[]) => steps.map(({ kind }) => kind)

describe('steps decided by the chain', () => {
  it('approves and acts with no allowance', async () => {
    const { steps, rehearsal } = await stepsOf(chain.stakePlan(demo, thousand))
    expect(kinds(steps)).toEqual(['approve', 'act'])
    expect(steps.map(({ title }) => title)).toEqual(['Approve 1,000 USDT', 'Stake 1,000 USDT in Series K'])
    expect(rehearsal.problems).toEqual([])
  })
  it('resets first when a smaller allowance stands, because the token refuses a change', async () => {
    await chain.sendUsdt(demo, 'approve', [chain.pool, 5n])
    const { steps, rehearsal } = await stepsOf(chain.stakePlan(demo, thousand))
    expect(kinds(steps)).toEqual(['reset', 'approve', 'act'])
    expect(rehearsal.problems).toEqual([])
    expect(rehearsal.allowances).toMatchObject([{ before: 5n, after: 0n }])
  })
  it('needs no approval when the allowance is enough', async () => {
    await chain.sendUsdt(demo, 'approve', [chain.pool, thousand])
    const { steps } = await stepsOf(chain.stakePlan(demo, thousand))
    expect(kinds(steps)).toEqual(['act'])
  })
})

describe('rehearsal', () => {
  it('says what leaves, to the unit, and the outcome is the same', async () => {
    const plan = chain.stakePlan(demo, 1_234_567_891n)
    const { steps, rehearsal } = await stepsOf(plan)
    const before = await chain.usdtOf(demo)
    for (const { to, data } of steps)
      await receiptOf(chain.rpc, await chain.rpc('eth_sendTransaction', [{ from: demo, to, data }]))
    expect(rehearsal.changes.map(({ rehearsed }) => rehearsed)).toEqual([(await chain.usdtOf(demo)) - before])
    expect(rehearsal.feeWei).toBeGreaterThan(0n)
  })
  it('keeps the wallet closed when more is promised than arrives', async () => {
    const plan = chain.withdrawPlan(demo, thousand)
    const [act] = plan.acts
    const [get] = act?.gets ?? []
    if (!act || !get) throw new Error('The plan has no act.')
    const tooMuch = { ...plan, acts: [{ ...act, gets: [{ ...get, amount: get.amount + 1n }] }] }
    const { rehearsal } = await stepsOf(tooMuch)
    expect(rehearsal.problems[0]?.detail).toContain('+1,000.000001 is expected')
  })
  it('sees the transfer fee that our preview did not know', async () => {
    const owner = account(19)
    await chain.sendUsdt(owner, 'setParams', [10n, 10n])
    const { rehearsal } = await stepsOf(chain.withdrawPlan(demo, thousand))
    expect(rehearsal.problems[0]?.title).toBe('The simulation doesn’t match the preview')
    expect(rehearsal.problems[0]?.detail).toContain('+999')
  })
  it('pays to another address when asked', async () => {
    const { rehearsal } = await stepsOf(chain.withdrawPlan(demo, thousand, ada))
    expect(rehearsal.problems).toEqual([])
    expect(rehearsal.changes).toMatchObject([{ holder: ada, rehearsed: thousand }])
  })
  it('puts a custom error into its sentence', async () => {
    const { rehearsal } = await stepsOf(chain.withdrawPlan(demo, 10n ** 15n))
    expect(rehearsal.problems[0]?.detail).toMatch(
      /^1,000,000,000 USDT was asked for, and .* can be withdrawn/,
    )
  })
  it('explains a token that gives no reason: too little, paused, blacklisted', async () => {
    const poor = await stepsOf(chain.stakePlan(demo, 10n ** 16n))
    expect(poor.rehearsal.problems[0]?.title).toBe('Not enough USDT')
    const blocked = await stepsOf(chain.stakePlan(blacklisted, 1_000_000n))
    expect(blocked.rehearsal.problems[0]?.title).toBe('USDT has blocked this account')
    await chain.sendUsdt(account(19), 'pause', [])
    const paused = await stepsOf(chain.stakePlan(demo, thousand))
    expect(paused.rehearsal.problems[0]?.title).toBe('USDT is paused')
  })
  it('says when there is no ether for the fee', async () => {
    await chain.rpc('anvil_setBalance', [demo, '0x1'])
    const { rehearsal } = await stepsOf(chain.stakePlan(demo, thousand))
    expect(rehearsal.problems[0]?.title).toBe('Not enough ETH for the network fee')
  })
  it('falls back to the first step where the node cannot simulate, and says what is not known', async () => {
    const old = {
      ...chain.client,
      request: (async (request: { method: string }) => {
        if (request.method === 'eth_simulateV1')
          throw Object.assign(new Error('unknown method'), { code: -32601 })
        return chain.client.request(request as never)
      }) as typeof chain.client.request,
    }
    const plan = chain.stakePlan(demo, thousand)
    const { steps } = await stepsOf(plan)
    const at = await chain.head()
    const good = await rehearse(old, plan, steps, at)
    expect(good.problems).toEqual([])
    expect(good.couldNotKnow.length).toBeGreaterThan(1)
    const tooMuch = chain.withdrawPlan(demo, 10n ** 15n)
    const bad = await rehearse(old, tooMuch, (await stepsOf(tooMuch)).steps, at)
    expect(bad.problems[0]?.detail).toContain('can be withdrawn')
  })
})

describe('future rehearsal', () => {
  it('asks the contract what it answers at a later time', async () => {
    const isStakingOver = async (atSeconds?: bigint) => {
      const [call] = chain.stakePlan(demo, thousand).acts.map((act) => act.call)
      if (!call) throw new Error('no act')
      const said = await simulateCalls(chain.client, {
        account: demo,
        system: 'backstop',
        calls: [call],
        atSeconds,
      })
      return said.isSupported && !said.results[0]?.isOk ? said.results[0]?.error.detail : 'open'
    }
    expect(await isStakingOver(4_000_000_000n)).toMatch(/^Staking closed/)
  })
  it('decodes what is returned, call after call', async () => {
    const call = { address: chain.pool, label: 'pool', abi: backstopPoolAbi, args: [ada] }
    const said = await simulateCalls(chain.client, {
      account: ada,
      calls: [
        { ...call, functionName: 'sharesOf' },
        { ...call, functionName: 'unstake', args: [1n, ada] },
        { ...call, functionName: 'sharesOf' },
      ],
    })
    const shares = await readContract(chain.client, { ...call, functionName: 'sharesOf', args: [ada] })
    if (!said.isSupported) throw new Error(said.reason.detail)
    expect(said.results.map((result) => result.isOk && result.value)).toEqual([
      shares,
      undefined,
      shares - 1n,
    ])
  })
})
