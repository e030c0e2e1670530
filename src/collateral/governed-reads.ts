import type { Address } from 'viem'

import { backingSettingsAbi } from '../../abis/BackingSettings'
import { osmAbi } from '../../abis/Osm'
import { read } from '../chain/read'
import { t } from '../words/t'

/** How many parameters a price module and the backing have. rules.md C3 */
const MODULE_KEYS = 6
const SETTINGS_KEYS = 10
const keysOf = (count: number) => Array.from({ length: count }, (_, key) => BigInt(key))

/** Whether a delayed price is frozen, and with `isUpkeep` what waits for each of its parameters. rules.md C3, C8 */
export function moduleReads(module: Address, label: string, isUpkeep: boolean) {
  const osm = { address: module, label, abi: osmAbi } as const
  return {
    pending: keysOf(isUpkeep ? MODULE_KEYS : 0).map((key) =>
      read({ ...osm, functionName: 'pendingOf', args: [key], rule: 'C3' }),
    ),
    frozenAt: read({ ...osm, functionName: 'frozenAt', args: [], rule: 'C8' }),
    unfreezeAt: read({ ...osm, functionName: 'unfreezeAt', args: [], rule: 'C8' }),
  }
}

/** What waits for each parameter of the backing. rules.md C3 */
export function settingsReads(address: Address) {
  const settings = { address, label: t`Settings of the backing`, abi: backingSettingsAbi } as const
  return keysOf(SETTINGS_KEYS).map((key) =>
    read({ ...settings, functionName: 'pendingOf', args: [key], rule: 'C3' }),
  )
}
