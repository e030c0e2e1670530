// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {SignedMath} from "@openzeppelin/contracts/utils/math/SignedMath.sol";

/// @title What the app works out by itself, written a second time
/// @notice For comparing with bytecode those formulas of `src/math` that no contract has. Each is written in another way
/// than there: an inverse as the pair of inequalities that define it, an order by counting who comes before. Units:
/// see the function of the same name in `src/math`.
contract DerivedMathHarness {
    using SafeCast for int256;
    using SafeCast for uint256;

    uint256 private constant WAD = 1e18;
    uint256 private constant HUNDRED_P = 100e18;
    uint256 private constant BPS = 10_000;

    /// @notice Runs many calls of this contract in one.
    /// @param calls Encoded calls of the functions below.
    /// @return results Encoded results; empty bytes for a call that failed.
    function batch(bytes[] calldata calls) external view returns (bytes[] memory results) {
        results = new bytes[](calls.length);
        for (uint256 i = 0; i < calls.length; ++i) {
            (bool success, bytes memory result) = address(this).staticcall(calls[i]);
            if (success) results[i] = result;
        }
    }

    /// @notice Warrants of four stakers, whose addresses are the 16-bit parts of `addresses`. Reverts unless their
    /// shares add up to `totalShares` and no two of them with shares have one address. rules.md B10
    function warrantAllocation(uint256 warrants, uint256[4] calldata shares, uint256 addresses, uint256 totalShares)
        external
        pure
        returns (uint256 n0, uint256 n1, uint256 n2, uint256 n3)
    {
        require(shares[0] + shares[1] + shares[2] + shares[3] == totalShares);
        if (totalShares == 0) return (0, 0, 0, 0);
        uint256[4] memory n;
        uint256 left = warrants;
        for (uint256 i = 0; i < 4; ++i) {
            n[i] = Math.mulDiv(warrants, shares[i], totalShares);
            left -= n[i];
        }
        for (uint256 i = 0; i < 4; ++i) {
            if (shares[i] != 0 && _before(i, warrants, shares, addresses, totalShares) < left) ++n[i];
        }
        return (n[0], n[1], n[2], n[3]);
    }

    /// @notice Part of the pool after a deposit. Rounds down; 0 in an empty pool. rules.md B2
    function poolShareAfterDown(uint256 shares, uint256 deposit, uint256 totalShares) external pure returns (uint256) {
        uint256 all = totalShares + deposit;
        uint256 mine = shares + deposit;
        return all == 0 ? 0 : Math.mulDiv(WAD, mine, all);
    }

    /// @notice Worth of an asset. Rounds down. rules.md B13
    function assetToUsdtDown(uint256 amount, uint256 assetUnit, uint256 priceUsdt) external pure returns (uint256) {
        return Math.mulDiv(priceUsdt, amount, assetUnit);
    }

    /// @notice The most that can be credited for so many shares: one unit more would buy another share. rules.md M7
    function maxAssetsForShares(uint256 shares, uint256 price) external pure returns (uint256) {
        return _mostFor(shares + 1, price, WAD);
    }

    /// @notice The most that can be paid for so much credit: one unit more would be credited with more. rules.md M4, M7
    function maxAssetsBeforeDiscount(uint256 credited, uint256 discountP) external pure returns (uint256) {
        return _mostFor(credited + 1, HUNDRED_P, HUNDRED_P + discountP);
    }

    /// @notice Assets per share. Rounds up. rules.md M4
    function effectivePriceUp(uint256 assets, uint256 shares) external pure returns (uint256) {
        return Math.mulDiv(assets, WAD, shares) + (mulmod(assets, WAD, shares) == 0 ? 0 : 1);
    }

    /// @notice Fall of the price, in percent, that the discount makes up for. Rounds down; 0 without locked shares.
    function breakEvenFallPDown(uint256 lockedShares, uint256 plainShares) external pure returns (uint256) {
        if (lockedShares <= plainShares) return 0;
        return Math.mulDiv(HUNDRED_P, lockedShares - plainShares, lockedShares);
    }

    /// @notice Shares of a request that fit under a room in assets. Rounds down. rules.md M8
    function redeemableSharesDown(uint256 requested, uint256 price, uint256 room) external pure returns (uint256) {
        uint256 worth = Math.mulDiv(requested, price, WAD);
        return worth > room ? Math.mulDiv(room, WAD, price) : requested;
    }

    /// @notice What the supply may have grown by since the snapshot. Rounds down. rules.md M7
    function dailyAllowanceDown(uint256 currentMaxSupply, uint256 increaseDailyP) external pure returns (uint256) {
        return Math.mulDiv(increaseDailyP, currentMaxSupply, increaseDailyP + HUNDRED_P);
    }

    /// @notice CR in percent, from price and PnL. Rounds down; 0 where a share can be worth nothing. rules.md M2
    function collateralizationFromPricePDown(uint256 price, int256 pnlPerToken) external pure returns (uint256) {
        if (pnlPerToken < 0) {
            return price == 0 ? 0 : Math.mulDiv(price + SignedMath.abs(pnlPerToken), HUNDRED_P, price);
        }
        uint256 most = price + pnlPerToken.toUint256();
        return most == 0 ? 0 : Math.mulDiv(price, HUNDRED_P, most);
    }

    /// @notice Seconds until assets fit under a limit that frees itself in a day; all of uint256 for never. Rounds up.
    /// rules.md M8
    function secondsUntilRoomUp(uint256 assets, uint256 used, uint256 limit) external pure returns (uint256 wait) {
        uint256 wanted = assets + used;
        if (wanted <= limit) return 0;
        if (assets > limit || limit == 0) return type(uint256).max;
        wait = Math.mulDiv(wanted - limit, 1 days, limit);
        if (mulmod(wanted - limit, 1 days, limit) != 0) ++wait;
    }

    /// @notice What is left after slippage. Rounds down.
    function afterSlippageDown(uint256 expected, uint256 slippageBps) external pure returns (uint256) {
        return Math.mulDiv(BPS - slippageBps, expected, BPS);
    }

    /// @notice The most that can be sent to Tether's transfer so that no more than an amount arrives. rules.md U4
    function maxBeforeFee(uint256 arriving, uint256 feeBps, uint256 maximumFee) external pure returns (uint256) {
        uint256 byMaximum = arriving + maximumFee;
        if (feeBps >= BPS) return byMaximum;
        // ceil(x * rest / BPS) <= arriving is x * rest < arriving * BPS + 1
        uint256 byShare = Math.mulDiv(arriving, BPS, BPS - feeBps);
        assert(!_isMore(byShare, BPS - feeBps, arriving, BPS));
        assert(byShare == type(uint256).max || _isMore(byShare + 1, BPS - feeBps, arriving, BPS));
        return byShare < byMaximum ? byShare : byMaximum;
    }

    /// @notice What an exercise leaves: the same debt, more in the ledger. rules.md B6
    function backingAfterExercise(uint256 outstanding, uint256 ledger, uint256 received)
        external
        pure
        returns (uint256 outstandingUsdt, uint256 ledgerUsdt)
    {
        return (outstanding, received + ledger);
    }

    /// @notice What a conversion leaves: less debt, the same in the ledger. rules.md B6
    function backingAfterConversion(uint256 outstanding, uint256 ledger, uint256 principal)
        external
        pure
        returns (uint256 outstandingUsdt, uint256 ledgerUsdt)
    {
        require(principal <= outstanding);
        return (outstanding - principal, ledger);
    }

    /// @notice What an early redemption leaves; paid by the ledger where `payer` is odd. rules.md B6
    function backingAfterEarlyRedemption(uint256 outstanding, uint256 ledger, uint256 principal, uint256 payer)
        external
        pure
        returns (uint256 outstandingUsdt, uint256 ledgerUsdt)
    {
        uint256 byLedger = principal * (payer & 1);
        require(principal <= outstanding && byLedger <= ledger);
        return (outstanding - principal, ledger - byLedger);
    }

    /// @notice What can still be sold. rules.md B3, B4
    function leftForSale(uint256 limit, uint256 sold) external pure returns (uint256) {
        return limit - Math.min(limit, sold);
    }

    /// @notice PnL per share after a discount was charged. Rounds up. rules.md M6
    function pnlAfterUnlockUp(int256 pnl, uint256 discount, uint256 supply) external pure returns (int256) {
        uint256 loss = Math.mulDiv(WAD, discount, supply) + (mulmod(WAD, discount, supply) == 0 ? 0 : 1);
        return pnl + loss.toInt256();
    }

    /// @notice Price of a share at a PnL: what is left of the most it can be worth. rules.md M1, M6
    function priceAtPnl(uint256 most, int256 pnl) external pure returns (uint256) {
        if (pnl < 0) return most;
        return most - Math.min(most, pnl.toUint256());
    }

    /// @notice 1 where an unlock that leaves this PnL is refused; a price of 0 is allowed where `zero` is odd. rules.md M6
    function isUnlockRefused(uint256 most, int256 pnl, uint256 zero) external pure returns (uint256) {
        if (pnl < 0) return 0;
        uint256 gone = pnl.toUint256();
        return gone > most || (gone == most && zero & 1 == 0) ? 1 : 0;
    }

    /// @dev The largest x with x * factor < limit * price, which both inequalities prove.
    function _mostFor(uint256 limit, uint256 price, uint256 factor) private pure returns (uint256 x) {
        require(price != 0);
        (uint256 high, uint256 low) = Math.mul512(limit, price);
        // Exactly 2^256 * factor: the one product whose quotient is too large and whose answer is not.
        if (high == factor && low == 0) return type(uint256).max;
        x = Math.mulDiv(limit, price, factor);
        if (mulmod(limit, price, factor) == 0) --x;
        assert(_isMore(limit, price, x, factor));
        assert(x == type(uint256).max || !_isMore(limit, price, x + 1, factor));
    }

    /// @dev Whether a * b > c * d, in 512 bits.
    function _isMore(uint256 a, uint256 b, uint256 c, uint256 d) private pure returns (bool) {
        (uint256 high, uint256 low) = Math.mul512(a, b);
        (uint256 otherHigh, uint256 otherLow) = Math.mul512(c, d);
        return high > otherHigh || (high == otherHigh && low > otherLow);
    }

    /// @dev How many stakers are served before staker i: a larger lost fraction, or the same and a lower address.
    function _before(uint256 i, uint256 warrants, uint256[4] calldata shares, uint256 addresses, uint256 totalShares)
        private
        pure
        returns (uint256 count)
    {
        uint256 mine = mulmod(warrants, shares[i], totalShares);
        uint256 address_ = _addressOf(addresses, i);
        for (uint256 j = 0; j < 4; ++j) {
            if (j == i || shares[j] == 0) continue;
            require(_addressOf(addresses, j) != address_);
            uint256 theirs = mulmod(warrants, shares[j], totalShares);
            if (theirs > mine || (theirs == mine && _addressOf(addresses, j) < address_)) ++count;
        }
    }

    /// @dev Address of staker i.
    function _addressOf(uint256 addresses, uint256 i) private pure returns (uint256) {
        return (addresses >> (16 * i)) & 0xffff;
    }
}
