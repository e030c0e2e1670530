// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Prices} from "./CollateralTypes.sol";

/// @notice Parameters of a collateral type, in the order of `Parameters`. rules.md C3
enum VaultKey {
    MintRatio,
    LiquidationRatio,
    FeeRay,
    PenaltyBps,
    LateBps,
    GraceSeconds,
    Dust,
    Line,
    CeilingBps,
    Gap,
    TtlSeconds,
    LiquidityMaxAge,
    KeeperBps,
    Buffer,
    TauSeconds,
    TailSeconds,
    Cusp,
    PriceModule,
    LiquiditySource,
    Pauser
}

/// @notice Parameters of a collateral type. rules.md C3
/// @param mintRatio What a draw, or a withdrawal with debt, must leave. WAD, at least the liquidation ratio.
/// @param liquidationRatio LR, WAD.
/// @param feeRay What a debt of 1 becomes in a second, RAY.
/// @param penaltyBps Penalty of a liquidation, on the debt.
/// @param lateBps Fee for interest that was not paid in time.
/// @param graceSeconds Time after a due date in which it can still be paid without a fee.
/// @param dust Least debt of a draw; least need and least worth of a lot that a take may leave. TUSDT (18 decimals).
/// @param line Most principal, whatever the pool holds. TUSDT (18 decimals).
/// @param ceilingBps Most principal as a part of the pool's liquidity.
/// @param gap Most by which the ceiling is raised at once. TUSDT (18 decimals).
/// @param ttlSeconds Least time between two raises.
/// @param liquidityMaxAge Age from which the pool's liquidity is unknown, seconds.
/// @param keeperBps Part of the penalty that came in, for whoever started the auction.
/// @param buffer An auction's first price by the current one, WAD.
/// @param tauSeconds Time in which an auction's price would fall to 0.
/// @param tailSeconds Time after which an auction must be reset.
/// @param cusp Least part of its first price at which an auction goes on, WAD.
/// @param priceModule Delayed price of the collateral.
/// @param liquiditySource What the pool holds; none: the ceiling is the line.
/// @param pauser May pause opening and drawing, and end the pause.
struct Parameters {
    uint256 mintRatio;
    uint256 liquidationRatio;
    uint256 feeRay;
    uint256 penaltyBps;
    uint256 lateBps;
    uint256 graceSeconds;
    uint256 dust;
    uint256 line;
    uint256 ceilingBps;
    uint256 gap;
    uint256 ttlSeconds;
    uint256 liquidityMaxAge;
    uint256 keeperBps;
    uint256 buffer;
    uint256 tauSeconds;
    uint256 tailSeconds;
    uint256 cusp;
    address priceModule;
    address liquiditySource;
    address pauser;
}

/// @notice A vault, as it was last touched. TUSDT and collateral have 18 decimals.
/// @param owner Who draws and withdraws; never changes.
/// @param nextDate Number of the first due date that was not looked at yet.
/// @param collateral What it holds.
/// @param art Normalised debt: times the rate it is principal and interest. rules.md C4
/// @param principal What was drawn and not paid back.
/// @param late Late fees that were not paid; they bear no interest. rules.md C13
/// @param due Interest that was unpaid at the last date, still is, and costs a late fee when the grace time ends.
struct Vault {
    address owner;
    uint96 nextDate;
    uint256 collateral;
    uint256 art;
    uint256 principal;
    uint256 late;
    uint256 due;
}

/// @notice A due date, as the drip stored it: what held then, so that a later change is none of its business.
/// @param rate RAY.
/// @param lateBps Fee for what was not paid.
/// @param graceSeconds Until when it could be.
struct DueDate {
    uint208 rate;
    uint16 lateBps;
    uint32 graceSeconds;
}

/// @notice An auction, as it was last touched. Its terms are those of its (last) beginning.
/// @param vaultId What is left of the lot goes back there.
/// @param startedAt When its price was `top`, unix seconds.
/// @param endedAt When it ended, unix seconds; 0 while it runs.
/// @param starter Who liquidated; gets the keeper's part.
/// @param tauSeconds,tailSeconds,keeperBps,cusp As in `Parameters`.
/// @param top First price, WAD.
/// @param lot Collateral that is left.
/// @param principal,interest,late,penalty TUSDT that is still to come in, in this order. rules.md C7
struct Auction {
    uint256 vaultId;
    uint64 startedAt;
    uint64 endedAt;
    address starter;
    uint32 tauSeconds;
    uint32 tailSeconds;
    uint16 keeperBps;
    uint64 cusp;
    uint256 top;
    uint256 lot;
    uint256 principal;
    uint256 interest;
    uint256 late;
    uint256 penalty;
}

/// @notice A vault as it is now. TUSDT and collateral have 18 decimals.
/// @param stored As it is now: with the late fees of every date that has passed.
/// @param interest Unpaid, of any age.
/// @param debt Principal, interest and late fees. rules.md C4
/// @param rate RAY, now.
/// @param graceEndsAt Until when `due` must be paid, unix seconds; 0 where nothing is due.
/// @param nextDueAt The next due date, unix seconds.
struct VaultView {
    uint256 id;
    Vault stored;
    uint256 interest;
    uint256 debt;
    uint256 rate;
    uint256 graceEndsAt;
    uint256 nextDueAt;
}

/// @notice An auction as it is now.
/// @param price Now, WAD; 0 at its end.
/// @param need TUSDT that would end it.
/// @param needsReset Whether `reset` comes first.
/// @param isTakeable Whether a take goes through.
/// @param oraclePrice Current price, WAD; 0 where there is none.
/// @param taken,paid What a take of everything gets and pays.
/// @param profit What that is worth at the oracle's price, less what it costs. TUSDT (18 decimals); gas not counted.
struct AuctionStatus {
    uint256 id;
    Auction stored;
    uint256 price;
    uint256 need;
    bool needsReset;
    bool isTakeable;
    uint256 oraclePrice;
    uint256 taken;
    uint256 paid;
    int256 profit;
}

/// @notice Sums over a type. TUSDT and collateral have 18 decimals.
/// @param art Of all vaults.
/// @param late Late fees of all vaults, as far as they were assessed.
/// @param principal Of all vaults.
/// @param collateral In all vaults.
/// @param auctionPrincipal In running auctions.
/// @param auctionCollateral In running auctions.
/// @param running Number of running auctions.
struct Totals {
    uint256 art;
    uint256 late;
    uint256 principal;
    uint256 collateral;
    uint256 auctionPrincipal;
    uint256 auctionCollateral;
    uint256 running;
}

/// @notice A type as it is now.
/// @param totals Sums.
/// @param rate RAY, now.
/// @param debt Of all vaults: principal, interest, and late fees as far as they were assessed.
/// @param nextDueAt The next due date, unix seconds.
/// @param ceiling Most principal, as a refresh would leave it now.
/// @param raisedAt When the ceiling was last raised, unix seconds.
/// @param liquidity Of the pool, USD (18 decimals), as the source says.
/// @param liquidityAt When that was, unix seconds.
/// @param isLiquidityKnown Whether it is fresh; nothing can be drawn otherwise.
/// @param room What could still be drawn as far as the ceiling goes.
/// @param vaults Number of vaults, from id 1.
/// @param auctions Number of auctions, from id 1.
/// @param isPaused Whether opening and drawing are.
/// @param prices Of the collateral.
struct TypeState {
    Totals totals;
    uint256 rate;
    uint256 debt;
    uint256 nextDueAt;
    uint256 ceiling;
    uint256 raisedAt;
    uint256 liquidity;
    uint256 liquidityAt;
    bool isLiquidityKnown;
    uint256 room;
    uint256 vaults;
    uint256 auctions;
    bool isPaused;
    Prices prices;
}
