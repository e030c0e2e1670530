// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {SiloConversions} from "./SiloConversions.sol";
import {Silos_NoSuchSilo, Silos_ZeroAmount} from "./SiloErrors.sol";
import {SiloMath} from "./SiloMath.sol";
import {Books, Cause, Conditions} from "./SiloTypes.sol";

/// @title What comes in: mints, gifts, earnings, strays
abstract contract SiloEntries is SiloConversions {
    using MeasuredTransfer for IERC20;
    using SafeERC20 for IERC20;

    /// @notice USDtz were sold out of the inventory, and minted anew, for USDC that went to Silo 1. 6 decimals.
    event Minted(
        address indexed payer, address indexed to, uint256 usdcReceived, uint256 fromInventory, uint256 created
    );

    /// @notice A gift to a silo, in base units of its token.
    event Seeded(address indexed giver, uint8 indexed silo, uint256 amount);

    /// @notice Earnings of a silo arrived, in base units of its token.
    event EarningsReported(address indexed reporter, uint8 indexed silo, uint256 amount);

    /// @notice USDC, XTZ or USDtz were here beyond the books, and are booked: as earnings, or as inventory.
    event StrayBooked(IERC20 indexed token, uint256 amount);

    /// @notice New supply needs Silo 2 to be worth it, too. USDtz, 6 decimals. rules.md S4
    error Silos_ExceedsHeadroom(uint256 requested, uint256 headroom);

    /// @notice What arrived mints less than the caller accepts. USDtz, 6 decimals.
    error Silos_BelowMinUsdtz(uint256 minted, uint256 minUsdtz);

    /// @notice Sells USDtz for USDC, 1:1: the inventory first, then new supply as far as the two keys allow. Silo 1 gets
    /// the USDC. rules.md S4, S16
    /// @dev Reverts with EnforcedPause, Silos_InvalidRecipient, Silos_UsdcUnsound, Silos_ZeroAmount,
    /// Silos_BelowMinUsdtz; for new supply once latched with Silos_NoPrice, Silos_ExceedsHeadroom.
    /// @param usdcAmount USDC (6 decimals) sent; what arrives counts.
    /// @param to Recipient of the USDtz.
    /// @param minUsdtz Least USDtz the caller accepts.
    /// @return minted USDtz (6 decimals).
    function mint(uint256 usdcAmount, address to, uint256 minUsdtz)
        external
        nonReentrant
        whenNotPaused
        returns (uint256 minted)
    {
        _checkRecipient(to);
        Conditions memory now_ = settings.conditions();
        _requireUsdc(now_);
        minted = _pull(usdc, usdcAmount);
        if (minted < minUsdtz) revert Silos_BelowMinUsdtz(minted, minUsdtz);
        Books memory books = _books;
        uint256 fromInventory = Math.min(minted, inventory);
        uint256 created = minted - fromInventory;
        if (created > 0) _requireKeys(books, minted, now_);
        books.f1 += minted;
        inventory -= fromInventory;
        if (created > 0) usdtz.mint(to, created);
        emit Minted(msg.sender, to, minted, fromInventory, created);
        _save(books, now_.low);
        if (fromInventory > 0) IERC20(usdtz).safeTransfer(to, fromInventory);
    }

    /// @notice Gives to a silo, for nothing in return: USDC to 1 and 3, XTZ to 2 and 4. rules.md S17
    /// @dev Reverts with EnforcedPause, Silos_NoSuchSilo, Silos_UsdcUnsound, Silos_ZeroAmount.
    /// @param silo 1 to 4.
    /// @param amount In base units of the silo's token; what arrives counts.
    function seed(uint8 silo, uint256 amount) external nonReentrant whenNotPaused {
        (uint256 received, Conditions memory now_) = _receive(silo, amount);
        Books memory books = _books;
        if (silo == 1) books.f1 += received;
        if (silo == 2) books.x2 += received;
        if (silo == 3) books.f3 += received;
        if (silo == 4) books.x4 += received;
        emit Seeded(msg.sender, silo, received);
        _save(books, now_.low);
    }

    /// @notice Brings in what a silo has earned, by lending or baking. It fills what is missing in Silos 2, 3 and 4, in
    /// this order, and what is left waits as overflow for the cycle's end. rules.md S3
    /// @dev Reverts with EnforcedPause, Silos_NoSuchSilo, Silos_UsdcUnsound, Silos_ZeroAmount. Silo 1 is never short.
    /// @param silo 1 to 4: the one that earned.
    /// @param amount In base units of the silo's token; what arrives counts.
    function reportEarnings(uint8 silo, uint256 amount) external nonReentrant whenNotPaused {
        (uint256 received, Conditions memory now_) = _receive(silo, amount);
        Books memory books = _books;
        emit EarningsReported(msg.sender, silo, received);
        _place(books, now_, silo % 2 == 0, received);
        _save(books, now_.low);
    }

    /// @notice Puts what was sent here by mistake where it belongs: USDC and XTZ beyond the books count as earnings,
    /// USDtz as inventory, any other token goes to the ecosystem's address. Anyone may call.
    /// @dev Reverts with Stray_NothingToRecover, Silos_UsdcUnsound, EnforcedPause.
    /// @param token Token to look for.
    function bookStray(IERC20 token) external nonReentrant whenNotPaused {
        Conditions memory now_ = settings.conditions();
        Books memory books = _books;
        uint256 booked;
        bool isXtz = address(token) == address(xtz);
        bool isUsdtz = address(token) == address(usdtz);
        if (address(token) == address(usdc)) {
            _requireUsdc(now_);
            booked = books.f1 + books.f3 + books.chamberUsd + books.owedUsd;
        } else if (isXtz) {
            booked = books.x2 + books.x4 + books.chamberXtz + books.owedXtz;
        } else if (isUsdtz) {
            booked = inventory;
        } else {
            Kept[] memory kept = new Kept[](3);
            (kept[0].token, kept[1].token, kept[2].token) = (usdc, xtz, usdtz);
            return StrayToken.recover(token, now_.parameters.ecosystem, kept);
        }
        uint256 held = token.balanceOf(address(this));
        if (held <= booked) revert StrayToken.Stray_NothingToRecover(token);
        emit StrayBooked(token, held - booked);
        if (isUsdtz) inventory = held;
        else _place(books, now_, isXtz, held - booked);
        _save(books, now_.low);
    }

    /// @dev Earnings in the order of the silos; without a price USD goes to Silo 3 and XTZ to Silo 2. rules.md S3
    function _place(Books memory books, Conditions memory now_, bool isXtz, uint256 amount) private {
        uint256 supply = _supply();
        bool isPriced = now_.low != 0;
        uint256 cap = isPriced ? SiloMath.capUp(supply, now_.low) : 0;
        if (isXtz && !isPriced) {
            books.x2 += amount;
        } else if (isXtz) {
            uint256 part = Math.min(amount, Math.saturatingSub(cap, books.x2));
            books.x2 += part;
            uint256 missing = Math.saturatingSub(supply, books.f3);
            (uint256 spent, uint256 received) = _fill(Cause.Earnings, now_, false, missing, amount - part);
            books.f3 += received;
            books.x4 += amount - part - spent;
        } else {
            uint256 missing = Math.saturatingSub(cap, books.x2);
            (uint256 spent, uint256 received) = _fill(Cause.Earnings, now_, true, missing, amount);
            books.x2 += received;
            amount -= spent;
            uint256 part = Math.min(amount, Math.saturatingSub(supply, books.f3));
            missing = Math.saturatingSub(cap, books.x4);
            (spent, received) = _fill(Cause.Earnings, now_, true, missing, amount - part);
            books.x4 += received;
            books.f3 += amount - spent;
        }
    }

    /// @dev Takes a gift or earnings in.
    function _receive(uint8 silo, uint256 amount) private returns (uint256 received, Conditions memory now_) {
        if (silo < 1 || silo > 4) revert Silos_NoSuchSilo(silo);
        now_ = settings.conditions();
        if (silo % 2 == 1) _requireUsdc(now_);
        received = _pull(silo % 2 == 1 ? usdc : xtz, amount);
    }

    /// @dev Measures what arrives. Reverts with Silos_ZeroAmount.
    function _pull(IERC20 token, uint256 amount) private returns (uint256 received) {
        received = token.pull(msg.sender, address(this), amount);
        if (received == 0) revert Silos_ZeroAmount();
    }

    /// @dev The two keys: once latched, new supply needs Silo 2 to be worth all of it; Silo 1 is paid with the same
    /// mint. A supply below the latch's least needs Silo 1 only, so that it can start again. Reverts with Silos_NoPrice,
    /// Silos_ExceedsHeadroom. rules.md S4
    function _requireKeys(Books memory books, uint256 minted, Conditions memory now_) private view {
        if (!isLatched) return;
        uint256 supply = _supply();
        uint256 latchMinSupply = now_.parameters.latchMinSupply;
        if (supply + minted - inventory < latchMinSupply) return;
        _requirePrice(now_);
        uint256 v2 = SiloMath.valueDown(books.x2, now_.low);
        uint256 room = SiloMath.headroom(inventory, v2, supply, latchMinSupply);
        if (minted > room) revert Silos_ExceedsHeadroom(minted, room);
    }
}
