// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Backing} from "./Backing.sol";
import {BackingSettings} from "./BackingSettings.sol";
import {BackingCause, Holdings, LedgerLine} from "./BackingTypes.sol";
import {Circulation} from "./Circulation.sol";
import {Collateral_InvalidRecipient, Collateral_NoPrice} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Prices} from "./CollateralTypes.sol";
import {PriceModule} from "./PriceModule.sol";
import {Tusdt} from "./Tusdt.sol";

/// @title What every part of the asset-backing vault shares: its books, its ledger, its tokens
abstract contract BackingBase is Backing, Pausable, ReentrancyGuardTransient {
    using SafeCast for int256;

    /// @dev Up to here nobody has a key: the zero address, precompiles, and what people burn to (0xdead).
    uint160 private constant LAST_BURN_ADDRESS = 0xffff;

    /// @notice TAO (18 decimals).
    IERC20 public immutable tao;

    /// @notice USDC (6 decimals).
    IERC20 public immutable usd;

    /// @notice TUSDT (18 decimals).
    Tusdt public immutable tusdt;

    /// @notice Knows S, and who issues TUSDT.
    Circulation public immutable book;

    /// @notice TAO's price.
    PriceModule public immutable osm;

    /// @notice Parameters.
    BackingSettings public immutable settings;

    /// @dev What is booked; anything beyond is a gift that nobody has booked yet.
    uint256 internal _tao;
    uint256 internal _usd;

    mapping(BackingCause cause => LedgerLine) private _ledger;

    /// @notice The backing has moved. Whatever differs between `before` and `now_` came in or went out, was minted or
    /// burnt, by this action and nothing else. `price` is the one it was done at, WAD; 0 where it needed none. rules.md C11
    event BackingMoved(
        address indexed account,
        BackingCause indexed cause,
        address indexed to,
        Holdings before,
        Holdings now_,
        uint256 price
    );

    /// @param tao_ TAO.
    /// @param usd_ USDC.
    /// @param tusdt_ TUSDT; its book knows S.
    /// @param osm_ TAO's price.
    /// @param settings_ Parameters.
    constructor(IERC20 tao_, IERC20 usd_, Tusdt tusdt_, PriceModule osm_, BackingSettings settings_) {
        (tao, usd, tusdt, osm, settings) = (tao_, usd_, tusdt_, osm_, settings_);
        book = Circulation(address(tusdt_.book()));
    }

    /// @notice What the vault holds, as booked, and what it has to back. rules.md C1
    function holdings() public view returns (Holdings memory) {
        return Holdings(_tao, _usd, book.outstanding());
    }

    /// @notice Sums of all movements, by cause, in the order of `BackingCause`. They add up to what is booked. rules.md C11
    function ledger() external view returns (LedgerLine[8] memory lines) {
        for (uint256 i = 0; i < lines.length; ++i) {
            lines[i] = _ledger[BackingCause(i)];
        }
    }

    /// @dev Books what an action has changed.
    function _moved(BackingCause cause, address to, Holdings memory before, uint256 price) internal {
        Holdings memory now_ = holdings();
        LedgerLine storage line = _ledger[cause];
        line.tao += _change(before.tao, now_.tao);
        line.usd += _change(before.usd, now_.usd);
        line.tusdt += (now_.outstanding - before.outstanding).toInt128();
        emit BackingMoved(msg.sender, cause, to, before, now_, price);
    }

    /// @dev What is here of a token beyond the books.
    function _giftOf(IERC20 token, uint256 booked) internal view returns (uint256) {
        return Math.saturatingSub(token.balanceOf(address(this)), booked);
    }

    /// @dev C at a price; of the USD alone where there is none.
    function _backing(Holdings memory held, uint256 price) internal pure returns (uint256) {
        return CollateralMath.backingDown(held.tao, held.usd, price);
    }

    /// @dev Reverts with Collateral_NoPrice where there is no live value, or current is frozen or stale. rules.md C1, C8
    function _requireLow(Prices memory p) internal pure {
        if (p.low == 0) revert Collateral_NoPrice();
    }

    /// @dev Reverts with Collateral_InvalidRecipient for an address where a payout would be lost: a burn address, or one of
    /// the protocol's contracts and tokens, none of which can send on what it gets.
    function _checkRecipient(address to) internal view {
        bool isToken = to == address(tao) || to == address(usd) || to == address(tusdt);
        bool isOurs = to == address(this) || to == address(book) || to == address(osm) || to == address(settings);
        if (isToken || isOurs || uint160(to) <= LAST_BURN_ADDRESS || !book.canReceive(to)) {
            revert Collateral_InvalidRecipient(to);
        }
    }

    function _change(uint256 before, uint256 now_) private pure returns (int128) {
        return (SafeCast.toInt256(now_) - SafeCast.toInt256(before)).toInt128();
    }
}
