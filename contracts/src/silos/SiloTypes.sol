// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev What the reserve holds, in base units: USDC and XTZ, 6 decimals each. Everything else it has is a stray.
/// f1, f3: USDC of Silos 1 and 3. x2, x4: XTZ of Silos 2 and 4. The chamber is outside the four silos; what is owed are
/// dividends and the ecosystem's parts that nobody has claimed yet.
struct Books {
    uint256 f1;
    uint256 x2;
    uint256 f3;
    uint256 x4;
    uint256 chamberUsd;
    uint256 chamberXtz;
    uint256 owedUsd;
    uint256 owedXtz;
}

/// @dev Cycles and their closings. `number`: cycles closed so far; `lastEnd`: end of the last of them, at first the
/// start; `closedAt`: when they were closed, at first the start (unix seconds). The harvest is that of the last closing
/// and its repetitions. `maxSupply`: Smax, the greatest supply of a closing that found all four full. rules.md S8, S10
struct Cycle {
    uint64 number;
    uint64 lastEnd;
    uint64 closedAt;
    uint256 harvestUsd;
    uint256 harvestXtz;
    uint256 maxSupply;
}

/// @dev Everything the vote may change, each by its number. rules.md S19
enum Key {
    LatchMinSupply,
    FeedHeartbeatSeconds,
    DexHeartbeatSeconds,
    UsdcHeartbeatSeconds,
    MaxDeviationBps,
    SlippageBps,
    XtzSpreadBps,
    FeedThresholdBps,
    DepegBps,
    CycleSeconds,
    RepeatSeconds,
    VoteSeconds,
    DelaySeconds,
    FeedSource,
    DexSource,
    UsdcSource,
    Exchange,
    Ecosystem,
    Pauser
}

/// @dev The same by name. `latchMinSupply`: USDtz, 6 decimals. `feedThresholdBps`: the deviation at which the feed's
/// operators answer anew. `exchange`: the adapter all conversions go through.
struct Parameters {
    uint256 latchMinSupply;
    uint256 feedHeartbeatSeconds;
    uint256 dexHeartbeatSeconds;
    uint256 usdcHeartbeatSeconds;
    uint256 maxDeviationBps;
    uint256 slippageBps;
    uint256 xtzSpreadBps;
    uint256 feedThresholdBps;
    uint256 depegBps;
    uint256 cycleSeconds;
    uint256 repeatSeconds;
    uint256 voteSeconds;
    uint256 delaySeconds;
    address feedSource;
    address dexSource;
    address usdcSource;
    address exchange;
    address ecosystem;
    address pauser;
}

/// @dev What stands in the way of a price, in the order in which it is looked for. rules.md S15
enum PriceState {
    Fresh,
    FeedUnusable,
    FeedStale,
    DexUnusable,
    DexStale,
    Deviates
}

/// @dev What a source says. `price`: WAD, USD per whole token, 0 where there is none; `updatedAt`: unix seconds.
struct Quote {
    uint256 price;
    uint256 updatedAt;
}

/// @dev What an action is judged by. `low`, `high`: pLow and pHigh (WAD, USD per XTZ), 0 unless `state` is Fresh.
/// `isUsdcSound`: USDC is fresh and not below 1 - depegBps. rules.md S15, S17
struct Conditions {
    PriceState state;
    uint256 low;
    uint256 high;
    bool isUsdcSound;
    Parameters parameters;
}

/// @dev Where a conversion belongs. rules.md S13
enum Cause {
    Earnings,
    Replenish,
    Close,
    Cover,
    Distribution
}

/// @dev Parts of the chamber in basis points of all of it; they sum to 10000. rules.md S10
struct Shares {
    uint16 recapEqualBps;
    uint16 recapFullBps;
    uint16 dividendBps;
    uint16 ecosystemBps;
}
