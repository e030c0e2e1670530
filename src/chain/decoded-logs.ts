import {
  formatLog,
  parseEventLogs,
  type Abi,
  type ContractEventName,
  type ParseEventLogsReturnType,
} from 'viem'
import type { RpcLog } from 'viem'

import { keyOf, type RawLog } from './history-scan'

/**
 * Decodes logs of these events, each of them once: the list grows with the chain, and is looked at with every block.
 * What can't be decoded is left out.
 */
export function createDecoder<const TAbi extends Abi, const TEvent extends ContractEventName<TAbi>>(
  abi: TAbi,
  events: readonly TEvent[],
) {
  type Decoded = ParseEventLogsReturnType<TAbi, TEvent[], true>[number]
  const known = new WeakMap<RawLog, Decoded | 'unreadable'>()
  return (logs: readonly RawLog[]): Decoded[] => {
    const fresh = logs.filter((log) => !known.has(log))
    if (fresh.length > 0) {
      const decoded = parseEventLogs({
        abi,
        eventName: [...events],
        logs: fresh.map((log) => formatLog(log as unknown as RpcLog)),
        strict: true,
      })
      const byKey = new Map(decoded.map((log) => [`${log.blockHash}:${log.logIndex}`.toLowerCase(), log]))
      for (const log of fresh) known.set(log, byKey.get(keyOf(log)) ?? 'unreadable')
    }
    return logs.flatMap((log) => {
      const decoded = known.get(log)
      return decoded === undefined || decoded === 'unreadable' ? [] : [decoded]
    })
  }
}
