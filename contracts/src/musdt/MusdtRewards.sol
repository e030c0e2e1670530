// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {MusdtClock} from "./MusdtClock.sol";
import {MusdtMath} from "./MusdtMath.sol";

/// @title Rewards on their way into the price
/// @notice At once in a vault with epochs. Linearly over 24 hours in a vault with an instant exit, where a deposit of a
/// few seconds would otherwise take what it did not earn. What has not arrived is outside price and collateral.
/// rules.md M7, M10
abstract contract MusdtRewards is ERC20, MusdtClock {
    /// @dev Seconds in which a reward enters the price of a vault with an instant exit. rules.md M7
    uint256 private constant STREAM_SECONDS = 24 hours;

    uint256 private _settledRewardsPerToken;
    uint256 private _rewardsLeft;
    uint256 private _streamSeconds;
    uint256 private _settledAt;

    /// @notice Rewards per share so far, 1e18 = 1 USDT per mUSDT; by block time while rewards stream in. rules.md M10
    function accRewardsPerToken() public view returns (uint256) {
        uint256 streamed = _rewardsLeft - _unstreamed();
        if (streamed == 0) return _settledRewardsPerToken;
        return _settledRewardsPerToken + MusdtMath.gainPerTokenDown(streamed, totalSupply());
    }

    /// @notice Rewards (USDT, 6 decimals) that are not in the price yet, and the seconds in which they will be; while
    /// there is less than one whole mUSDT both stand still. rules.md M7
    function rewardStream() external view returns (uint256 assets, uint256 secondsLeft) {
        assets = _unstreamed();
        secondsLeft = assets == 0 ? 0 : _streamSeconds - _elapsed();
    }

    /// @dev Puts what has streamed in until now into the stored rewards. Before each change of the supply, which is what
    /// it is shared out by. Returns whether the price follows from other stored values now.
    function _settleRewards() internal returns (bool hasStreamed) {
        if (_rewardsLeft == 0) return false;
        uint256 left = _unstreamed();
        hasStreamed = left != _rewardsLeft;
        _settledRewardsPerToken = accRewardsPerToken();
        _streamSeconds = left == 0 ? 0 : _streamSeconds - _elapsed();
        (_rewardsLeft, _settledAt) = (left, block.timestamp);
    }

    /// @dev Adds a reward. What is still on its way keeps its share of the time: 24 hours and what was left of them are
    /// averaged by amount, so that nobody holds a stream up with a unit.
    /// @param received USDT (6 decimals), not 0.
    function _addReward(uint256 received) internal {
        _settleRewards();
        uint256 duration = epochLength == 0 ? STREAM_SECONDS : 0;
        _streamSeconds = MusdtMath.streamSecondsDown(_rewardsLeft, _streamSeconds, received, duration);
        (_rewardsLeft, _settledAt) = (_rewardsLeft + received, block.timestamp);
        _settleRewards();
    }

    /// @dev Rewards that are not in the price yet (USDT, 6 decimals). Rounds up.
    function _unstreamed() internal view returns (uint256) {
        return MusdtMath.unstreamedUp(_rewardsLeft, _streamSeconds, _elapsed());
    }

    /// @dev One whole share: what is less counts as no supply. rules.md M9
    function _wholeShare() internal view returns (uint256) {
        return 10 ** uint256(decimals());
    }

    /// @dev Seconds since the last settlement in which there was somebody to receive rewards. rules.md M7
    function _elapsed() private view returns (uint256) {
        return totalSupply() < _wholeShare() ? 0 : block.timestamp - _settledAt;
    }
}
