import type { Holder, Lock, VaultState } from './snapshot'
import { DAY_SECONDS, ONE_P } from '../math/units'

/** A vault in its tenth epoch, which began at 1,000,000 and lasts 3 days. */
export const testState: VaultState = {
  kind: 'ours',
  price: 1_010_000_000_000_000_000n,
  collateralizationP: 112n * ONE_P,
  supply: 1_000_000_000_000n,
  maxPnlPerToken: 1_010_000_000_000_000_000n,
  pnlPerToken: -121_200_000_000_000_000n,
  pnlPerTokenNow: -121_200_000_000_000_000n,
  collateral: 1_131_200_000_000n,
  maxDiscountP: 5n * ONE_P,
  maxDiscountThresholdP: 150n * ONE_P,
  minLockSeconds: 1_209_600n,
  maxLockSeconds: 31_536_000n,
  mintLimitP: 150n * ONE_P,
  isPaused: false,
  isStreaming: false,
  cap: {
    maxSupply: 1_020_000_000_000n,
    bootstrapMaxSupply: 5_000_000_000_000n,
    maxDeposit: 20_200_000_000n,
    snapshotAt: 1_000_000n,
    snapshotSeconds: DAY_SECONDS,
    increaseDailyP: 2n * ONE_P,
  },
  epochs: {
    current: 10n,
    startedAt: 1_000_000n,
    lengthSeconds: 259_200n,
    requestSeconds: 172_800n,
    redeemSeconds: 259_200n,
    timelock: 2n,
    thresholdsP: [10n * ONE_P, 20n * ONE_P],
    withdrawalLimit: 282_800_000_000n,
    withdrawalRoom: 282_800_000_000n,
    feed: undefined,
  },
}

/** The same vault, as a GToken keeps its epochs. */
export const testGToken: VaultState = {
  ...testState,
  kind: 'gToken',
  mintLimitP: undefined,
  epochs: testState.epochs && {
    ...testState.epochs,
    redeemSeconds: 172_800n,
    withdrawalLimit: undefined,
    withdrawalRoom: undefined,
    feed: { address: '0x00000000000000000000000000000000000000fF', isPreparing: false },
  },
}

/** The same, once its feed was asked for the next epoch. */
export const testPreparing: VaultState = {
  ...testGToken,
  epochs: testGToken.epochs?.feed && {
    ...testGToken.epochs,
    feed: { ...testGToken.epochs.feed, isPreparing: true },
  },
}

export const testHolder: Holder = {
  shares: 5_000_000_000n,
  underRequest: 3_000_000_000n,
  maxRedeem: 1_000_000_000n,
  requests: [
    { epoch: 8n, shares: 300_000_000n },
    { epoch: 9n, shares: 200_000_000n },
    { epoch: 10n, shares: 1_000_000_000n },
    { epoch: 12n, shares: 2_000_000_000n },
  ],
  lockCount: 0n,
}

export function testLock(id: bigint, atTimestamp: bigint, lockDuration: bigint): Lock {
  return {
    id,
    deposit: {
      owner: '0x00000000000000000000000000000000000000bB',
      shares: 1_000_000_000n,
      assetsDeposited: 1_000_000_000n,
      assetsDiscount: 10_000_000n,
      atTimestamp,
      lockDuration,
    },
    source: {
      contract: '0x00000000000000000000000000000000000000AA',
      label: 'mUSDT vault',
      functionName: 'getLockedDeposit',
      args: [id],
      blockNumber: 1n,
      abi: [],
      raw: '0x',
    },
  }
}
