// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SiloConversions} from "./SiloConversions.sol";
import {SiloMath} from "./SiloMath.sol";
import {Books, Cause, Conditions, Cycle} from "./SiloTypes.sol";

/// @title The ends of cycles: what overflows moves on, and what is above 400% becomes the harvest
abstract contract SiloCycles is SiloConversions {
    /// @notice A closing, or its repetition. `number`: cycles closed so far; the harvest is what this call added, in
    /// USDC and XTZ (6 decimals); `price`: pLow (WAD). rules.md S8
    event CycleClosed(
        uint64 indexed number, bool isRepetition, uint256 harvestUsd, uint256 harvestXtz, uint256 supply, uint256 price
    );

    /// @notice The base latch is set for good. rules.md S4
    event Latched(uint256 supply);

    /// @notice No cycle has ended, and the last closing can't be repeated any more. Unix seconds.
    error Silos_CycleNotEnded(uint256 endsAt, uint256 repeatableUntil, uint256 now_);

    /// @notice Closes every cycle that has ended, or, within repeatSeconds of a closing, repeats it; anyone may.
    /// rules.md S8, S9
    /// @dev Reverts with Silos_CycleNotEnded, Silos_NoPrice. A conversion that is worse than its bound, or not allowed
    /// now, is skipped and told of.
    function closeCycle() external nonReentrant {
        Conditions memory now_ = settings.conditions();
        bool isRepetition = _advance(now_);
        _requirePrice(now_);
        Books memory books = _books;
        uint256 supply = _supply();
        uint256 cap = SiloMath.capUp(supply, now_.low);
        _moveInKind(books, supply, cap);
        uint256 available = _isCrash(books, supply, now_) ? books.f3 : Math.saturatingSub(books.f3, supply);
        _buy2(books, now_, cap, available);
        if (supply >= now_.parameters.latchMinSupply && books.x2 >= cap && !isLatched) {
            isLatched = true;
            emit Latched(supply);
        }
        _balanceGrowth(books, now_, supply, cap);
        _harvest(books, now_, supply, cap, isRepetition);
        _save(books, now_.low);
    }

    /// @notice Cycles and their closings.
    function cycle() external view returns (Cycle memory) {
        return _cycle;
    }

    /// @notice When the running cycle ends. A new length counts from the last closed cycle's end. rules.md S8
    /// @return Unix seconds.
    function cycleEndsAt() external view returns (uint256) {
        return _cycle.lastEnd + settings.parameters().cycleSeconds;
    }

    /// @dev Counts the cycles that have ended; none is only right within repeatSeconds of a closing. A late closing
    /// moves no date.
    function _advance(Conditions memory now_) private returns (bool isRepetition) {
        Cycle storage last = _cycle;
        uint256 cycleSeconds = now_.parameters.cycleSeconds;
        uint256 ended = (block.timestamp - last.lastEnd) / cycleSeconds;
        if (ended > 0) {
            // forge-lint: disable-start(unsafe-typecast)
            last.number += uint64(ended);
            last.lastEnd += uint64(ended * cycleSeconds);
            // forge-lint: disable-end(unsafe-typecast)
            last.closedAt = uint64(block.timestamp);
            (last.harvestUsd, last.harvestXtz) = (0, 0);
            return false;
        }
        uint256 repeatableUntil = last.number == 0 ? 0 : last.closedAt + now_.parameters.repeatSeconds;
        if (block.timestamp >= repeatableUntil) {
            revert Silos_CycleNotEnded(last.lastEnd + cycleSeconds, repeatableUntil, block.timestamp);
        }
        return true;
    }

    /// @dev Step 1: what is above 100% moves to the growth silo of the same token, and what is above 100% there back to
    /// a Silo 2 that is short.
    function _moveInKind(Books memory books, uint256 supply, uint256 cap) private pure {
        books.f3 += books.f1 - supply;
        books.f1 = supply;
        uint256 above = Math.saturatingSub(books.x2, cap);
        books.x2 -= above;
        books.x4 += above;
        uint256 back = Math.min(Math.saturatingSub(books.x4, cap), cap - books.x2);
        books.x4 -= back;
        books.x2 += back;
    }

    /// @dev Step 2: Silo 3 buys what Silo 2 is short of.
    function _buy2(Books memory books, Conditions memory now_, uint256 cap, uint256 available) private {
        (uint256 spent, uint256 received) = _fill(Cause.Close, now_, true, cap - books.x2, available);
        books.f3 -= spent;
        books.x2 += received;
    }

    /// @dev Step 4: the overflow of one growth silo fills the other.
    function _balanceGrowth(Books memory books, Conditions memory now_, uint256 supply, uint256 cap) private {
        uint256 spent;
        uint256 received;
        if (books.f3 < supply) {
            (spent, received) = _fill(Cause.Close, now_, false, supply - books.f3, Math.saturatingSub(books.x4, cap));
            books.x4 -= spent;
            books.f3 += received;
        } else {
            (spent, received) = _fill(Cause.Close, now_, true, Math.saturatingSub(cap, books.x4), books.f3 - supply);
            books.f3 -= spent;
            books.x4 += received;
        }
    }

    /// @dev Step 5: where the latch is set, the supply worth it and all four full, everything above is the harvest.
    function _harvest(Books memory books, Conditions memory now_, uint256 supply, uint256 cap, bool isRepetition)
        private
    {
        uint256 usd;
        uint256 xtz_;
        bool isFull = books.x2 >= cap && books.f3 >= supply && books.x4 >= cap;
        if (isLatched && supply >= now_.parameters.latchMinSupply && isFull) {
            usd = books.f3 - supply;
            xtz_ = books.x2 - cap + books.x4 - cap;
            (books.f3, books.x2, books.x4) = (supply, cap, cap);
            books.chamberUsd += usd;
            books.chamberXtz += xtz_;
            _cycle.harvestUsd += usd;
            _cycle.harvestXtz += xtz_;
            _cycle.maxSupply = Math.max(_cycle.maxSupply, supply);
        }
        emit CycleClosed(_cycle.number, isRepetition, usd, xtz_, supply, now_.low);
    }
}
