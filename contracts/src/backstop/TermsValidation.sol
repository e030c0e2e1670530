// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TwapOracle} from "./TwapOracle.sol";
import {BackstopMath} from "./BackstopMath.sol";
import {Terms} from "./BackstopTypes.sol";

/// @title Which terms a series may have
/// @notice Refuses terms under which a series could not be finalized or settled later. rules.md B1
library TermsValidation {
    /// @dev Above any real amount, and small enough that no product of the formulas overflows.
    uint256 private constant MAX_AMOUNT = type(uint128).max;

    /// @dev Shorter, and a moment's price decides; longer, and the average says nothing of the day.
    uint256 private constant MIN_TWAP_WINDOW = 1 hours;
    uint256 private constant MAX_TWAP_WINDOW = 7 days;

    /// @notice The times are not in order, or staking would be over already. Unix seconds.
    error Backstop_InvalidSchedule(
        uint256 stakingOpen, uint256 stakingClose, uint256 saleOpen, uint256 saleClose, uint256 maturity, uint256 now_
    );

    /// @notice Coverage below 100%.
    error Backstop_InvalidCoverage(uint256 coverageBps);

    /// @notice A percentage above 100%.
    error Backstop_InvalidBps(uint256 bps);

    /// @notice The minimum is above the maximum. USDT, 6 decimals.
    error Backstop_InvalidSaleRange(uint256 minSaleUsdt, uint256 maxSaleUsdt);

    /// @notice A price or par of 0, or an amount that formulas could not carry. USDT, 6 decimals.
    error Backstop_InvalidAmount(uint256 amount, uint256 min, uint256 max);

    /// @notice A strike or conversion price too far from the market. USDT units (6 decimals) per whole MSTR.
    error Backstop_StrikeOffMarket(uint256 strikeUsdt, uint256 minUsdt, uint256 maxUsdt);

    /// @notice A window of average prices that is too short or too long. Seconds.
    error Backstop_InvalidTwapWindow(uint256 window, uint256 min, uint256 max);

    /// @notice The oracle's feed has no price yet from before the first window of the series. Unix seconds.
    error Backstop_OracleTooYoung(TwapOracle oracle, uint256 neededAt, uint256 latestAt);

    /// @notice Reverts, with one of the errors above, for terms that a series may not have. rules.md B1
    /// @param terms Terms to check.
    function check(Terms calldata terms) internal view {
        _checkSchedule(terms);
        if (terms.coverageBps < BackstopMath.BPS) revert Backstop_InvalidCoverage(terms.coverageBps);
        if (terms.twapWindow < MIN_TWAP_WINDOW || terms.twapWindow > MAX_TWAP_WINDOW) {
            revert Backstop_InvalidTwapWindow(terms.twapWindow, MIN_TWAP_WINDOW, MAX_TWAP_WINDOW);
        }
        _checkBps(terms.upfrontBps);
        _checkBps(terms.warrantBps);
        _checkBps(terms.compensationBps);
        if (terms.minSaleUsdt > terms.maxSaleUsdt) {
            revert Backstop_InvalidSaleRange(terms.minSaleUsdt, terms.maxSaleUsdt);
        }
        _checkAmount(terms.maxSaleUsdt, 1);
        _checkAmount(terms.warrantParUsdt, 1);
        _checkAmount(terms.strikeUsdt, 1);
        _checkAmount(terms.conversionUsdt, 1);
        _checkAmount(terms.reserveUsdt, 0);
    }

    /// @notice Reverts unless the oracle's feed has a fresh price from before the window of the sale's close, so that its
    /// rounds can cover it. rules.md B9, B12, B17
    /// @dev Reverts with Backstop_OracleTooYoung, and with the adapter's errors for a feed that is broken or stale.
    /// @param terms Terms to check; their schedule and window are valid.
    /// @param oracle Oracle of the series.
    function checkOracle(Terms calldata terms, TwapOracle oracle) internal view {
        uint256 neededAt = terms.saleClose - terms.twapWindow;
        (, uint256 latestAt) = oracle.adapter().latestPrice();
        if (latestAt > neededAt) revert Backstop_OracleTooYoung(oracle, neededAt, latestAt);
    }

    /// @notice Reverts with Backstop_StrikeOffMarket for a strike or conversion price below half or above ten times the
    /// present price: a cheap one mints MSTR at the expense of every series. rules.md B1, B6
    /// @dev Reverts with the adapter's errors for a feed that is broken or stale. The bounds are inclusive.
    /// @param terms Terms to check.
    /// @param mstrOracle Oracle of MSTR.
    function checkStrikes(Terms calldata terms, TwapOracle mstrOracle) internal view {
        (uint256 price,) = mstrOracle.adapter().latestPrice();
        _checkStrike(terms.strikeUsdt, price);
        _checkStrike(terms.conversionUsdt, price);
    }

    /// @dev Reverts with Backstop_StrikeOffMarket.
    function _checkStrike(uint256 strikeUsdt, uint256 price) private pure {
        (uint256 min, uint256 max) = (price - price / 2, price * 10);
        if (strikeUsdt < min || strikeUsdt > max) revert Backstop_StrikeOffMarket(strikeUsdt, min, max);
    }

    /// @dev Staking, then sale, then tenor; staking not over yet.
    function _checkSchedule(Terms calldata terms) private view {
        bool isOrdered = terms.stakingOpen < terms.stakingClose && terms.stakingClose <= terms.saleOpen
            && terms.saleOpen < terms.saleClose && terms.saleClose < terms.maturity;
        if (isOrdered && block.timestamp < terms.stakingClose) return;
        revert Backstop_InvalidSchedule(
            terms.stakingOpen, terms.stakingClose, terms.saleOpen, terms.saleClose, terms.maturity, block.timestamp
        );
    }

    /// @dev Reverts with Backstop_InvalidBps.
    function _checkBps(uint256 bps) private pure {
        if (bps > BackstopMath.BPS) revert Backstop_InvalidBps(bps);
    }

    /// @dev Reverts with Backstop_InvalidAmount.
    function _checkAmount(uint256 amount, uint256 min) private pure {
        if (amount < min || amount > MAX_AMOUNT) revert Backstop_InvalidAmount(amount, min, MAX_AMOUNT);
    }
}
