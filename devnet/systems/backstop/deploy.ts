import type { Address } from 'viem'
import { keeper, operator, treasurer } from '../../accounts'
import { putBackstop } from '../../../contracts/deploy/backstop'
import type { Kit } from '../../../contracts/deploy/kit'
import type { Shared } from '../../system'

export type BackstopContracts = {
  readonly registry: Address
  readonly btc: Address
  readonly mstr: Address
  readonly mstrFeed: Address
  readonly btcFeed: Address
  readonly mstrOracle: Address
  readonly btcOracle: Address
  readonly treasury: Address
}

/** A feed may leave this much time between two answers: days pass quickly here. */
const heartbeatSeconds = 365n * 86_400n

/** How late an answer may be after that. */
const graceSeconds = 3_600n

/** The registry that creates series, and what every series speaks to: tokens, a treasury, prices. */
export function deployBackstop(kit: Kit, { usdt }: Shared): BackstopContracts {
  const btc = kit.create('WrappedBitcoin')
  const mstrFeed = kit.create('DevPriceFeed', [8, 'MSTR / USD'])
  const btcFeed = kit.create('DevPriceFeed', [8, 'BTC / USD'])
  const contracts = putBackstop(kit, {
    usdt,
    btc,
    mstrFeed: { feed: mstrFeed, heartbeatSeconds },
    btcFeed: { feed: btcFeed, heartbeatSeconds },
    graceSeconds,
    admin: operator,
    operator,
    treasurer,
    pauser: keeper,
  })
  return { ...contracts, mstrFeed, btcFeed }
}
