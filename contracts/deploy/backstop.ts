import type { Address } from 'viem'
import { handOver, type Kit } from './kit'

/** A Chainlink feed, and how late its answers may be. */
export type FeedParameters = {
  readonly feed: Address
  /** Its own longest time between two answers, seconds. */
  readonly heartbeatSeconds: bigint
}

export type BackstopParameters = {
  readonly usdt: Address
  /** Wrapped bitcoin, 8 decimals: what the treasury pays with warrants. */
  readonly btc: Address
  readonly mstrFeed: FeedParameters
  readonly btcFeed: FeedParameters
  /** How late an answer may be after its heartbeat, seconds. */
  readonly graceSeconds: bigint
  /** Grants and revokes roles afterwards; a multisig. */
  readonly admin: Address
  /** Creates series. */
  readonly operator: Address
  /** Takes from the treasury and sets what may be spent on early redemptions. */
  readonly treasurer: Address
  /** Stops entries, never exits. */
  readonly pauser: Address
}

/** The registry that creates series, MSTR, the treasury, and average prices. */
export function putBackstop(kit: Kit, parameters: BackstopParameters) {
  const { create, grant, deployer } = kit
  const { usdt, btc, admin } = parameters
  const mstr = create('MstrToken', [deployer])
  const treasury = create('Treasury', [usdt, deployer])
  const createOracle = ({ feed, heartbeatSeconds }: FeedParameters) =>
    create('TwapOracle', [create('PriceFeedAdapter', [feed, heartbeatSeconds]), parameters.graceSeconds])
  const mstrOracle = createOracle(parameters.mstrFeed)
  const btcOracle = createOracle(parameters.btcFeed)
  const implementations = {
    series: create('BackstopSeries', [usdt, btc, mstr, treasury, mstrOracle, btcOracle]),
    pool: create('BackstopPool', [usdt, btc, mstr]),
    ledger: create('SeriesLedger', [usdt]),
    note: create('NoteNFT'),
    warrant: create('WarrantNFT'),
  }
  const registry = create('BackstopRegistry', [implementations, deployer])
  grant(mstr, 'REGISTRAR_ROLE', registry)
  grant(treasury, 'REGISTRAR_ROLE', registry)
  grant(treasury, 'TREASURER_ROLE', parameters.treasurer)
  grant(registry, 'OPERATOR_ROLE', parameters.operator)
  grant(registry, 'PAUSER_ROLE', parameters.pauser)
  handOver(kit, 'MstrToken', mstr, admin)
  handOver(kit, 'Treasury', treasury, admin)
  handOver(kit, 'BackstopRegistry', registry, admin)
  return { registry, btc, mstr, mstrOracle, btcOracle, treasury }
}
