// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {PriceQuestion} from "../shared/PriceQuestion.sol";
import {Collateral_NoPrice} from "./CollateralErrors.sol";
import {PriceState, Prices} from "./CollateralTypes.sol";
import {OsmKey, OsmSettings} from "./OsmSettings.sol";
import {PriceModule} from "./PriceModule.sol";

/// @title The delayed price of one collateral
/// @notice An answer of the source is queued by anyone's `poke` and becomes current one hop later, by time alone: nobody
/// makes it earlier, and nobody is needed to make it happen. Its views are those of MakerDAO's module, for everyone; its
/// steps are not aligned to the clock, where a late poke would make the next price an instant one. rules.md C8
/// @dev What was queued up to the end of the last freeze, or the last new source, is void.
contract Osm is PriceModule, OsmSettings {
    /// @param price WAD; 0: nothing.
    /// @param updatedAt The feed's own time, unix seconds.
    /// @param queuedAt Unix seconds.
    struct Queued {
        uint128 price;
        uint64 updatedAt;
        uint64 queuedAt;
    }

    /// @notice The module of a leg of the source, which freezes this one with itself; zero where there is none.
    Osm public immutable leg;

    /// @notice When a proposed unfreezing can be done; 0 where none is proposed. Unix seconds.
    uint256 public unfreezeAt;

    Queued private _current;
    Queued private _next;
    uint256 private _frozenAt;
    uint256 private _unfrozenAt;

    /// @notice A price was queued. WAD, unix seconds.
    event PriceQueued(uint256 current, uint256 next, uint256 updatedAt, uint256 nextAt, bool isSecondSource);

    /// @notice Frozen: the next price is discarded, the current one only shown. WAD.
    event PriceFrozen(address indexed by, uint256 current, uint256 discarded);

    /// @notice Governance wants the freeze to end; anyone may end it from then on. Unix seconds.
    event UnfreezeProposed(uint256 unfreezeAt);

    /// @notice A freeze has ended, or the source is a new one: two steps until there is a price.
    event PriceCleared();

    /// @notice Only emergency or governance may freeze.
    error Osm_NotEmergency(address caller);

    /// @notice The price is frozen.
    error Osm_Frozen(uint256 frozenAt);

    /// @notice The price itself is not frozen; one of its legs may be.
    error Osm_NotFrozen();

    /// @notice No source has an answer that may be queued: it is missing, 0 or less, too old, older than the last queued
    /// one, or the second source's is too far from that.
    error Osm_NoAnswer();

    /// @param governance Changes parameters, and ends a freeze, after the delay.
    /// @param delaySeconds At least a day.
    /// @param leg_ Module of a leg of the source; zero for none.
    /// @param first Parameters at the beginning, in the order of the keys.
    constructor(address governance, uint256 delaySeconds, Osm leg_, uint256[6] memory first)
        OsmSettings(governance, delaySeconds, first)
    {
        leg = leg_;
    }

    /// @notice Queues what the source says now, if nothing is queued that is not yet current; anyone may.
    /// @dev Reverts with Osm_Frozen, Collateral_NotYet, Osm_NoAnswer.
    function poke() external {
        uint256 frozenAt_ = frozenAt();
        if (frozenAt_ != 0) revert Osm_Frozen(frozenAt_);
        // In this second what was queued before and after the end of a freeze could not be told apart.
        if (block.timestamp == unfrozenAt()) revert Collateral_NotYet(block.timestamp + 1);
        (Queued memory current, Queued memory next) = _queue();
        if (next.price != 0) revert Collateral_NotYet(next.queuedAt + hop);
        (uint256 price, uint256 updatedAt, bool isSecond) = _answer(current);
        if (price == 0) revert Osm_NoAnswer();
        _current = current;
        // What a source says is at most 2^128 - 1, and not of the future.
        // forge-lint: disable-next-line(unsafe-typecast)
        _next = Queued(uint128(price), uint64(updatedAt), uint64(block.timestamp));
        emit PriceQueued(current.price, price, updatedAt, block.timestamp + hop, isSecond);
    }

    /// @notice Freezes: nothing is done at this price any more. Emergency or governance only.
    /// @dev Reverts with Osm_NotEmergency, Osm_Frozen.
    function freeze() external {
        bool isAllowed = msg.sender == _addressOf(OsmKey.Emergency) || msg.sender == governance;
        if (!isAllowed) revert Osm_NotEmergency(msg.sender);
        if (_frozenAt != 0) revert Osm_Frozen(_frozenAt);
        (Queued memory current, Queued memory next) = _queue();
        (_frozenAt, unfreezeAt) = (block.timestamp, 0);
        emit PriceFrozen(msg.sender, current.price, next.price);
    }

    /// @notice Proposes that the freeze ends. Governance only. Reverts with Collateral_NotGovernance, Osm_NotFrozen.
    function proposeUnfreeze() external onlyGovernance {
        if (_frozenAt == 0) revert Osm_NotFrozen();
        unfreezeAt = block.timestamp + delaySeconds;
        emit UnfreezeProposed(unfreezeAt);
    }

    /// @notice Ends a freeze as proposed; anyone may. Two steps until there is a price.
    /// @dev Reverts with Osm_NotFrozen where nothing is proposed, Collateral_NotYet.
    function unfreeze() external {
        if (unfreezeAt == 0) revert Osm_NotFrozen();
        if (block.timestamp < unfreezeAt) revert Collateral_NotYet(unfreezeAt);
        _clear();
    }

    /// @inheritdoc PriceModule
    function prices() public view returns (Prices memory p) {
        (Queued memory current, Queued memory next) = _queue();
        (p.current, p.updatedAt) = (current.price, current.updatedAt);
        (p.next, p.nextUpdatedAt) = (next.price, next.updatedAt);
        if (next.price != 0) p.nextAt = next.queuedAt + hop;
        (p.live,,) = _answer(next.price == 0 ? current : next);
        p.state = _stateOf(current);
        if (p.state != PriceState.Fresh || p.live == 0) return p;
        p.low = Math.min(p.current, p.live);
        p.high = Math.max(p.current, p.live);
        if (p.next != 0) (p.low, p.high) = (Math.min(p.low, p.next), Math.max(p.high, p.next));
    }

    /// @notice Since when the price is frozen, by itself or by its leg; 0 where it is not. Unix seconds.
    function frozenAt() public view returns (uint256) {
        uint256 legAt = address(leg) == address(0) ? 0 : leg.frozenAt();
        if (legAt == 0 || _frozenAt == 0) return legAt + _frozenAt;
        return Math.min(legAt, _frozenAt);
    }

    /// @inheritdoc PriceModule
    function unfrozenAt() public view returns (uint256) {
        return address(leg) == address(0) ? _unfrozenAt : Math.max(_unfrozenAt, leg.unfrozenAt());
    }

    /// @notice The current price, and whether it holds. As MakerDAO's.
    function peek() external view returns (bytes32, bool) {
        (Queued memory current,) = _queue();
        return (bytes32(uint256(current.price)), _stateOf(current) == PriceState.Fresh);
    }

    /// @notice The next price, and whether there is one. As MakerDAO's.
    function peep() external view returns (bytes32, bool) {
        (, Queued memory next) = _queue();
        return (bytes32(uint256(next.price)), next.price != 0);
    }

    /// @notice The current price. Reverts with Collateral_NoPrice where none holds. As MakerDAO's.
    function read() external view returns (bytes32) {
        (Queued memory current,) = _queue();
        if (_stateOf(current) != PriceState.Fresh) revert Collateral_NoPrice();
        return bytes32(uint256(current.price));
    }

    /// @notice Whether a price can be queued now, if a source has one. As MakerDAO's.
    function pass() external view returns (bool) {
        (, Queued memory next) = _queue();
        return next.price == 0 && frozenAt() == 0 && block.timestamp != unfrozenAt();
    }

    /// @notice When the last price was queued, unix seconds. As MakerDAO's, but not aligned.
    function zzz() external view returns (uint64) {
        return _next.queuedAt;
    }

    /// @notice 1 where the price is frozen, else 0. As MakerDAO's.
    function stopped() external view returns (uint256) {
        return frozenAt() == 0 ? 0 : 1;
    }

    /// @notice Where the price comes from. As MakerDAO's.
    function src() external view returns (address) {
        return _addressOf(OsmKey.Source);
    }

    /// @notice 1: everyone may read. As MakerDAO's.
    function bud(address) external pure returns (uint256) {
        return 1;
    }

    /// @notice 1 for governance, else 0. As MakerDAO's.
    function wards(address account) external view returns (uint256) {
        return account == governance ? 1 : 0;
    }

    /// @dev A new source begins anew.
    function _beforeChange(uint256 key) internal override {
        if (key == uint256(OsmKey.Source)) _clear();
    }

    function _clear() private {
        (_frozenAt, unfreezeAt, _unfrozenAt) = (0, 0, block.timestamp);
        emit PriceCleared();
    }

    /// @dev What is current and next by now; a freeze stops the clock and discards the next.
    function _queue() private view returns (Queued memory current, Queued memory next) {
        uint256 voidUntil = unfrozenAt();
        if (_current.queuedAt > voidUntil) current = _current;
        if (_next.queuedAt <= voidUntil) return (current, next);
        uint256 frozenAt_ = frozenAt();
        bool isDue = (frozenAt_ == 0 ? block.timestamp : frozenAt_) >= _next.queuedAt + hop;
        if (isDue) current = _next;
        else if (frozenAt_ == 0) next = _next;
    }

    function _stateOf(Queued memory current) private view returns (PriceState) {
        if (frozenAt() != 0) return PriceState.Frozen;
        if (current.price == 0) return PriceState.None;
        bool isStale = block.timestamp - current.updatedAt > _value(OsmKey.HeartbeatSeconds);
        return isStale ? PriceState.Stale : PriceState.Fresh;
    }

    /// @dev What may be queued now, 0 for nothing: the source's answer, or else the second one's if it is close to what
    /// was queued last.
    function _answer(Queued memory last) private view returns (uint256 price, uint256 updatedAt, bool isSecond) {
        (price, updatedAt) = PriceQuestion.ask(_addressOf(OsmKey.Source));
        if (_isTaken(price, updatedAt, last)) return (price, updatedAt, false);
        address second = _addressOf(OsmKey.SecondSource);
        if (second == address(0)) return (0, 0, false);
        (price, updatedAt) = PriceQuestion.ask(second);
        uint256 apart = price > last.price ? price - last.price : last.price - price;
        bool isClose = apart * 10_000 <= _value(OsmKey.MaxDeviationBps) * last.price;
        return isClose && _isTaken(price, updatedAt, last) ? (price, updatedAt, true) : (0, 0, false);
    }

    /// @dev Not too old by the feed's own time, and not older than what was queued last.
    function _isTaken(uint256 price, uint256 updatedAt, Queued memory last) private view returns (bool) {
        if (price == 0 || updatedAt < last.updatedAt) return false;
        return block.timestamp - updatedAt <= _value(OsmKey.FeedSeconds);
    }
}
