import type { Address } from 'viem'
import { keeper, operator, treasurer } from '../../accounts'
import type { Kit, Shared } from '../../system'

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
export function deployBackstop({ create, grant }: Kit, { usdt }: Shared): BackstopContracts {
  const btc = create('WrappedBitcoin')
  const mstr = create('MstrToken', [operator])
  const mstrFeed = create('DevPriceFeed', [8, 'MSTR / USD'])
  const btcFeed = create('DevPriceFeed', [8, 'BTC / USD'])
  const treasury = create('Treasury', [usdt, operator])
  const createOracle = (feed: Address) =>
    create('TwapOracle', [create('PriceFeedAdapter', [feed, heartbeatSeconds]), graceSeconds])
  const mstrOracle = createOracle(mstrFeed)
  const btcOracle = createOracle(btcFeed)
  const implementations = {
    series: create('BackstopSeries', [usdt, btc, mstr, treasury, mstrOracle, btcOracle]),
    pool: create('BackstopPool', [usdt, btc, mstr]),
    ledger: create('SeriesLedger', [usdt]),
    note: create('NoteNFT'),
    warrant: create('WarrantNFT'),
  }
  const registry = create('BackstopRegistry', [implementations, operator])
  grant(mstr, 'REGISTRAR_ROLE', registry)
  grant(treasury, 'REGISTRAR_ROLE', registry)
  grant(treasury, 'TREASURER_ROLE', treasurer)
  grant(registry, 'OPERATOR_ROLE', operator)
  grant(registry, 'PAUSER_ROLE', keeper)
  return { registry, btc, mstr, mstrFeed, btcFeed, mstrOracle, btcOracle, treasury }
}
