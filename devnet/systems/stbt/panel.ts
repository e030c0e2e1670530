import type { PanelGroup, Running } from '../../system'
import { executeReady, permitEverybody, reportNext, settleOldest, type Known } from './actions'

/** Reports, the queue, settlements, permissions. */
export function stbtPanel(chain: Running, known: Known): PanelGroup[] {
  const { rpc } = chain
  const actions = [
    { label: 'Report +', run: () => reportNext(chain, known, false) },
    { label: 'Report −', run: () => reportNext(chain, known, true) },
    { label: 'Execute', run: () => executeReady(rpc, known) },
    { label: 'Settle', run: () => settleOldest(rpc, known, 0n) },
    { label: 'Settle, 5 less', run: () => settleOldest(rpc, known, 5n) },
    { label: 'Permit everybody', run: () => permitEverybody(rpc, known) },
  ]
  return [{ title: 'STBT', actions }]
}
