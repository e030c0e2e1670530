// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice Life of a series. rules.md B1
enum Phase {
    Announced,
    Staking,
    Sale,
    Tenor,
    Matured,
    Settled,
    Cancelled
}

/// @notice Asset of the upfront share. rules.md B9
enum PayoutAsset {
    Btc,
    Usdt,
    Mstr
}

/// @notice Which source of BTC pays first when stakers are made whole. rules.md B13
enum MakeWholeOrder {
    SeriesFirst,
    TreasuryFirst
}

/// @notice Who pays an early redemption. rules.md B6
enum Payer {
    Ledger,
    Treasury
}

/// @notice Why required backstop fell. rules.md B5, B6, B11
enum ReleaseCause {
    SaleFinalized,
    WarrantExercised,
    NoteConverted,
    NoteRedeemed,
    Settled
}

/// @notice The contracts of one series.
struct SeriesAddresses {
    address series;
    address pool;
    address ledger;
    address note;
    address warrant;
}

/// @notice The terms of a series, fixed at creation. Times are unix seconds, windows are [open, close). rules.md B1
struct Terms {
    string name;
    uint64 stakingOpen;
    uint64 stakingClose;
    uint64 saleOpen;
    uint64 saleClose;
    uint64 maturity;
    /// Length of every average price of the series, in seconds; 24 hours unless there is a reason. rules.md B1, B17
    uint32 twapWindow;
    uint16 coverageBps;
    uint16 upfrontBps;
    uint16 warrantBps;
    uint16 compensationBps;
    PayoutAsset upfrontAsset;
    MakeWholeOrder makeWholeOrder;
    uint256 minSaleUsdt;
    uint256 maxSaleUsdt;
    /// USDT par of one staker warrant (6 decimals).
    uint256 warrantParUsdt;
    /// USDT units per whole MSTR at which a warrant is exercised.
    uint256 strikeUsdt;
    /// USDT units per whole MSTR at which a Note converts.
    uint256 conversionUsdt;
    /// USD amount of the reserved MSTR (6 decimals).
    uint256 reserveUsdt;
}

/// @notice Where a series stands now. Amounts in USDT (6 decimals) unless named otherwise.
struct SeriesState {
    Phase phase;
    bool isPaused;
    bool isFinalized;
    uint256 totalShares;
    uint256 capacityUsdt;
    uint256 saleLimitUsdt;
    uint256 soldUsdt;
    uint256 outstandingUsdt;
    uint256 ledgerUsdt;
    /// R: while staking and selling all of T is required; 0 when cancelled; U after settlement.
    uint256 requiredUsdt;
    uint256 stakerCount;
    uint256 withdrawnUsdt;
    /// What stakers are owed upfront, in USDT; from finalization on.
    uint256 upfrontUsdt;
    /// Whether `upfrontTotal` is known; before, it is 0.
    bool isUpfrontFixed;
    /// In base units of `upfrontAsset`: what stakers are owed, and how much of it has been paid in.
    uint256 upfrontTotal;
    uint256 upfrontFunded;
    uint256 warrantTotal;
    bool isWarrantAllocationComplete;
    /// Whether M has been minted, or is not needed any more.
    bool isMstrReserved;
    /// MSTR held for the stakers (18 decimals): the reserve until the compensation is fixed.
    uint256 mstrReserved;
    /// BTC held by the series itself for make-whole (8 decimals), until paid or returned.
    uint256 seriesBtc;
}

/// @notice How a series was settled. All zero before; the compensation (from the prices on) is zero until `fixedAt`.
/// rules.md B11-B13
struct SettlementResult {
    uint64 settledAt;
    uint64 fixedAt;
    uint256 outstandingUsdt;
    uint256 fromLedgerUsdt;
    uint256 usedUsdt;
    uint256 mstrPriceUsdt;
    uint256 btcPriceUsdt;
    uint256 targetUsdt;
    uint256 mstrPaid;
    uint256 mstrBurnt;
    uint256 btcOwed;
    uint256 btcFunded;
}

/// @notice One staker in one series.
struct Position {
    uint256 shares;
    uint256 withdrawnUsdt;
    uint256 entitlementUsdt;
    uint256 claimableUsdt;
    uint256 upfrontClaimed;
    uint256 upfrontClaimable;
    /// Warrants due to the staker; 0 until the allocation is complete.
    uint256 warrants;
    bool hasClaimedWarrants;
    uint256 mstrClaimed;
    uint256 mstrClaimable;
    uint256 btcClaimed;
    uint256 btcClaimable;
}
