import { erc20Abi } from 'viem'
import type { Address, ContractFunctionReturnType } from 'viem'

import { musdtLockedNftAbi } from '../../abis/MusdtLockedNft'
import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { read } from '../chain/read'
import type { Readings } from '../chain/read'
import { usdtReads } from '../chain/usdt'
import type { UsdtFacts } from '../chain/usdt'
import type { Reading, Source } from '../math/reading'
import type { Asset } from '../tx/plan/plan'
import { feedAbi, gTokenAbi } from './gtoken-abi'
import { t } from '../words/t'

export type Erc20 = Extract<Asset, { kind: 'erc20' }>
export type LockedDeposit = ContractFunctionReturnType<typeof musdtVaultAbi, 'view', 'getLockedDeposit'>

/** What never changes of a vault: what goes in, what comes out, and the mNFT of its locks. */
export type VaultIdentity = {
  readonly address: Address
  /** What is deposited: Tether USDT, or what a live GToken takes. */
  readonly asset: Erc20
  readonly share: Erc20
  readonly nft: Address
  /** False for a live GToken on another token: then there is no transfer fee, pause or blacklist to know of. */
  readonly isTether: boolean
}

/**
 * The rules and figures that previews need, all of one block. It exists only when all of it is known.
 * Amounts have the decimals of their token, prices and everything per share are 1e18 = 1, percentages 1e18 = 1%.
 */
export type VaultState = {
  /** `gToken`: a live GToken, or a stand-in; it has no bounds, and some of its state waits to be poked. */
  readonly kind: 'ours' | 'gToken'
  readonly price: bigint
  readonly collateralizationP: bigint
  readonly supply: bigint
  readonly maxPnlPerToken: bigint
  readonly pnlPerToken: bigint
  /** What it is going to be: a GToken's price follows only with the next epoch. */
  readonly pnlPerTokenNow: bigint
  readonly collateral: bigint
  readonly maxDiscountP: bigint
  readonly maxDiscountThresholdP: bigint
  readonly minLockSeconds: bigint
  readonly maxLockSeconds: bigint
  /** Nothing is minted from here on; undefined where minting never closes. rules.md M2 */
  readonly mintLimitP: bigint | undefined
  readonly isPaused: boolean
  /** Rewards are on their way into the price, which rises with each second. rules.md M7 */
  readonly isStreaming: boolean
  readonly cap: SupplyCap
  /** Undefined for a vault with an instant exit. */
  readonly epochs: Epochs | undefined
}

/** How far the supply may grow. rules.md M7 */
export type SupplyCap = {
  readonly maxSupply: bigint
  /** What it is in any case; undefined where that is not told. */
  readonly bootstrapMaxSupply: bigint | undefined
  /** Most assets that may be credited now; only a GToken limits those. */
  readonly maxDeposit: bigint
  readonly snapshotAt: bigint
  readonly snapshotSeconds: bigint
  readonly increaseDailyP: bigint
}

/** The rhythm of withdrawals. rules.md M8 */
export type Epochs = {
  readonly current: bigint
  readonly startedAt: bigint
  readonly lengthSeconds: bigint
  /** From the start of an epoch; of a GToken at the earliest. */
  readonly requestSeconds: bigint
  /** From the start of an epoch; of a GToken at the earliest. */
  readonly redeemSeconds: bigint
  /** Epochs from a request made now to its execution. */
  readonly timelock: bigint
  /** Percent above 100%. */
  readonly thresholdsP: readonly [bigint, bigint]
  /** What may leave at once, and what refills in a day; undefined where nothing limits it. */
  readonly withdrawalLimit: bigint | undefined
  /** What of it may leave now. */
  readonly withdrawalRoom: bigint | undefined
  /** Of a GToken: what sets its rhythm. Undefined for ours, whose rhythm never changes. */
  readonly feed: EpochFeed | undefined
}

/** The feed of a GToken's open trades; its owner sets the rhythm of the epochs. */
export type EpochFeed = {
  readonly address: Address
  /** It was asked for the next epoch: until that begins nothing is requested or redeemed. */
  readonly isPreparing: boolean
}

/** What the connected account has in the vault. */
export type Holder = {
  readonly shares: bigint
  readonly underRequest: bigint
  readonly maxRedeem: bigint
  /** By epoch, from three before the running one to three after it; nothings left out. */
  readonly requests: readonly { readonly epoch: bigint; readonly shares: bigint }[]
  readonly lockCount: bigint
}

export type Lock = { readonly id: bigint; readonly deposit: LockedDeposit; readonly source: Source }

/** Everything the vault's pages show of one block. */
export type Vault = {
  readonly identity: VaultIdentity
  readonly blockNumber: bigint
  readonly timestamp: bigint
  readonly isStale: boolean
  readonly readings: VaultReadings
  readonly state: Reading<VaultState>
  /** Of what is deposited. */
  readonly balance: Reading<bigint> | undefined
  /** Undefined where the asset is not Tether. */
  readonly usdt: UsdtFacts | undefined
  readonly holder: Reading<Holder> | undefined
}

export function identityReads(address: Address) {
  const vault = { address, label: t`mUSDT vault`, abi: musdtVaultAbi, args: [] } as const
  return {
    asset: read({ ...vault, functionName: 'asset' }),
    symbol: read({ ...vault, functionName: 'symbol' }),
    decimals: read({ ...vault, functionName: 'decimals' }),
    nft: read({ ...vault, functionName: 'lockedDepositNft' }),
  }
}

/** What a token that is not Tether is called. */
export function assetReads(asset: Address) {
  const token = { address: asset, label: t`Asset of the vault`, abi: erc20Abi, args: [] } as const
  return {
    symbol: read({ ...token, functionName: 'symbol' }),
    decimals: read({ ...token, functionName: 'decimals' }),
  }
}

/** What the reads have to know from an earlier block; they are read again until it agrees with this one. */
export type Known = {
  readonly epoch: bigint | undefined
  /** Of a GToken. */
  readonly feed: Address | undefined
  /** Of those that are to be read. */
  readonly lockCount: number
  readonly lockIds: readonly bigint[]
}

function feedReads(address: Address) {
  const feed = { address, label: t`Feed of the vault`, abi: feedAbi, args: [], rule: 'M8' } as const
  return {
    requestsStart: read({ ...feed, functionName: 'requestsStart' }),
    requestsEvery: read({ ...feed, functionName: 'requestsEvery' }),
    requestsCount: read({ ...feed, functionName: 'requestsCount' }),
    requestsMade: read({ ...feed, functionName: 'nextEpochValuesRequestCount' }),
  }
}

/** So many locks are read at once; a person asks for more. Anyone may give away dust: no number is enough. */
export const LOCKS_AT_ONCE = 500

export function vaultReads(
  { address, asset, nft, isTether }: VaultIdentity,
  account: Address | undefined,
  known: Known,
) {
  const vault = { address, label: t`mUSDT vault`, abi: musdtVaultAbi } as const
  const plain = { ...vault, args: [] } as const
  const token = { address: asset.address, label: asset.symbol, abi: erc20Abi } as const
  const locked = { address: nft, label: 'mNFT', abi: musdtLockedNftAbi } as const
  const { epoch } = known
  const epochs =
    epoch === undefined
      ? []
      : [-3n, -2n, -1n, 0n, 1n, 2n, 3n].map((ahead) => epoch + ahead).filter((number) => number > 0n)
  return {
    core: {
      price: read({ ...plain, functionName: 'shareToAssetsPrice', rule: 'M1' }),
      collateralizationP: read({ ...plain, functionName: 'collateralizationP', rule: 'M2' }),
      supply: read({ ...plain, functionName: 'totalSupply', rule: 'M7' }),
      maxPnlPerToken: read({ ...plain, functionName: 'maxAccPnlPerToken' }),
      pnlPerToken: read({ ...plain, functionName: 'accPnlPerTokenUsed' }),
      pnlPerTokenNow: read({ ...plain, functionName: 'accPnlPerToken' }),
      collateral: read({ ...plain, functionName: 'availableAssets', rule: 'M2' }),
      maxDiscountP: read({ ...plain, functionName: 'maxDiscountP', rule: 'M3' }),
      maxDiscountThresholdP: read({ ...plain, functionName: 'maxDiscountThresholdP', rule: 'M3' }),
      minLockSeconds: read({ ...plain, functionName: 'MIN_LOCK_DURATION', rule: 'M5' }),
      maxSupply: read({ ...plain, functionName: 'currentMaxSupply', rule: 'M7' }),
      maxDeposit: read({ ...vault, functionName: 'maxDeposit', args: [account ?? address], rule: 'M7' }),
      snapshotAt: read({ ...plain, functionName: 'lastMaxSupplyUpdate', rule: 'M7' }),
      increaseDailyP: read({ ...plain, functionName: 'maxSupplyIncreaseDailyP', rule: 'M7' }),
      epoch: read({ ...plain, functionName: 'currentEpoch', rule: 'M8' }),
      epochStartedAt: read({ ...plain, functionName: 'currentEpochStart', rule: 'M8' }),
      timelock: read({ ...plain, functionName: 'withdrawEpochsTimelock', rule: 'M8' }),
      firstThresholdP: read({ ...vault, functionName: 'withdrawLockThresholdsP', args: [0n], rule: 'M8' }),
      secondThresholdP: read({ ...vault, functionName: 'withdrawLockThresholdsP', args: [1n], rule: 'M8' }),
    },
    // A GToken has none of these.
    ours: {
      rules: read({ ...plain, functionName: 'rules' }),
      isPaused: read({ ...plain, functionName: 'paused' }),
      stream: read({ ...plain, functionName: 'rewardStream', rule: 'M7' }),
      withdrawalRoom: read({ ...plain, functionName: 'withdrawalRoom', rule: 'M8' }),
      withdrawalLimit: read({ ...plain, functionName: 'withdrawalLimit', rule: 'M8' }),
    },
    // Ours has no feed.
    live: {
      feed: read({ ...vault, abi: gTokenAbi, args: [], functionName: 'openTradesPnlFeed', rule: 'M8' }),
      rhythm: known.feed && feedReads(known.feed),
    },
    lockedDiscounts: read({ ...plain, functionName: 'totalLockedDiscounts', rule: 'M6' }),
    assetsHeld: read({ ...token, functionName: 'balanceOf', args: [address], rule: 'M1' }),
    usdt: isTether ? usdtReads(asset.address, account) : undefined,
    people: (account === undefined ? [] : [account]).map((person) => ({
      balance: read({ ...token, functionName: 'balanceOf', args: [person] }),
      shares: read({ ...vault, functionName: 'balanceOf', args: [person] }),
      underRequest: read({ ...vault, functionName: 'totalSharesBeingWithdrawn', args: [person] }),
      maxRedeem: read({ ...vault, functionName: 'maxRedeem', args: [person] }),
      requests: epochs.map((at) =>
        read({ ...vault, functionName: 'withdrawRequests', args: [person, at], rule: 'M8' }),
      ),
      lockCount: read({ ...locked, functionName: 'balanceOf', args: [person], rule: 'M5' }),
      lockIds: Array.from({ length: known.lockCount }, (_, index) =>
        read({ ...locked, functionName: 'tokenOfOwnerByIndex', args: [person, BigInt(index)] }),
      ),
    })),
    locks: known.lockIds.map((id) =>
      read({ ...vault, functionName: 'getLockedDeposit', args: [id], rule: 'M4' }),
    ),
  }
}

export type VaultData = Readings<ReturnType<typeof vaultReads>>
/** Figures as they are shown, each with its source. */
export type VaultReadings = VaultData['core'] & Pick<VaultData, 'lockedDiscounts' | 'assetsHeld'>
