// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Collateral_NotGovernance} from "./CollateralErrors.sol";

/// @title Parameters that change only within bounds, and only after a public delay
/// @notice Governance proposes; once the delay is over anyone applies. What waits can be read by everyone. rules.md C3
/// @dev Keys are the values of an enum of the inheriting contract.
abstract contract Governed {
    /// @param value In the parameter's own unit; an address as a number.
    /// @param effectiveAt When it can be applied, unix seconds; 0 where nothing waits.
    struct Pending {
        uint256 value;
        uint256 effectiveAt;
    }

    /// @notice Proposes and withdraws changes.
    address public immutable governance;

    /// @notice Time between a proposal and its effect.
    uint256 public immutable delaySeconds;

    mapping(uint256 key => uint256) private _values;
    mapping(uint256 key => Pending) private _pending;

    /// @notice A change was proposed.
    event ChangeProposed(uint256 indexed key, uint256 valueNow, uint256 value, uint256 effectiveAt);

    /// @notice A proposed change was withdrawn.
    event ChangeWithdrawn(uint256 indexed key, uint256 value);

    /// @notice A parameter has changed.
    event ParameterChanged(uint256 indexed key, uint256 valueBefore, uint256 value);

    /// @notice Outside the parameter's bounds, both inclusive.
    error Collateral_OutOfBounds(uint256 key, uint256 value, uint256 least, uint256 most);

    /// @notice Nothing waits for this parameter.
    error Collateral_NothingPending(uint256 key);

    /// @notice Too early. Unix seconds.
    error Collateral_NotYet(uint256 effectiveAt);

    /// @notice The delay is too short for people to leave.
    error Collateral_DelayTooShort(uint256 delaySeconds);

    /// @dev Reverts with Collateral_NotGovernance.
    modifier onlyGovernance() {
        if (msg.sender != governance) revert Collateral_NotGovernance(msg.sender);
        _;
    }

    /// @param governance_ Proposes changes.
    /// @param delaySeconds_ At least a day.
    constructor(address governance_, uint256 delaySeconds_) {
        if (delaySeconds_ < 1 days) revert Collateral_DelayTooShort(delaySeconds_);
        (governance, delaySeconds) = (governance_, delaySeconds_);
    }

    /// @notice Proposes a change; one that waits already is replaced, and the delay begins anew. Governance only.
    /// @dev Reverts with Collateral_NotGovernance, Collateral_OutOfBounds, or as `_requireConsistent` does.
    function propose(uint256 key, uint256 value) external onlyGovernance {
        _requireWithin(key, value);
        uint256 effectiveAt = block.timestamp + delaySeconds;
        _pending[key] = Pending(value, effectiveAt);
        emit ChangeProposed(key, _values[key], value, effectiveAt);
    }

    /// @notice Withdraws a proposed change. Governance only. Reverts with Collateral_NotGovernance, Collateral_NothingPending.
    function withdrawChange(uint256 key) external onlyGovernance {
        Pending memory pending = _pending[key];
        if (pending.effectiveAt == 0) revert Collateral_NothingPending(key);
        delete _pending[key];
        emit ChangeWithdrawn(key, pending.value);
    }

    /// @notice Applies a change whose delay is over; anyone may. rules.md C3
    /// @dev Reverts with Collateral_NothingPending, Collateral_NotYet, or as `_requireConsistent` does.
    function applyChange(uint256 key) external {
        Pending memory pending = _pending[key];
        if (pending.effectiveAt == 0) revert Collateral_NothingPending(key);
        if (block.timestamp < pending.effectiveAt) revert Collateral_NotYet(pending.effectiveAt);
        _beforeChange(key);
        delete _pending[key];
        emit ParameterChanged(key, _values[key], pending.value);
        _values[key] = pending.value;
        _requireConsistent();
    }

    /// @notice What a parameter is now; an address as a number.
    function valueOf(uint256 key) public view returns (uint256) {
        return _values[key];
    }

    /// @notice What waits for a parameter.
    function pendingOf(uint256 key) public view returns (Pending memory) {
        return _pending[key];
    }

    /// @notice Least and most of a parameter, both inclusive; reverts for a key there is not.
    function boundsOf(uint256 key) public view virtual returns (uint256 least, uint256 most);

    /// @dev The first value of a parameter, within its bounds.
    function _init(uint256 key, uint256 value) internal {
        _requireWithin(key, value);
        _values[key] = value;
        emit ParameterChanged(key, 0, value);
    }

    /// @dev What must be settled by the old value: a drip, for instance. rules.md C3
    function _beforeChange(uint256 key) internal virtual;

    /// @dev Reverts where parameters do not fit each other.
    function _requireConsistent() internal view virtual;

    function _requireWithin(uint256 key, uint256 value) private view {
        (uint256 least, uint256 most) = boundsOf(key);
        if (value < least || value > most) revert Collateral_OutOfBounds(key, value, least, most);
    }
}
