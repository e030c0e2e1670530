// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Tusdt} from "./Tusdt.sol";

/// @notice What moves the books. rules.md C11
enum Movement {
    /// Issued to a borrower: principal.
    Drawn,
    /// Principal came in and was burnt.
    Repaid,
    /// Interest came in.
    Interest,
    /// Late fees came in.
    LateFee,
    /// A penalty came in.
    Penalty,
    /// A part of a penalty went to whoever started the auction.
    Keeper,
    /// Principal that an auction did not cover.
    WrittenOff,
    /// Surplus was burnt for bad debt.
    BadDebtBurnt,
    /// Surplus was sold for USD.
    SurplusSold,
    /// TUSDT that somebody had sent here.
    Gift,
    /// What bad debt left of a gift was burnt.
    GiftBurnt
}

/// @notice TUSDT, 18 decimals.
/// @param principalOwed In vaults and running auctions of all types.
/// @param surplus Fees and penalties that came in, held here; for sale.
/// @param badDebt Principal that no auction covered, and no surplus has burnt yet. The backing carries it.
struct Books {
    uint256 principalOwed;
    uint256 surplus;
    uint256 badDebt;
}

/// @notice What comes in at once. TUSDT, 18 decimals.
/// @param keeper Who gets `keeperPart` of the penalty.
struct Payment {
    uint256 principal;
    uint256 interest;
    uint256 late;
    uint256 penalty;
    address keeper;
    uint256 keeperPart;
}

/// @title What is owed, held and lost in all types
/// @notice rules.md C1, C4, C7, C11
/// @dev There is never surplus and bad debt at a time.
abstract contract TusdtLedger {
    /// @notice TUSDT (18 decimals), created here.
    Tusdt public immutable tusdt;

    /// @notice Sum of all movements of a kind, TUSDT (18 decimals).
    mapping(Movement kind => uint256) public totalOf;

    /// @notice Principal owed to an engine, in vaults and running auctions. TUSDT (18 decimals).
    mapping(address engine => uint256) public principalOf;

    Books internal _books;

    /// @notice A movement of TUSDT (18 decimals), with the books before and after it.
    /// @param engine Whose vault or auction it was of; the zero address where of none.
    event Moved(Movement indexed kind, address indexed engine, uint256 amount, Books booksBefore, Books booksAfter);

    /// @dev Books a movement; of nothing nothing.
    function _move(Movement kind, address engine, uint256 amount) internal {
        if (amount == 0) return;
        Books memory booksBefore = _books;
        Books memory books = _books;
        if (kind == Movement.Drawn) {
            books.principalOwed += amount;
            principalOf[engine] += amount;
        } else if (kind == Movement.Repaid || kind == Movement.WrittenOff) {
            books.principalOwed -= amount;
            principalOf[engine] -= amount;
            if (kind == Movement.WrittenOff) books.badDebt += amount;
        } else if (kind == Movement.BadDebtBurnt) {
            books.surplus -= amount;
            books.badDebt -= amount;
        } else if (kind == Movement.Keeper || kind == Movement.SurplusSold || kind == Movement.GiftBurnt) {
            books.surplus -= amount;
        } else {
            books.surplus += amount;
        }
        totalOf[kind] += amount;
        _books = books;
        emit Moved(kind, engine, amount, booksBefore, books);
    }

    /// @dev Surplus burns bad debt first. rules.md C4
    function _burnBadDebt() internal {
        uint256 amount = Math.min(_books.surplus, _books.badDebt);
        if (amount == 0) return;
        _move(Movement.BadDebtBurnt, address(0), amount);
        tusdt.burn(amount);
    }
}
