/**
 * Parameters of a deployment: copy this file, fill in the addresses, and leave out the systems that are not wanted. Whoever
 * deploys keeps no right: they are handed over to the addresses below, which should be multisigs.
 */
import { zeroAddress } from 'viem'
import type { EngineTerms } from './collateral'
import type { DeployParameters } from './parameters'

const minute = 60n
const hour = 60n * minute
const day = 24n * hour
const WAD = 10n ** 18n
const percent = (whole: bigint) => (whole * WAD) / 100n

// Every address has to be replaced: the deployment stops at one that has no contract where it asks for one.
const TO_BE_FILLED_IN = zeroAddress
const governance = TO_BE_FILLED_IN
const guardian = TO_BE_FILLED_IN
const usdc = TO_BE_FILLED_IN

/** What vaults of TAO are held to. rules.md C */
const taoTerms: EngineTerms = {
  mintRatio: percent(155n),
  liquidationRatio: percent(150n),
  // What 1 becomes in a second at 2% a year, 1e27.
  feeRay: 1_000_000_000_627_937_192_491_029_810n,
  penaltyBps: 1_100n,
  lateBps: 500n,
  graceSeconds: 5n * day,
  // Least debt of a draw, and most debt of the type, TUSDT.
  dust: 100n * WAD,
  line: 1_000_000n * WAD,
  // The ceiling grows by `gap` once in `ttlSeconds`, up to this part of the pool.
  ceilingBps: 200n,
  gap: 250_000n * WAD,
  ttlSeconds: day,
  liquidityMaxAge: hour,
  keeperBps: 1_000n,
  // An auction begins at this part of the price, reaches nothing after tau, and is reset after tail or below cusp.
  buffer: percent(120n),
  tauSeconds: 4n * hour,
  tailSeconds: 2n * hour,
  cusp: percent(40n),
}

export const parameters: DeployParameters = {
  // As in config.json: docs/config.md
  network: {
    chainId: 1,
    name: 'Ethereum',
    rpcUrls: ['https://rpc.example'],
    explorerUrl: 'https://explorer.example',
    finalityBlocks: 64,
    blockSeconds: 12,
  },
  shared: {
    usdt: TO_BE_FILLED_IN,
    multicall3: '0xcA11bde05977b3631167028862bE2a173976CA11',
  },
  systems: {
    backstop: {
      btc: TO_BE_FILLED_IN,
      mstrFeed: { feed: TO_BE_FILLED_IN, heartbeatSeconds: day },
      btcFeed: { feed: TO_BE_FILLED_IN, heartbeatSeconds: hour },
      graceSeconds: hour,
      admin: governance,
      operator: governance,
      treasurer: governance,
      pauser: guardian,
    },
    musdt: {
      // 0 redeems at once. rules.md M8
      epochSeconds: 3n * day,
      // 100,000 mUSDT. Make the first deposit in the same breath: from then on the supply grows by 2% a day at most.
      bootstrapMaxSupply: 100_000_000_000n,
      admin: governance,
      pauser: guardian,
      traders: [],
    },
    stbt: {
      reserveFeed: TO_BE_FILLED_IN,
      reserveHeartbeatSeconds: day,
      pool: TO_BE_FILLED_IN,
      queueSeconds: {
        'issue(address,uint256,bytes)': 4n * hour,
        'redeemFrom(address,uint256,bytes)': 2n * hour,
        'distributeInterests(int256,uint256,uint256)': minute,
      },
      // Anybody.
      executor: zeroAddress,
      proposers: [guardian],
      cancellers: [guardian],
      owner: governance,
      moderator: guardian,
      controller: governance,
      maxDistributeRatioWad: percent(1n),
      minDistributeSeconds: 20n * hour,
    },
    silos: {
      usdc,
      xtz: TO_BE_FILLED_IN,
      pair: TO_BE_FILLED_IN,
      xtzFeed: TO_BE_FILLED_IN,
      usdcFeed: TO_BE_FILLED_IN,
      windowSeconds: 1_800,
      settings: {
        latchMinSupply: 10_000_000_000n,
        feedHeartbeatSeconds: hour,
        dexHeartbeatSeconds: 2n * hour,
        usdcHeartbeatSeconds: day,
        maxDeviationBps: 300n,
        slippageBps: 100n,
        xtzSpreadBps: 150n,
        feedThresholdBps: 50n,
        depegBps: 100n,
        cycleSeconds: 30n * day,
        repeatSeconds: day,
        voteSeconds: 3n * day,
        delaySeconds: 7n * day,
        ecosystem: governance,
        pauser: guardian,
      },
      // Trustees with their weights. Nobody can be added without their vote.
      board: [
        [TO_BE_FILLED_IN, 30n],
        [TO_BE_FILLED_IN, 25n],
        [TO_BE_FILLED_IN, 25n],
        [TO_BE_FILLED_IN, 20n],
      ],
    },
    collateral: {
      usdc,
      tao: TO_BE_FILLED_IN,
      taoFeed: TO_BE_FILLED_IN,
      delaySeconds: 2n * day,
      bookDelaySeconds: day,
      windowSeconds: hour,
      firstDueSeconds: 20n * day,
      osm: { feedSeconds: hour, heartbeatSeconds: 4n * hour, maxDeviationBps: 500n },
      backing: {
        target: percent(150n),
        level0: percent(110n),
        recovery: percent(110n),
        safety: percent(70n),
        bufferWad: percent(110n),
        tau: 4n * hour,
        tail: 2n * hour,
        cusp: percent(40n),
      },
      taoTerms,
      subnets: {
        SN64: {
          token: TO_BE_FILLED_IN,
          pair: TO_BE_FILLED_IN,
          terms: { ...taoTerms, mintRatio: percent(220n), liquidationRatio: percent(200n) },
        },
      },
      governance,
      emergency: guardian,
    },
  },
}
