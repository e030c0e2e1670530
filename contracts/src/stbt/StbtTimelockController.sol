// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @title The queue of STBT: what is scheduled waits as long as its function has to
/// @dev Operation ids are those of the library, so of the live contract. rules.md T6, T7
contract StbtTimelockController is TimelockController {
    /// @notice Grants and takes the other roles, as in the live contract.
    bytes32 public constant TIMELOCK_ADMIN_ROLE = keccak256("TIMELOCK_ADMIN_ROLE");

    /// @notice Seconds that a call of a function waits; 0 = it can't be scheduled.
    mapping(bytes4 selector => uint256) public delayMap;

    /// @param proposers Who may schedule and cancel: the Minter.
    /// @param executors Who may execute; the zero address = everybody.
    /// @param admin Grants roles, 0 = only this contract itself.
    /// @param selectors Functions that can be scheduled.
    /// @param delays Seconds each of them waits.
    constructor(
        address[] memory proposers,
        address[] memory executors,
        address admin,
        bytes4[] memory selectors,
        uint256[] memory delays
    ) TimelockController(0, proposers, executors, address(0)) {
        require(selectors.length == delays.length, "TimelockController: SELECTORS_DELAYS_LEN_NOT_MATCH");
        for (uint256 i = 0; i < selectors.length; i++) {
            delayMap[selectors[i]] = delays[i];
        }
        _setRoleAdmin(TIMELOCK_ADMIN_ROLE, TIMELOCK_ADMIN_ROLE);
        _setRoleAdmin(PROPOSER_ROLE, TIMELOCK_ADMIN_ROLE);
        _setRoleAdmin(EXECUTOR_ROLE, TIMELOCK_ADMIN_ROLE);
        _setRoleAdmin(CANCELLER_ROLE, TIMELOCK_ADMIN_ROLE);
        _grantRole(TIMELOCK_ADMIN_ROLE, address(this));
        if (admin != address(0)) _grantRole(TIMELOCK_ADMIN_ROLE, admin);
    }

    /// @notice Queues a call for as long as its function has to wait. Proposers only. Reverts with
    /// "TimelockController: UNKNOWN_SELECTOR", and if the operation is queued or done already. rules.md T6
    /// @param target Contract to call.
    /// @param value ETH to send along (wei).
    /// @param data Calldata.
    /// @param predecessor Operation that must be done before, 0 = none.
    /// @param salt Tells operations with the same call apart.
    function schedule(
        address target,
        uint256 value,
        bytes calldata data,
        bytes32 predecessor,
        bytes32 salt,
        uint256
    ) public override onlyRole(PROPOSER_ROLE) {
        uint256 delay = data.length < 4 ? 0 : delayMap[bytes4(data[:4])];
        require(delay > 0, "TimelockController: UNKNOWN_SELECTOR");
        super.schedule(target, value, data, predecessor, salt, delay);
    }

    /// @notice Not supported: one operation is one call. Reverts with "TimelockController: UNSUPPORTED".
    function scheduleBatch(address[] calldata, uint256[] calldata, bytes[] calldata, bytes32, bytes32, uint256)
        public
        pure
        override
    {
        revert("TimelockController: UNSUPPORTED");
    }

    /// @notice Not supported: delays are fixed at deployment. Reverts with "TimelockController: UNSUPPORTED".
    function updateDelay(uint256) public pure override {
        revert("TimelockController: UNSUPPORTED");
    }
}
