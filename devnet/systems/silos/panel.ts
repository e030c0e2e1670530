import type { PanelGroup, Running } from '../../system'
import { closeNext, earn, makeStale, moveDex, moveXtz, setUsdc } from './actions'
import type { Known } from './market'

/** The market, the earnings, the end of a cycle. */
export function silosPanel(chain: Running, contracts: Known): PanelGroup[] {
  const { rpc } = chain
  const actions = [
    { label: 'XTZ +25%', run: () => moveXtz(chain, contracts, 125n) },
    { label: 'XTZ −20%', run: () => moveXtz(chain, contracts, 80n) },
    { label: 'XTZ −60%', run: () => moveXtz(chain, contracts, 40n) },
    { label: 'Exchange +5%', run: () => moveDex(chain, contracts, 105n) },
    { label: 'Stale feed', run: () => makeStale(rpc, contracts) },
    { label: 'USDC $0.95', run: () => setUsdc(rpc, contracts, 95n) },
    { label: 'USDC $1.00', run: () => setUsdc(rpc, contracts, 100n) },
    { label: 'Earnings +1%', run: () => earn(rpc, contracts) },
    { label: 'Close cycle', run: () => closeNext(chain, contracts) },
  ]
  return [{ title: 'Silos', actions }]
}
