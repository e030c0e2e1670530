// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev An event as it was emitted; its first topic says which.
struct Log {
    bytes32[] topics;
    bytes data;
    address emitter;
}

/// @title The cheatcodes of Forge that the tests use
interface Vm {
    function addr(uint256 key) external pure returns (address);
    function assertEq(uint256 left, uint256 right) external pure;
    function assertEq(uint256 left, uint256 right, string calldata why) external pure;
    function assertEq(address left, address right) external pure;
    function assertEq(bytes32 left, bytes32 right, string calldata why) external pure;
    function assertEq(string calldata left, string calldata right) external pure;
    function assertEq(bytes calldata left, bytes calldata right) external pure;
    function assertFalse(bool condition) external pure;
    function assertGe(uint256 left, uint256 right, string calldata why) external pure;
    function assertGt(uint256 left, uint256 right, string calldata why) external pure;
    function assertLe(uint256 left, uint256 right, string calldata why) external pure;
    function assertLt(uint256 left, uint256 right, string calldata why) external pure;
    function assertTrue(bool condition) external pure;
    function computeCreateAddress(address deployer, uint256 nonce) external pure returns (address);
    function cool(address account) external;
    function etch(address account, bytes calldata code) external;
    function expectEmit(address emitter) external;
    function expectPartialRevert(bytes4 selector) external;
    function expectRevert(bytes4 selector) external;
    function expectRevert(bytes calldata data) external;
    function getNonce(address account) external view returns (uint64);
    function getRecordedLogs() external returns (Log[] memory logs);
    function label(address account, string calldata name) external;
    function prank(address sender) external;
    function recordLogs() external;
    function revertToState(uint256 id) external returns (bool);
    function snapshotState() external returns (uint256 id);
    function startPrank(address sender) external;
    function stopPrank() external;
    function warp(uint256 time) external;
}

/// @title Base of all tests
abstract contract Test {
    Vm internal constant vm = Vm(0x7109709ECfa91a80626fF3989D68f67F5b1DD12D);

    /// @dev An account with a name in traces.
    function makeAddr(string memory name) internal returns (address account) {
        account = vm.addr(uint256(keccak256(bytes(name))));
        vm.label(account, name);
    }

    /// @dev How often an event was told.
    function count(Log[] memory logs, bytes32 topic) internal pure returns (uint256 found) {
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == topic) ++found;
        }
    }

    /// @dev `x` folded into [min, max].
    function bound(uint256 x, uint256 min, uint256 max) internal pure returns (uint256) {
        if (x >= min && x <= max) return x;
        return min + x % (max - min + 1);
    }
}
