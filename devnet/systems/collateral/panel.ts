import type { PanelGroup, Running } from '../../system'
import { freeze, moveSubnet, moveTao, nextDue, nextHop, pullLiquidity } from './actions'
import type { Known } from './market'

/** Prices and their delay, the pools, the due dates. */
export function collateralPanel(chain: Running, contracts: Known): PanelGroup[] {
  const actions = [
    { label: 'TAO +10%', run: () => moveTao(chain, contracts, 110n) },
    { label: 'TAO −10%', run: () => moveTao(chain, contracts, 90n) },
    { label: 'Subnet −25%', run: () => moveSubnet(chain, contracts, 75n) },
    { label: 'Next hop', run: () => nextHop(chain) },
    { label: 'Freeze price', run: () => freeze(chain, contracts) },
    { label: 'Pull liquidity', run: () => pullLiquidity(chain, contracts) },
    { label: 'Next due date', run: () => nextDue(chain, contracts) },
  ]
  return [{ title: 'TUSDT', actions }]
}
