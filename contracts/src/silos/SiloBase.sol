// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Silos_InvalidRecipient, Silos_NoPrice, Silos_UsdcUnsound} from "./SiloErrors.sol";
import {SiloMath} from "./SiloMath.sol";
import {SiloSettings} from "./SiloSettings.sol";
import {Books, Conditions, Cycle, PriceState} from "./SiloTypes.sol";
import {USDtz} from "./USDtz.sol";

/// @title What every part of the reserve shares: the books, the tokens, the two keys
/// @dev An action loads the books, works on the copy and writes it back once; no other action can come in between.
abstract contract SiloBase is AccessControl, Pausable, ReentrancyGuardTransient {
    /// @dev Up to here nobody has a key: the zero address, precompiles, and what people burn to (0xdead).
    uint160 private constant LAST_BURN_ADDRESS = 0xffff;

    /// @notice USDC (6 decimals).
    IERC20 public immutable usdc;

    /// @notice XTZ as an ERC-20 (6 decimals).
    IERC20 public immutable xtz;

    /// @notice USDtz (6 decimals), created here.
    USDtz public immutable usdtz;

    /// @notice Parameters, addresses and prices.
    SiloSettings public immutable settings;

    /// @dev Contract of the trustees.
    address private immutable _trustees;

    /// @notice USDtz (6 decimals) the reserve holds and sells first. rules.md S16
    uint256 public inventory;

    /// @notice Whether Silos 1 and 2 were both full at a closing: from then on new supply needs both. Never unset.
    /// rules.md S4
    bool public isLatched;

    Books internal _books;
    Cycle internal _cycle;

    /// @notice What the reserve holds after an action, with supply and inventory (USDtz) and pLow (WAD, 0 where the
    /// action asked for none or there was none).
    event BooksChanged(Books books, uint256 supply, uint256 inventory, uint256 price);

    /// @param usdc_ USDC.
    /// @param xtz_ XTZ.
    /// @param settings_ Parameters, addresses and prices.
    constructor(IERC20 usdc_, IERC20 xtz_, SiloSettings settings_) {
        (usdc, xtz, settings) = (usdc_, xtz_, settings_);
        usdtz = new USDtz();
        _trustees = settings_.trustees();
        _cycle.lastEnd = _cycle.closedAt = uint64(block.timestamp);
    }

    /// @dev Writes the books back and tells of them.
    function _save(Books memory books, uint256 price) internal {
        _books = books;
        emit BooksChanged(books, _supply(), inventory, price);
    }

    /// @dev S: all USDtz, circulating or inventory.
    function _supply() internal view returns (uint256) {
        return usdtz.totalSupply();
    }

    /// @dev Mints into the inventory. rules.md S7, S10
    function _mintInventory(uint256 amount) internal {
        if (amount == 0) return;
        inventory += amount;
        usdtz.mint(address(this), amount);
    }

    /// @dev Reverts with Silos_NoPrice. rules.md S15
    function _requirePrice(Conditions memory now_) internal pure {
        if (now_.state != PriceState.Fresh) revert Silos_NoPrice(now_.state);
    }

    /// @dev Reverts with Silos_UsdcUnsound. rules.md S17
    function _requireUsdc(Conditions memory now_) internal pure {
        if (!now_.isUsdcSound) revert Silos_UsdcUnsound();
    }

    /// @dev Whether v2 < S is an alarm that Silo 3 answers. rules.md S5
    function _isCrash(Books memory books, uint256 supply, Conditions memory now_) internal view returns (bool) {
        if (!isLatched || supply < now_.parameters.latchMinSupply) return false;
        return SiloMath.valueDown(books.x2, now_.low) < supply;
    }

    /// @dev Reverts with Silos_InvalidRecipient for an address where a payout would be lost.
    function _checkRecipient(address to) internal view {
        if (_isOurs(to) || uint160(to) <= LAST_BURN_ADDRESS) revert Silos_InvalidRecipient(to);
    }

    /// @dev Whether this is a contract of the reserve, or one of its tokens: none of them can send on what it gets.
    function _isOurs(address account) internal view returns (bool) {
        bool isToken = account == address(usdtz) || account == address(usdc) || account == address(xtz);
        return isToken || account == address(this) || account == address(settings) || account == _trustees;
    }
}
