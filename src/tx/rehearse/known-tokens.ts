import { isAddressEqual } from 'viem'

import type { Network } from '../../chain/config'
import { configuredContracts } from '../../chain/contracts'
import { isForeignName, resembles } from '../../chain/token-name'
import type { Explained } from '../explain/revert'
import type { Plan } from '../plan/plan'
import { assetsOf } from './changes'
import { t } from '../../words/t'

/**
 * A token under a label of ours that is not at the configured address, or that is spent under another label than the
 * configured one: a lying node can forge both address and symbol. trust.md D38
 */
export function tokenProblem(plan: Plan, network: Pick<Network, 'contracts'>): Explained | undefined {
  const configured = configuredContracts(network)
  const spent = plan.acts.flatMap(({ spends }) => (spends ? [spends.token.address] : []))
  for (const asset of assetsOf(plan)) {
    if (asset.kind !== 'erc20') continue
    const { symbol, address } = asset
    const named = configured.filter(({ name }) => resembles(symbol, name))
    const isNamed = named.some((known) => isAddressEqual(known.address, address))
    const isSpent = spent.some((token) => isAddressEqual(token, address))
    const known = configured.find((contract) => isAddressEqual(contract.address, address))
    if (isForeignName(symbol) || (!isNamed && (named.length > 0 || (isSpent && known))))
      return {
        title: t`This is not the ${symbol} of this app`,
        detail: `${t`A node calls ${address} ${symbol}.`} ${known ? t`Here it is ${known.place}.` : named[0] ? t`Here ${symbol} is ${named[0].address}.` : ''}`,
        action: t`Do not sign it elsewhere. Choose another node in the settings, then try again.`,
        raw: `${symbol} ${address}; configured: ${[...named, ...(known ? [known] : [])].map(({ place, address: at }) => `${place} ${at}`).join(', ')}`,
      }
  }
  return undefined
}
