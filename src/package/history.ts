import type { Address } from 'viem'

import { ownEvents, merged, type OwnEvent, type OwnLog } from '../activity/own-events'
import { dated, fetchBlockTimes, undatedBlocks } from '../chain/block-times'
import type { ChainAt } from '../chain/chain-reader'
import { wholeHistory } from '../chain/history-of'
import { known } from '../system/plan-option'
import type { Found, SystemScript } from '../system/script'
import { systemsOn } from './open'
import { said } from './positions'

/** What an account did, as the contracts' events tell it. */
export type AccountHistory = {
  /** Newest first. */
  readonly events: readonly OwnEvent[]
  /** What is missing in it, in sentences; empty for a whole one. */
  readonly gaps: readonly string[]
  /** Who has told of it and was confirmed by nobody else: what was left out there is missing. */
  readonly onlyBy: readonly string[]
}

type Part = Awaited<ReturnType<typeof historyIn>>

/** Blocks asked for their date at most, for nodes whose logs do not tell it. */
const MOST_DATED = 1_000

/** Everything an account did in all systems of the network since they were deployed, up to the block. */
export async function historyOf(at: ChainAt, account: Address): Promise<AccountHistory> {
  const parts = await Promise.all(
    systemsOn(at.network).map(
      async (system) => [system.name, await said(system.name, () => historyIn(system, at, account))] as const,
    ),
  )
  const gaps = parts.flatMap(([name, part]: readonly [string, Part]) =>
    part.isKnown ? part.value.gaps.map((gap) => `${name}: ${gap}`) : [part.reason],
  )
  let all: readonly OwnEvent[] = []
  for (const [, part] of parts) if (part.isKnown) all = await merged(part.value.events, all)
  const tellers = parts.flatMap(([, part]) => (part.isKnown ? part.value.onlyBy : []))
  const onlyBy = [...new Set(tellers)]
  const events = dated(all, await fetchBlockTimes(at.client, undatedBlocks(all), MOST_DATED))
  const undated = undatedBlocks(events).length
  return {
    events,
    gaps: undated === 0 ? gaps : [...gaps, `${undated} events are without a date.`],
    onlyBy,
  }
}

async function historyIn(
  { id, events: { abi, sources: read } }: SystemScript,
  at: ChainAt,
  account: Address,
): Promise<Found<AccountHistory>> {
  const found = await read(at)
  if (!found.isKnown) return found
  const { sources } = found.value
  const { logs, gaps, onlyBy, sampled } = await wholeHistory(
    at,
    {
      name: `activity.${id}`,
      addresses: sources.map(({ address }) => address),
      abi,
      events: abi.flatMap((item) => (item.type === 'event' ? [item.name] : [])),
      fromBlock: at.network.deploymentBlock,
      account,
    },
    at.block.number,
  )
  const told = logs as readonly unknown[] as readonly OwnLog[]
  return known({
    events: await ownEvents(told, account, sources),
    gaps,
    onlyBy: [...(onlyBy === undefined ? [] : [onlyBy]), ...(sampled === undefined ? [] : [sampled.server])],
  })
}
