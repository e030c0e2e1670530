import type { Address } from 'viem'

import type { ChainAt } from '../chain/chain-reader'
import { reasonOf } from '../chain/reason'
import { netWorthOf, type NetWorth } from '../portfolio/net-worth'
import { unknown } from '../system/plan-option'
import type { Found, SystemScript } from '../system/script'
import { systemsOn } from './open'

/** What one system tells of an account, or why it can't be read: each fails alone. */
export type SystemPosition = Pick<SystemScript, 'id' | 'name'> & {
  readonly report: Awaited<ReturnType<SystemScript['report']>>
}

/** What an account has in every system of the network, what waits for it, and what is wrong, all of one block. */
export function positionsOf(at: ChainAt, account: Address): Promise<readonly SystemPosition[]> {
  return Promise.all(
    systemsOn(at.network).map(async (system) => ({
      id: system.id,
      name: system.name,
      report: await said(system.name, () => system.report(at, account)),
    })),
  )
}

/** What all of it is worth together, as the overview adds it up; undefined where no system can be read. */
export function netWorthIn(positions: readonly SystemPosition[]): NetWorth | undefined {
  return netWorthOf(
    positions.map(({ id, name, report }) => ({
      system: { id, name },
      view: report.isKnown ? { status: 'ready' as const, ...report.value } : { status: 'error' as const },
    })),
  )
}

/** A system that can't be read says so in a sentence. */
export async function said<T>(name: string, ask: () => Promise<Found<T>>): Promise<Found<T>> {
  try {
    return await ask()
  } catch (error) {
    return unknown(`${name} can’t be read: ${reasonOf(error)}`)
  }
}
