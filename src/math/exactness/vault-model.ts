/**
 * The vault's memory a second time: what it stores from one transaction to the next (snapshots, the limit in use, streams
 * of rewards, requests), with one holder of all shares. The arithmetic is `src/math/musdt.ts`. rules.md M7, M8
 */
import * as musdt from '../musdt'
import { min } from '../uint256'
import { DAY_SECONDS, MAX_UINT256, ONE_P } from '../units'

const WHOLE = 10n ** 6n
const MINT_LIMIT_P = 150n * ONE_P

/** What a vault says of itself, by the names of its views. */
export type VaultViews = {
  readonly totalSupply: bigint
  readonly shareToAssetsPrice: bigint
  readonly accRewardsPerToken: bigint
  readonly accPnlPerToken: bigint
  readonly currentMaxSupply: bigint
  readonly lastMaxSupplyUpdate: bigint
  readonly maxMint: bigint
  readonly withdrawalLimit: bigint
  readonly withdrawalRoom: bigint
  readonly lastWithdrawal: bigint
  readonly totalSharesBeingWithdrawn: bigint
  readonly maxRedeem: bigint
}

export class VaultModel {
  #supply = 0n
  #pnl = 0n
  #held = 0n
  readonly #rewards = { perToken: 0n, left: 0n, seconds: 0n, settledAt: 0n }
  readonly #cap = { maxSupply: 0n, takenAt: 0n, least: 0n }
  readonly #limit = { used: 0n, at: 0n }
  readonly #requests = new Map<bigint, bigint>()

  /** `epochLength` 0 for an instant exit; `origin`: unix seconds of the deployment. */
  constructor(
    readonly epochLength: bigint,
    readonly bootstrap: bigint,
    readonly origin: bigint,
  ) {}

  views(now: bigint): VaultViews {
    const isInstant = this.epochLength === 0n
    const limit = isInstant ? MAX_UINT256 : musdt.withdrawalLimitDown(this.#collateral(now))
    return {
      totalSupply: this.#supply,
      shareToAssetsPrice: this.#price(now),
      accRewardsPerToken: this.#rewardsPerToken(now),
      accPnlPerToken: this.#pnl,
      currentMaxSupply: this.#maxSupply(now),
      lastMaxSupplyUpdate: this.#cap.takenAt,
      maxMint: this.#isOpen(now) ? musdt.capRoom(this.#maxSupply(now), this.#supply) : 0n,
      withdrawalLimit: limit,
      withdrawalRoom: this.#room(now),
      lastWithdrawal: this.#limit.at,
      totalSharesBeingWithdrawn: isInstant ? 0n : this.#underRequest(now),
      maxRedeem: this.#maxRedeem(now),
    }
  }

  /** Each action says whether the vault takes it, and then remembers it. */
  deposit(assets: bigint, now: bigint): boolean {
    const shares = musdt.toSharesDown(assets, this.#price(now))
    if (!this.#isOpen(now) || shares === 0n) return false
    if (shares > musdt.capRoom(this.#maxSupply(now), this.#supply)) return false
    this.#renew(now)
    this.#held += assets
    this.#resize(this.#supply + shares, now)
    return true
  }

  /** In a vault with epochs the shares must be requested for this one. */
  redeem(shares: bigint, now: bigint): boolean {
    const assets = musdt.toAssetsDown(shares, this.#price(now))
    if (assets === 0n || shares > this.#supply) return false
    if (assets > this.#available(now)) return false
    if (this.epochLength !== 0n) {
      const epoch = this.#epoch(now)
      const requested = this.#requests.get(epoch) ?? 0n
      if (shares > requested || assets > this.#room(now)) return false
      this.#requests.set(epoch, requested - shares)
      const limit = musdt.withdrawalLimitDown(this.#collateral(now))
      this.#limit.used = musdt.withdrawalUsedUp(this.#limit.used, limit, now - this.#limit.at) + assets
      this.#limit.at = now
    }
    this.#held -= assets
    this.#resize(this.#supply - shares, now)
    return true
  }

  request(shares: bigint, now: bigint): boolean {
    if (this.epochLength === 0n || shares === 0n) return false
    const epoch = this.#epoch(now)
    const start = musdt.epochStart(epoch, this.origin, this.epochLength)
    if (now >= start + (this.epochLength / 3n) * 2n) return false
    if (shares > this.#supply - this.#underRequest(now)) return false
    const collatP = musdt.collateralizationPDown(this.#rewardsPerToken(now), this.#pnl)
    const unlock = epoch + musdt.withdrawEpochsTimelock(collatP, 10n * ONE_P, 20n * ONE_P)
    this.#requests.set(unlock, (this.#requests.get(unlock) ?? 0n) + shares)
    return true
  }

  reward(assets: bigint, now: bigint): boolean {
    if (assets === 0n || this.#supply < WHOLE) return false
    this.#settle(now)
    const rewards = this.#rewards
    const duration = this.epochLength === 0n ? DAY_SECONDS : 0n
    rewards.seconds = musdt.streamSecondsDown(rewards.left, rewards.seconds, assets, duration)
    rewards.left += assets
    rewards.settledAt = now
    this.#held += assets
    this.#settle(now)
    return true
  }

  /** The traders win `assets`, or lose them. */
  trade(assets: bigint, now: bigint): boolean {
    if (assets === 0n || this.#supply === 0n) return false
    if (assets > 0n) {
      const pnl = this.#pnl + musdt.lossPerTokenUp(assets, this.#supply)
      if (assets > this.#available(now) || pnl >= musdt.maxPnlPerToken(this.#rewardsPerToken(now)))
        return false
      this.#pnl = this.#clipped(pnl, this.#supply)
    } else {
      this.#pnl = this.#clipped(this.#pnl - musdt.gainPerTokenDown(-assets, this.#supply), this.#supply)
    }
    this.#held -= assets
    return true
  }

  poke(now: bigint): boolean {
    this.#renew(now)
    return true
  }

  #isOpen(now: bigint): boolean {
    return musdt.collateralizationPDown(this.#rewardsPerToken(now), this.#pnl) < MINT_LIMIT_P
  }

  #price(now: bigint): bigint {
    return musdt.sharePrice(this.#rewardsPerToken(now), this.#pnl)
  }

  #collateral(now: bigint): bigint {
    return musdt.collateralDown(this.#supply, this.#rewardsPerToken(now), this.#pnl)
  }

  /** What the vault holds without rewards on their way. */
  #available(now: bigint): bigint {
    return this.#held - this.#unstreamed(now)
  }

  #maxSupply(now: bigint): bigint {
    if (now < this.#cap.takenAt + DAY_SECONDS) return this.#cap.maxSupply
    const snapshot = this.epochLength === 0n ? this.#cap.least : this.#supply
    return musdt.maxSupplyDown(snapshot, 2n * ONE_P, this.bootstrap)
  }

  #renew(now: bigint): void {
    if (now < this.#cap.takenAt + DAY_SECONDS) return
    this.#cap.maxSupply = this.#maxSupply(now)
    this.#cap.takenAt = now
    this.#cap.least = this.#supply
  }

  #room(now: bigint): bigint {
    if (this.epochLength === 0n) return MAX_UINT256
    return musdt.withdrawalRoomDown(this.#collateral(now), this.#limit.used, now - this.#limit.at)
  }

  #maxRedeem(now: bigint): bigint {
    const shares = this.epochLength === 0n ? this.#supply : (this.#requests.get(this.#epoch(now)) ?? 0n)
    return musdt.redeemableSharesDown(shares, this.#price(now), min(this.#room(now), this.#available(now)))
  }

  #epoch(now: bigint): bigint {
    return musdt.epochNumberAt(now, this.origin, this.epochLength)
  }

  #underRequest(now: bigint): bigint {
    const epoch = this.#epoch(now)
    return [0n, 1n, 2n, 3n].reduce((sum, ahead) => sum + (this.#requests.get(epoch + ahead) ?? 0n), 0n)
  }

  /** Dust counts as no supply: rewards stand still, and there is no buffer. rules.md M7, M9 */
  #elapsed(now: bigint): bigint {
    return this.#supply < WHOLE ? 0n : now - this.#rewards.settledAt
  }

  #unstreamed(now: bigint): bigint {
    return musdt.unstreamedUp(this.#rewards.left, this.#rewards.seconds, this.#elapsed(now))
  }

  #rewardsPerToken(now: bigint): bigint {
    const streamed = this.#rewards.left - this.#unstreamed(now)
    return streamed === 0n
      ? this.#rewards.perToken
      : this.#rewards.perToken + musdt.gainPerTokenDown(streamed, this.#supply)
  }

  #settle(now: bigint): void {
    const rewards = this.#rewards
    const left = this.#unstreamed(now)
    rewards.perToken = this.#rewardsPerToken(now)
    rewards.seconds = left === 0n ? 0n : rewards.seconds - this.#elapsed(now)
    rewards.left = left
    rewards.settledAt = now
  }

  #resize(supply: bigint, now: bigint): void {
    this.#settle(now)
    this.#pnl = this.#clipped(musdt.spreadPnlUp(this.#pnl, this.#supply, supply), supply)
    this.#supply = supply
    if (supply < this.#cap.least) this.#cap.least = supply
  }

  #clipped(pnl: bigint, supply: bigint): bigint {
    return pnl < 0n && supply < WHOLE ? 0n : pnl
  }
}
