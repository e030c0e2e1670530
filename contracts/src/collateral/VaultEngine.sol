// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Governed} from "./Governed.sol";
import {TusdtBook} from "./TusdtBook.sol";
import {VaultAuctions} from "./VaultAuctions.sol";
import {VaultBase} from "./VaultBase.sol";
import {VaultParameters} from "./VaultParameters.sol";
import {VaultRate} from "./VaultRate.sol";
import {AuctionStatus, DueDate, Parameters, TypeState, Vault, VaultKey, VaultView} from "./VaultTypes.sol";

/// @title The vaults of one collateral type
/// @notice Whoever locks collateral draws TUSDT against it, up to the mint ratio; below the liquidation ratio it is sold.
/// rules.md C3 to C9, C13
contract VaultEngine is VaultAuctions {
    /// @notice Most entries of a list in one answer.
    uint256 public constant LONGEST_LIST = 100;

    /// @notice Only the pauser may.
    error Collateral_NotPauser(address caller);

    /// @param book_ The protocol's book; governance adds this contract there.
    /// @param collateral_ Collateral of this type (18 decimals).
    /// @param governance_ Proposes parameters.
    /// @param delaySeconds_ Until they are applied; at least a day.
    /// @param firstDueAt_ The first due date, unix seconds; within the next 30 days.
    /// @param first What holds at the beginning.
    constructor(
        TusdtBook book_,
        IERC20 collateral_,
        address governance_,
        uint256 delaySeconds_,
        uint256 firstDueAt_,
        Parameters memory first
    )
        Governed(governance_, delaySeconds_)
        VaultParameters(first)
        VaultRate(firstDueAt_)
        VaultBase(book_, collateral_)
    {}

    /// @notice Stops opening and drawing, nothing else. The pauser only. rules.md C4
    function pause() external {
        _requirePauser();
        _pause();
    }

    /// @notice Ends the pause. The pauser only.
    function unpause() external {
        _requirePauser();
        _unpause();
    }

    /// @notice The type as it is now.
    function typeState() external view returns (TypeState memory s) {
        (uint256 rate,,) = _rolled(type(uint256).max);
        (s.totals, s.rate, s.raisedAt) = (_totals, rate, _raisedAt);
        s.debt = CollateralMath.debtUp(s.totals.art, rate) + s.totals.late;
        s.nextDueAt = _dueAt(_passed(block.timestamp));
        (s.liquidity, s.liquidityAt, s.isLiquidityKnown) = _liquidity();
        s.ceiling = s.isLiquidityKnown ? _ceilingAt(s.liquidity) : _ceiling;
        if (s.isLiquidityKnown) s.room = Math.saturatingSub(s.ceiling, book.principalOf(address(this)));
        (s.vaults, s.auctions, s.isPaused, s.prices) = (vaultCount, auctionCount, paused(), _prices());
    }

    /// @notice A vault as it is now. Reverts with Collateral_NoSuchVault.
    function vault(uint256 id) external view returns (VaultView memory) {
        (uint256 rate, DueDate[] memory fresh,) = _rolled(type(uint256).max);
        return _viewOf(id, rate, fresh);
    }

    /// @notice Vaults as they are now, by id.
    /// @param from The first, from 1.
    /// @param count How many; at most LONGEST_LIST, and what there is.
    function vaults(uint256 from, uint256 count) external view returns (VaultView[] memory list) {
        list = new VaultView[](_length(from, count, vaultCount));
        (uint256 rate, DueDate[] memory fresh,) = _rolled(type(uint256).max);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = _viewOf(from + i, rate, fresh);
        }
    }

    /// @notice Vaults of an owner as they are now, in the order of their opening.
    /// @param from The first, from 1.
    /// @param count How many; at most LONGEST_LIST, and what there is.
    /// @return list The vaults.
    /// @return total How many the owner has.
    function vaultsOf(address owner, uint256 from, uint256 count)
        external
        view
        returns (VaultView[] memory list, uint256 total)
    {
        uint256[] storage ids = _owned[owner];
        total = ids.length;
        list = new VaultView[](_length(from, count, total));
        (uint256 rate, DueDate[] memory fresh,) = _rolled(type(uint256).max);
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = _viewOf(ids[from + i - 1], rate, fresh);
        }
    }

    /// @notice Auctions as they are now, by id.
    /// @param from The first, from 1.
    /// @param count How many; at most LONGEST_LIST, and what there is.
    function auctions(uint256 from, uint256 count) external view returns (AuctionStatus[] memory list) {
        list = new AuctionStatus[](_length(from, count, auctionCount));
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = _status(from + i);
        }
    }

    function _viewOf(uint256 id, uint256 rate, DueDate[] memory fresh) private view returns (VaultView memory v) {
        Vault memory stored = _vaultOf(id);
        _assess(stored, fresh, type(uint256).max);
        (v.id, v.stored, v.rate, v.debt) = (id, stored, rate, _debt(stored, rate));
        v.interest = v.debt - stored.late - stored.principal;
        v.nextDueAt = _dueAt(stored.nextDate);
        if (stored.due == 0) return v;
        v.graceEndsAt = _dueAt(stored.nextDate - 1) + _date(stored.nextDate - 1, fresh).graceSeconds;
    }

    /// @dev Reverts with Collateral_NotPauser.
    function _requirePauser() private view {
        if (msg.sender != _addressOf(VaultKey.Pauser)) revert Collateral_NotPauser(msg.sender);
    }

    function _length(uint256 from, uint256 count, uint256 total) private pure returns (uint256) {
        if (from == 0 || from > total) return 0;
        return Math.min(Math.min(count, LONGEST_LIST), total - from + 1);
    }
}
