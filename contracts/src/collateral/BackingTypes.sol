// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Prices} from "./CollateralTypes.sol";

/// @notice Why the backing has moved. rules.md C11
enum BackingCause {
    Minted,
    RedeemedTao,
    RedeemedUsd,
    /// By the protocol.
    Added,
    /// By the protocol.
    Removed,
    /// What was paid for surplus. rules.md C4
    Surplus,
    /// What was here beyond the books.
    Gift,
    /// TAO for TUSDT that is burnt. rules.md C12
    Sale
}

/// @notice What the vault holds, as booked, and what it has to back.
/// @param tao TAO (18 decimals).
/// @param usd USDC (6 decimals).
/// @param outstanding S, TUSDT (18 decimals).
struct Holdings {
    uint256 tao;
    uint256 usd;
    int256 outstanding;
}

/// @notice Sum of all movements of one cause: what came in is positive.
/// @param tao TAO (18 decimals).
/// @param usd USDC (6 decimals).
/// @param tusdt TUSDT (18 decimals): minted is positive, burnt negative.
struct LedgerLine {
    int128 tao;
    int128 usd;
    int128 tusdt;
}

/// @notice A day as it began, and what has moved since. rules.md C2
/// @param day floor(time / 86400).
/// @param price Pmin: low at the day's first touch that had a price, WAD.
/// @param backing C0 at that price, USD (18 decimals).
/// @param outstanding S0, TUSDT.
/// @param added Rd: what the protocol and surplus sales added since, less what was removed, at that price, USD (18
/// decimals).
/// @param minted What was minted since, less what was redeemed, TUSDT.
struct Day {
    uint256 day;
    uint256 price;
    uint256 backing;
    int256 outstanding;
    int256 added;
    int256 minted;
}

/// @notice Parameters of the backing. Ratios are WAD, times seconds.
/// @param target CRt: below it nothing is minted or removed.
/// @param level0 Below it TAO is sold.
/// @param recovery t: up to it TAO is sold.
/// @param safety m: how much of what was added today counts.
/// @param bufferWad What a sale begins at, of the current price.
/// @param tau When a sale's price would reach 0.
/// @param tail When a sale must be reset.
/// @param cusp Below this part of its first price a sale must be reset.
/// @param protocol Adds and removes backing.
/// @param pauser Pauses minting, and nothing else.
struct BackingParameters {
    uint256 target;
    uint256 level0;
    uint256 recovery;
    uint256 safety;
    uint256 bufferWad;
    uint256 tau;
    uint256 tail;
    uint256 cusp;
    address protocol;
    address pauser;
}

/// @notice A sale that runs. rules.md C12
/// @param startedAt Or reset at, unix seconds; 0 where none runs.
/// @param top Its first price, WAD.
struct Sale {
    uint256 startedAt;
    uint256 top;
}

/// @notice What stands in the way of a take.
enum SaleState {
    /// No sale runs, and none is wanted.
    None,
    /// The ratio is below level 0: anyone may start one.
    Startable,
    /// A take is possible.
    Running,
    /// Too old, too cheap, or older than a freeze: anyone may reset it.
    Resettable,
    /// The ratio has recovered, or nothing is left to sell: anyone may end it.
    Over,
    /// At this ratio no sale helps. rules.md C12
    Underbacked,
    /// There is no current price.
    NoPrice
}

/// @notice All of a sale in one view. rules.md C7, C12
/// @param price Of a take now, WAD; 0 from its end on.
/// @param floor The least price of a take, WAD.
/// @param need TUSDT that is still wanted at this price; 0 where no take is possible.
/// @param lot TAO that can be bought: all the vault holds.
/// @param current TAO's price, WAD; 0 where none holds.
/// @param tailAt When it must be reset at the latest, unix seconds; 0 where none runs.
struct SaleStatus {
    SaleState state;
    Sale sale;
    uint256 price;
    uint256 floor;
    uint256 need;
    uint256 lot;
    uint256 current;
    uint256 tailAt;
}

/// @notice All of the asset-backing vault in one view.
/// @param holdings As booked.
/// @param prices Of TAO.
/// @param day As the next action will find it.
/// @param dayCap ΔSmax, TUSDT.
/// @param roomOfDay What is left of it, TUSDT; 0 without a price.
/// @param roomOfRatio What can be minted at low until the ratio is at its target, TUSDT; 0 without a price.
/// @param lastLow The price that under-backing is judged by, WAD; 0 where none was ever known.
/// @param backing C at current, USD (18 decimals); without a current price that of the USD alone.
/// @param backingAtLow C at `lastLow`, USD (18 decimals).
/// @param supply Of TUSDT.
/// @param tusdtGift TUSDT sent here by mistake; `bookGifts` burns it.
/// @param taoGift TAO beyond the books.
/// @param usdGift USDC beyond the books.
struct BackingState {
    Holdings holdings;
    Prices prices;
    Day day;
    BackingParameters parameters;
    uint256 dayCap;
    uint256 roomOfDay;
    uint256 roomOfRatio;
    uint256 lastLow;
    uint256 backing;
    uint256 backingAtLow;
    uint256 supply;
    uint256 tusdtGift;
    uint256 taoGift;
    uint256 usdGift;
    bool isPaused;
}
