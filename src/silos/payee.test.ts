import { expect, it } from 'vitest'

import { assetsOf, expectedChange } from '../tx/rehearse/changes'
import type { PlanContext } from './plan-parts'
import { claim, redeemUsd, redeemXtz } from './plans'
import { network, samplePlans } from './sample-plans'

const { account } = samplePlans.mint
const context: PlanContext = { network, account, addresses: network.contracts.silos }
const other = '0x00000000000000000000000000000000000000aa'

it.each([
  ['redeemUsd', redeemUsd(context, 5n, other), 'USDC', 5n],
  ['redeemXtz', redeemXtz(context, { amount: 5n, xtzPaid: 4n, minXtz: 3n, deadline: 9n }, other), 'XTZ', 4n],
  ['claim', claim(context, 'usdc', 7n, other), 'USDC', 7n],
] as const)(
  '%s to another address promises that it arrives there, and nothing at home',
  (_name, plan, symbol, paid) => {
    const asset = assetsOf(plan).find((one) => one.symbol === symbol)
    if (!asset) throw new Error('The plan does not speak of it.')
    const changeOf = (holder: typeof account) => expectedChange(plan, new Set([0]), holder, asset)
    expect([changeOf(other), changeOf(account)]).toEqual([paid, 0n])
  },
)
