// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";

/// @title The queue of STBT: what is scheduled waits as long as its function has to
/// @dev Operation ids are those of the library, so of the live contract; so are the sentences of its older version,
/// which are checked before the newer library's own guards. rules.md T6, T7
contract StbtTimelockController is TimelockController {
    /// @notice Grants and takes the other roles, as in the live contract.
    bytes32 public constant TIMELOCK_ADMIN_ROLE = keccak256("TIMELOCK_ADMIN_ROLE");

    /// @notice Seconds that a call of a function waits; 0 = it can't be scheduled.
    mapping(bytes4 selector => uint256) public delayMap;

    /// @param proposers Who may schedule and cancel: the Minter, the reporter of interest.
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
    /// "TimelockController: UNKNOWN_SELECTOR", "TimelockController: operation already scheduled". rules.md T6
    /// @param target Contract to call.
    /// @param value ETH to send along (wei).
    /// @param data Calldata.
    /// @param predecessor Operation that must be done before, 0 = none.
    /// @param salt Tells operations with the same call apart.
    function schedule(address target, uint256 value, bytes calldata data, bytes32 predecessor, bytes32 salt, uint256)
        public
        override
        onlyRole(PROPOSER_ROLE)
    {
        uint256 delay = data.length < 4 ? 0 : delayMap[bytes4(data[:4])];
        require(delay > 0, "TimelockController: UNKNOWN_SELECTOR");
        bytes32 id = hashOperation(target, value, data, predecessor, salt);
        require(!isOperation(id), "TimelockController: operation already scheduled");
        super.schedule(target, value, data, predecessor, salt, delay);
    }

    /// @notice Takes an operation out of the queue that was not executed; it may be scheduled again. Cancellers only.
    /// Reverts with "TimelockController: operation cannot be cancelled". rules.md T7
    /// @param id Operation.
    function cancel(bytes32 id) public override onlyRole(CANCELLER_ROLE) {
        require(isOperationPending(id), "TimelockController: operation cannot be cancelled");
        super.cancel(id);
    }

    /// @notice Calls what was queued, from its ready time on. Executors only. Reverts with "TimelockController: operation is
    /// not ready", "TimelockController: missing dependency" and what the call says. rules.md T7
    /// @param target Contract to call.
    /// @param value ETH to send along (wei).
    /// @param payload Calldata.
    /// @param predecessor Operation that must be done before, 0 = none.
    /// @param salt As it was scheduled.
    function execute(address target, uint256 value, bytes calldata payload, bytes32 predecessor, bytes32 salt)
        public
        payable
        override
        onlyRoleOrOpenRole(EXECUTOR_ROLE)
    {
        bytes32 id = hashOperation(target, value, payload, predecessor, salt);
        require(isOperationReady(id), "TimelockController: operation is not ready");
        require(predecessor == 0 || isOperationDone(predecessor), "TimelockController: missing dependency");
        super.execute(target, value, payload, predecessor, salt);
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

    /// @dev Reverts with "AccessControl: account 0x... is missing role 0x...".
    function _checkRole(bytes32 role, address account) internal view override {
        if (hasRole(role, account)) return;
        string memory who = Strings.toHexString(abi.encodePacked(account));
        string memory what = Strings.toHexString(abi.encodePacked(role));
        revert(string.concat("AccessControl: account ", who, " is missing role ", what));
    }
}
