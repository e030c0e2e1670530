// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Silos_NotTrustees} from "./SiloErrors.sol";
import {SiloPrices} from "./SiloPrices.sol";
import {Key, Parameters} from "./SiloTypes.sol";

/// @title Parameters and addresses of the four silos
/// @notice Each has bounds. Only the trustees' contract changes them, after a vote and a public delay. rules.md S18, S19
contract SiloSettings is SiloPrices {
    /// @dev A parameter that is an address begins here.
    uint256 private constant FIRST_ADDRESS = uint256(Key.FeedSource);

    /// @notice Contract of the trustees.
    address public immutable trustees;

    mapping(Key key => uint256) private _values;

    /// @notice A parameter has changed; addresses as numbers.
    event ParameterChanged(Key indexed key, uint256 valueBefore, uint256 value);

    /// @notice Outside the parameter's bounds, both inclusive.
    error Silos_OutOfBounds(Key key, uint256 value, uint256 least, uint256 most);

    /// @notice There is no contract at this address.
    error Silos_NoContract(Key key, address account);

    /// @notice Another parameter does not allow this: `value` must be at least `least`. rules.md S11, S18
    error Silos_BelowOther(Key key, uint256 value, uint256 least);

    /// @param trustees_ Contract of the trustees.
    /// @param first What holds at the beginning; within the bounds.
    constructor(address trustees_, Parameters memory first) {
        trustees = trustees_;
        _init(Key.LatchMinSupply, first.latchMinSupply);
        _init(Key.FeedHeartbeatSeconds, first.feedHeartbeatSeconds);
        _init(Key.DexHeartbeatSeconds, first.dexHeartbeatSeconds);
        _init(Key.UsdcHeartbeatSeconds, first.usdcHeartbeatSeconds);
        _init(Key.MaxDeviationBps, first.maxDeviationBps);
        _init(Key.SlippageBps, first.slippageBps);
        _init(Key.XtzSpreadBps, first.xtzSpreadBps);
        _init(Key.FeedThresholdBps, first.feedThresholdBps);
        _init(Key.DepegBps, first.depegBps);
        _init(Key.CycleSeconds, first.cycleSeconds);
        _init(Key.RepeatSeconds, first.repeatSeconds);
        _init(Key.VoteSeconds, first.voteSeconds);
        _init(Key.DelaySeconds, first.delaySeconds);
        _init(Key.FeedSource, uint160(first.feedSource));
        _init(Key.DexSource, uint160(first.dexSource));
        _init(Key.UsdcSource, uint160(first.usdcSource));
        _init(Key.Exchange, uint160(first.exchange));
        _init(Key.Ecosystem, uint160(first.ecosystem));
        _init(Key.Pauser, uint160(first.pauser));
        _requireConsistent(first);
    }

    /// @notice Changes one parameter. Trustees only. rules.md S19
    /// @dev Reverts with Silos_NotTrustees, Silos_OutOfBounds, Silos_NoContract, Silos_BelowOther.
    /// @param key Which.
    /// @param value In its own unit; an address as a number.
    function set(Key key, uint256 value) external {
        if (msg.sender != trustees) revert Silos_NotTrustees(msg.sender);
        _requireWithin(key, value);
        emit ParameterChanged(key, _values[key], value);
        _values[key] = value;
        _requireConsistent(parameters());
    }

    /// @notice Reverts as `set` would now. For a proposal.
    /// @param key Which.
    /// @param value In its own unit; an address as a number.
    function check(Key key, uint256 value) external view {
        _requireWithin(key, value);
        Parameters memory changed = parameters();
        if (key == Key.XtzSpreadBps) changed.xtzSpreadBps = value;
        if (key == Key.FeedThresholdBps) changed.feedThresholdBps = value;
        if (key == Key.DepegBps) changed.depegBps = value;
        if (key == Key.CycleSeconds) changed.cycleSeconds = value;
        if (key == Key.RepeatSeconds) changed.repeatSeconds = value;
        if (key == Key.VoteSeconds) changed.voteSeconds = value;
        if (key == Key.DelaySeconds) changed.delaySeconds = value;
        _requireConsistent(changed);
    }

    /// @notice One parameter; an address as a number.
    function valueOf(Key key) external view returns (uint256) {
        return _values[key];
    }

    /// @notice All parameters.
    function parameters() public view override returns (Parameters memory) {
        return Parameters({
            latchMinSupply: _values[Key.LatchMinSupply],
            feedHeartbeatSeconds: _values[Key.FeedHeartbeatSeconds],
            dexHeartbeatSeconds: _values[Key.DexHeartbeatSeconds],
            usdcHeartbeatSeconds: _values[Key.UsdcHeartbeatSeconds],
            maxDeviationBps: _values[Key.MaxDeviationBps],
            slippageBps: _values[Key.SlippageBps],
            xtzSpreadBps: _values[Key.XtzSpreadBps],
            feedThresholdBps: _values[Key.FeedThresholdBps],
            depegBps: _values[Key.DepegBps],
            cycleSeconds: _values[Key.CycleSeconds],
            repeatSeconds: _values[Key.RepeatSeconds],
            voteSeconds: _values[Key.VoteSeconds],
            delaySeconds: _values[Key.DelaySeconds],
            feedSource: _addressOf(Key.FeedSource),
            dexSource: _addressOf(Key.DexSource),
            usdcSource: _addressOf(Key.UsdcSource),
            exchange: _addressOf(Key.Exchange),
            ecosystem: _addressOf(Key.Ecosystem),
            pauser: _addressOf(Key.Pauser)
        });
    }

    /// @notice Least and most of a parameter, both inclusive. rules.md S19
    /// @param key Which.
    function boundsOf(Key key) public pure returns (uint256 least, uint256 most) {
        if (uint256(key) >= FIRST_ADDRESS) return (0x10000, type(uint160).max);
        if (key == Key.LatchMinSupply) return (1, 1e15);
        if (uint256(key) <= uint256(Key.UsdcHeartbeatSeconds)) return (1 minutes, 7 days);
        if (key == Key.MaxDeviationBps) return (1, 2_000);
        if (uint256(key) <= uint256(Key.DepegBps)) return (1, 1_000);
        if (key == Key.CycleSeconds) return (3 days, 366 days);
        if (key == Key.RepeatSeconds) return (1 days, 30 days);
        if (key == Key.VoteSeconds) return (1 hours, 30 days);
        return (1 days, 90 days);
    }

    /// @dev The first value of a parameter, within its bounds.
    function _init(Key key, uint256 value) private {
        _requireWithin(key, value);
        _values[key] = value;
        emit ParameterChanged(key, 0, value);
    }

    function _addressOf(Key key) private view returns (address) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return address(uint160(_values[key]));
    }

    /// @dev Reverts with Silos_OutOfBounds, or Silos_NoContract where code is called.
    function _requireWithin(Key key, uint256 value) private view {
        (uint256 least, uint256 most) = boundsOf(key);
        if (value < least || value > most) revert Silos_OutOfBounds(key, value, least, most);
        bool isCalled = uint256(key) >= FIRST_ADDRESS && uint256(key) <= uint256(Key.Exchange);
        // forge-lint: disable-next-line(unsafe-typecast)
        address account = address(uint160(value));
        if (isCalled && account.code.length == 0) revert Silos_NoContract(key, account);
    }

    /// @dev Reverts with Silos_BelowOther. The spread must cover what a price may lag behind (S11); a vote must fit a
    /// cycle (S18); and a change must wait long enough to be cancelled by a vote, even if a closing makes the first
    /// attempt lapse (S19).
    function _requireConsistent(Parameters memory p) private pure {
        uint256 lag = p.feedThresholdBps > p.depegBps ? p.feedThresholdBps : p.depegBps;
        if (p.xtzSpreadBps < lag) revert Silos_BelowOther(Key.XtzSpreadBps, p.xtzSpreadBps, lag);
        uint256 voted = p.repeatSeconds + p.voteSeconds;
        if (p.cycleSeconds <= voted) revert Silos_BelowOther(Key.CycleSeconds, p.cycleSeconds, voted + 1);
        uint256 cancelled = voted + p.voteSeconds;
        if (p.delaySeconds < cancelled) revert Silos_BelowOther(Key.DelaySeconds, p.delaySeconds, cancelled);
    }
}
