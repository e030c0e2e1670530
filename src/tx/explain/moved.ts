import type { Address } from 'viem'

import type { Unit } from '../../math/amount'
import type { Act } from '../plan/plan'

/**
 * Which token an account gives and gets, where it is one: a token's own error tells amounts and a holder, and never which
 * token it is.
 */
export type Moved = {
  readonly account: Address
  readonly gives?: Unit | undefined
  readonly gets?: Unit | undefined
}

/** Of acts that are sent at once. */
export function movedBy(account: Address, acts: readonly (Act | undefined)[]): Moved {
  const known = acts.filter((act) => act !== undefined)
  return {
    account,
    gives: only(known.flatMap(({ spends, gives }) => [...(spends ? [spends.token] : []), ...assets(gives)])),
    gets: only(known.flatMap(({ gets }) => assets(gets))),
  }
}

const assets = (flows: Act['gives']) => flows.flatMap(({ asset }) => (asset.kind === 'erc20' ? [asset] : []))

function only(tokens: ReturnType<typeof assets>): Unit | undefined {
  const [first] = tokens
  if (!first || tokens.some(({ address }) => address !== first.address)) return undefined
  return { symbol: first.symbol, decimals: first.decimals }
}
