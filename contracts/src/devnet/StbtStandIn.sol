// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AggregatorV3} from "../shared/AggregatorV3.sol";
import {StbtOwnable} from "../stbt/StbtOwnable.sol";
import {StbtStandInShares} from "./StbtStandInShares.sol";

/// @title STBT with the rules of the live contract, for local chains and tests
/// @notice Follows the live contract as an app sees it, so that an app that works here works there: it has no carry and
/// rebases downwards, no `rules()`, no event of supply or permissions, and the traps of rules.md T13 are open. An issue
/// that is worth no share makes as many shares as its value and sets the supply to it; a burn tells what its shares are
/// worth afterwards; the reserve is an answer of 18 decimals of any age, and a negative one is no limit.
contract StbtStandIn is StbtStandInShares {
    /// @notice When it was last rebased, or issued first (unix seconds).
    uint64 public lastDistributeTime;

    /// @notice Seconds that must have passed between two rebases, and one more.
    uint64 public minDistributeInterval;

    /// @notice The most that one rebase may change, 1e18 = 100% of the supply.
    uint64 public maxDistributeRatio;

    /// @dev Proof of reserve, 0 = none, as before the live contract's second version.
    address private immutable _reserveFeed;

    event InterestsDistributed(
        int256 interest, uint256 newTotalSupply, uint256 interestFromTime, uint256 interestToTime
    );
    event Issued(address indexed _operator, address indexed _to, uint256 _value, bytes _data);
    event Redeemed(address indexed _operator, address indexed _from, uint256 _value, bytes _data);
    event ControllerTransfer(
        address _controller,
        address indexed _from,
        address indexed _to,
        uint256 _value,
        bytes _data,
        bytes _operatorData
    );
    event ControllerRedemption(
        address _controller, address indexed _tokenHolder, uint256 _value, bytes _data, bytes _operatorData
    );

    /// @param owner_ Sets roles, interval, ratio and documents.
    /// @param reserveFeed Proof of reserve with 18 decimals, 0 = none.
    constructor(address owner_, address reserveFeed) StbtOwnable(owner_) {
        _reserveFeed = reserveFeed;
    }

    /// @notice Owner only. Without a bound.
    function setMinDistributeInterval(uint64 interval) external onlyOwner {
        minDistributeInterval = interval;
    }

    /// @notice Owner only.
    function setMaxDistributeRatio(uint64 ratio) external onlyOwner {
        maxDistributeRatio = ratio;
    }

    /// @notice Changes the supply by an interest, negative ones too. Issuer only. Any period is taken.
    function distributeInterests(int256 interest, uint256 interestFromTime, uint256 interestToTime)
        external
        onlyIssuer
    {
        uint256 size = interest > 0 ? uint256(interest) : uint256(-interest);
        require(totalSupply * maxDistributeRatio >= size * 1e18, "STBT: MAX_DISTRIBUTE_RATIO_EXCEEDED");
        uint256 supply = interest > 0 ? totalSupply + size : totalSupply - size;
        _checkReserve(supply);
        require(
            uint256(lastDistributeTime) + minDistributeInterval < block.timestamp,
            "STBT: MIN_DISTRIBUTE_INTERVAL_VIOLATED"
        );
        totalSupply = supply;
        lastDistributeTime = uint64(block.timestamp);
        emit InterestsDistributed(interest, supply, interestFromTime, interestToTime);
    }

    /// @notice Issues STBT. Issuer only.
    function issue(address tokenHolder, uint256 value, bytes calldata data) external onlyIssuer {
        if (value == 0) return;
        _checkMayReceive(tokenHolder);
        uint256 shares = getSharesByAmount(value);
        if (shares == 0) {
            shares = value;
            totalSupply = value;
            lastDistributeTime = uint64(block.timestamp);
        } else {
            _checkReserve(totalSupply + value);
            totalSupply += value;
        }
        _mintShares(tokenHolder, shares);
        uint256 worth = getAmountByShares(shares);
        emit Issued(msg.sender, tokenHolder, worth, data);
        emit Transfer(address(0), tokenHolder, worth);
    }

    /// @notice Burns the issuer's own STBT. Issuer only.
    function redeem(uint256 value, bytes calldata data) external onlyIssuer {
        if (value == 0) return;
        _checkMaySend(msg.sender);
        uint256 worth = _burn(msg.sender, value);
        emit Redeemed(msg.sender, msg.sender, worth, data);
        emit Transfer(msg.sender, address(0), worth);
    }

    /// @notice Burns somebody's STBT out of an allowance. Issuer only.
    function redeemFrom(address tokenHolder, uint256 value, bytes calldata data) external onlyIssuer {
        uint256 current = allowance(tokenHolder, msg.sender);
        require(current >= value, "STBT: REDEEM_AMOUNT_EXCEEDS_ALLOWANCE");
        _checkMaySend(tokenHolder);
        uint256 worth = _burn(tokenHolder, value);
        emit Redeemed(msg.sender, tokenHolder, worth, data);
        emit Transfer(tokenHolder, address(0), worth);
        _approve(tokenHolder, msg.sender, current - value);
    }

    /// @notice Moves somebody's STBT. Controller only. The event tells what was asked.
    function controllerTransfer(
        address from,
        address to,
        uint256 value,
        bytes calldata data,
        bytes calldata operatorData
    ) external onlyController {
        _transfer(from, to, value);
        emit ControllerTransfer(msg.sender, from, to, value, data, operatorData);
    }

    /// @notice Burns somebody's STBT. Controller only.
    function controllerRedeem(address tokenHolder, uint256 value, bytes calldata data, bytes calldata operatorData)
        external
        onlyController
    {
        uint256 worth = _burn(tokenHolder, value);
        emit ControllerRedemption(msg.sender, tokenHolder, worth, data, operatorData);
        emit Transfer(tokenHolder, address(0), worth);
    }

    /// @notice Whether more can be issued.
    function isIssuable() external pure returns (bool) {
        return true;
    }

    /// @notice Whether a controller can move and burn.
    function isControllable() external pure returns (bool) {
        return true;
    }

    /// @notice Name of the token.
    function name() external pure returns (string memory) {
        return "Short-term Treasury Bill Token";
    }

    /// @notice Symbol of the token.
    function symbol() external pure returns (string memory) {
        return "STBT";
    }

    /// @notice Decimals of amounts.
    function decimals() external pure returns (uint8) {
        return 18;
    }

    /// @dev What the burnt shares are worth after the burn.
    function _burn(address account, uint256 value) private returns (uint256) {
        uint256 shares = getSharesByAmountRoundUp(value);
        _burnShares(account, shares);
        totalSupply -= value;
        return getAmountByShares(shares);
    }

    function _checkReserve(uint256 supply) private view {
        if (_reserveFeed == address(0)) return;
        (, int256 answer,,,) = AggregatorV3(_reserveFeed).latestRoundData();
        // As in the live contract: a negative answer is more than any supply.
        // forge-lint: disable-next-line(unsafe-typecast)
        require(supply < uint256(answer), "STBT: EXCEED_RESERVE");
    }
}
