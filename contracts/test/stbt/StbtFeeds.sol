// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A proof of reserve that answers one word where five belong
contract ShortFeed {
    function latestRoundData() external pure returns (uint256) {
        return 1;
    }
}

/// @title A proof of reserve that can't say its decimals
contract FeedWithoutDecimals {
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, 1e18, block.timestamp, block.timestamp, 1);
    }
}
