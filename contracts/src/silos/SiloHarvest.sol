// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SiloExits} from "./SiloExits.sol";
import {SiloMath} from "./SiloMath.sol";
import {Books, Cause, Conditions, Shares} from "./SiloTypes.sol";

/// @dev What the contract of the trustees may do: cover and distribute. Held by it alone, for good. rules.md S14
bytes32 constant TRUSTEES_ROLE = keccak256("TRUSTEES_ROLE");

/// @title What the trustees' votes do to the reserve: cover, and the distribution of the chamber
abstract contract SiloHarvest is SiloExits {
    /// @dev A part of the chamber. USDC and XTZ, 6 decimals.
    struct Part {
        uint256 usd;
        uint256 xtz;
    }

    /// @dev The parts of a distribution.
    struct Parts {
        Part equal;
        Part full;
        Part dividend;
        Part ecosystem;
    }

    /// @notice Silo 4 has paid for new supply. Amounts: XTZ, USDC, USDtz (6 decimals). rules.md S7
    event Covered(uint256 xtzSold, uint256 proceeds, uint256 minted);

    /// @notice The chamber was distributed; what is left stays in it. Minted USDtz went to the inventory; dividend and
    /// ecosystem's part in USDC and XTZ are credited (6 decimals). rules.md S10
    event Distributed(Shares shares, uint256 mintedEqual, uint256 mintedFull, Part dividend, Part ecosystem);

    /// @notice An account may claim this. USDC and XTZ, 6 decimals.
    event Credited(address indexed account, uint256 usd, uint256 xtz);

    /// @notice Silo 2 is not worth more than Silo 1: there is nothing to cover. USD, 6 decimals. rules.md S7
    error Silos_NothingToCover(uint256 v2, uint256 f1);

    /// @notice The sale brought less than the vote asked for. USDC, 6 decimals.
    error Silos_BelowMinProceeds(uint256 proceeds, uint256 minProceeds);

    /// @notice Sells XTZ of Silo 4, and of no other, for Silo 1, and mints what both base silos then back to the
    /// inventory. Trustees only. rules.md S7
    /// @dev Reverts with EnforcedPause, Silos_NoPrice, Silos_UsdcUnsound, Silos_NothingToCover, Silos_BelowMinProceeds,
    /// and with what the exchange reverts with.
    /// @param xtzAmount The most XTZ to sell (6 decimals); also at most what Silo 4 has and what v2 - F1 is worth.
    /// @param minProceeds Least USDC (6 decimals), beside the bound of every conversion.
    function cover(uint256 xtzAmount, uint256 minProceeds) external nonReentrant whenNotPaused onlyRole(TRUSTEES_ROLE) {
        Conditions memory now_ = settings.conditions();
        _requirePrice(now_);
        _requireUsdc(now_);
        Books memory books = _books;
        uint256 v2 = SiloMath.valueDown(books.x2, now_.low);
        if (v2 <= books.f1) revert Silos_NothingToCover(v2, books.f1);
        (uint256 spent, uint256 received) = _sell4(books, now_, v2, xtzAmount);
        if (received < minProceeds) revert Silos_BelowMinProceeds(received, minProceeds);
        uint256 minted = SiloMath.recapMint(type(uint256).max, books.f1, v2, _supply());
        _mintInventory(minted);
        emit Covered(spent, received, minted);
        _save(books, now_.low);
    }

    /// @notice Distributes the chamber by parts: both recapitalisations, dividend, ecosystem, in this order. Trustees
    /// only. rules.md S10
    /// @dev Reverts with EnforcedPause, Silos_NoPrice, Silos_UsdcUnsound, and with what the exchange reverts with.
    /// @param shares Parts in basis points of the whole chamber, of each token; they sum to 10000.
    /// @param ecosystem Address of the ecosystem, as it was in the proposal.
    /// @param accounts Trustees.
    /// @param weights Their weights, of which the dividend's parts are made.
    function distribute(
        Shares calldata shares,
        address ecosystem,
        address[] calldata accounts,
        uint256[] calldata weights
    ) external nonReentrant whenNotPaused onlyRole(TRUSTEES_ROLE) {
        Conditions memory now_ = settings.conditions();
        _requirePrice(now_);
        Books memory books = _books;
        Parts memory parts = _partsOf(books, shares, now_);
        uint256 mintedEqual = _recapEqual(books, now_, parts.equal);
        uint256 mintedFull = _recapFull(books, now_, parts.full);
        _payDividend(books, parts.dividend, accounts, weights);
        _credit(books, ecosystem, parts.ecosystem);
        emit Distributed(shares, mintedEqual, mintedFull, parts.dividend, parts.ecosystem);
        _save(books, now_.low);
    }

    /// @dev What a cover sells: at most what Silo 4 has, and what v2 - F1 is worth. Silo 1 gets what it brings.
    function _sell4(Books memory books, Conditions memory now_, uint256 v2, uint256 xtzAmount)
        private
        returns (uint256 spent, uint256 received)
    {
        uint256 most = Math.min(books.x4, SiloMath.coverMaxUp(books.f1, v2, now_.low));
        (spent, received) = _spend(Cause.Cover, now_, false, Math.min(xtzAmount, most));
        books.x4 -= spent;
        books.f1 += received;
    }

    /// @dev All parts, of what the chamber has before any of them. Dividend and ecosystem together are at most what
    /// redemptions have not set free.
    function _partsOf(Books memory books, Shares calldata shares, Conditions memory now_)
        private
        view
        returns (Parts memory parts)
    {
        parts.equal = _partOf(books, shares.recapEqualBps);
        parts.full = _partOf(books, shares.recapFullBps);
        parts.dividend = _partOf(books, shares.dividendBps);
        parts.ecosystem = _partOf(books, shares.ecosystemBps);
        uint256 most = _payable(books, now_);
        most -= _limit(parts.dividend, most, now_);
        _limit(parts.ecosystem, most, now_);
    }

    /// @dev What dividend and ecosystem may take together: not what redemptions have set free. rules.md S10
    function _payable(Books memory books, Conditions memory now_) private view returns (uint256) {
        uint256 chamber = books.chamberUsd + SiloMath.valueDown(books.chamberXtz, now_.low);
        return SiloMath.payableFromChamber(chamber, _cycle.maxSupply, _supply());
    }

    /// @dev Floored, per token.
    function _partOf(Books memory books, uint256 bps) private pure returns (Part memory) {
        return Part(
            SiloMath.partDown(books.chamberUsd, bps, SiloMath.BPS),
            SiloMath.partDown(books.chamberXtz, bps, SiloMath.BPS)
        );
    }

    /// @dev Lowers a part to what may be paid, both tokens alike, and returns its value.
    function _limit(Part memory part, uint256 most, Conditions memory now_) private pure returns (uint256) {
        uint256 value = part.usd + SiloMath.valueDown(part.xtz, now_.low);
        if (value <= most) return value;
        part.usd = SiloMath.partDown(part.usd, most, value);
        part.xtz = SiloMath.partDown(part.xtz, most, value);
        return part.usd + SiloMath.valueDown(part.xtz, now_.low);
    }

    /// @dev A quarter to each silo. The side that is short is bought for what the other has above its two quarters, and
    /// what arrives is halved.
    function _recapEqual(Books memory books, Conditions memory now_, Part memory part)
        private
        returns (uint256 minted)
    {
        uint256 quarter = (part.usd + SiloMath.valueDown(part.xtz, now_.low)) / 4;
        uint256 usdEach = quarter;
        uint256 xtzEach = SiloMath.xtzDown(quarter, now_.low);
        uint256 spent;
        uint256 received;
        if (part.usd > 2 * quarter) {
            (spent, received) = _spend(Cause.Distribution, now_, true, part.usd - 2 * quarter);
            xtzEach = (part.xtz + received) / 2;
            books.chamberUsd -= spent;
            books.chamberXtz += received;
        } else {
            (spent, received) = _spend(Cause.Distribution, now_, false, part.xtz - 2 * xtzEach);
            usdEach = (part.usd + received) / 2;
            books.chamberUsd += received;
            books.chamberXtz -= spent;
        }
        books.f1 += usdEach;
        books.f3 += usdEach;
        books.chamberUsd -= 2 * usdEach;
        books.x2 += xtzEach;
        books.x4 += xtzEach;
        books.chamberXtz -= 2 * xtzEach;
        return _mintRecap(books, now_, quarter);
    }

    /// @dev All to Silo 1; then Silo 3 buys as much XTZ for Silo 2, as far as it has it.
    function _recapFull(Books memory books, Conditions memory now_, Part memory part) private returns (uint256 minted) {
        uint256 value = part.usd + SiloMath.valueDown(part.xtz, now_.low);
        (uint256 spent, uint256 received) = _spend(Cause.Distribution, now_, false, part.xtz);
        books.chamberUsd -= part.usd;
        books.chamberXtz -= spent;
        books.f1 += part.usd + received;
        (spent, received) = _spend(Cause.Distribution, now_, true, Math.min(value, books.f3));
        books.f3 -= spent;
        books.x2 += received;
        return _mintRecap(books, now_, value);
    }

    /// @dev To the inventory, as far as both base silos back it.
    function _mintRecap(Books memory books, Conditions memory now_, uint256 most) private returns (uint256 minted) {
        minted = SiloMath.recapMint(most, books.f1, SiloMath.valueDown(books.x2, now_.low), _supply());
        _mintInventory(minted);
    }

    /// @dev Each trustee's part is floored; the rest stays in the chamber.
    function _payDividend(
        Books memory books,
        Part memory dividend,
        address[] calldata accounts,
        uint256[] calldata weights
    ) private {
        uint256 whole;
        for (uint256 i = 0; i < weights.length; ++i) {
            whole += weights[i];
        }
        for (uint256 i = 0; i < accounts.length; ++i) {
            uint256 usd = SiloMath.partDown(dividend.usd, weights[i], whole);
            uint256 xtz_ = SiloMath.partDown(dividend.xtz, weights[i], whole);
            _credit(books, accounts[i], Part(usd, xtz_));
        }
    }

    /// @dev From the chamber to what is owed. A part that nobody could ever claim stays in the chamber.
    function _credit(Books memory books, address account, Part memory part) private {
        if (part.usd + part.xtz == 0 || _isOurs(account)) return;
        books.chamberUsd -= part.usd;
        books.owedUsd += part.usd;
        owed[usdc][account] += part.usd;
        books.chamberXtz -= part.xtz;
        books.owedXtz += part.xtz;
        owed[xtz][account] += part.xtz;
        emit Credited(account, part.usd, part.xtz);
    }
}
