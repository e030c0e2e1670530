// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// Holds ten drops. It belongs to a system that exists in one test only.
contract Jar {
    event Poured(address indexed who, uint256 drops);

    error JarFull(uint256 drops, uint256 room);

    uint256 public constant SIZE = 10;
    uint256 public level;

    function pour(uint256 drops) external {
        if (drops > SIZE - level) revert JarFull(drops, SIZE - level);
        level += drops;
        emit Poured(msg.sender, drops);
    }
}
