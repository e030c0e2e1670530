// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Collateral_AboveMaximum, Collateral_NoPrice, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Prices, PriceState} from "./CollateralTypes.sol";
import {PriceModule} from "./PriceModule.sol";
import {
    Collateral_AllOrNothing,
    Collateral_AuctionOver,
    Collateral_Covered,
    Collateral_NeedsReset,
    Collateral_NoResetNeeded,
    Collateral_NoSuchAuction
} from "./VaultErrors.sol";
import {Payment} from "./TusdtLedger.sol";
import {VaultExits} from "./VaultExits.sol";
import {Auction, AuctionStatus, Vault, VaultKey} from "./VaultTypes.sol";

/// @title Liquidations, and the Dutch auctions they open
/// @notice rules.md C5, C7, C8
abstract contract VaultAuctions is VaultExits {
    /// @notice Number of auctions; the first has id 1.
    uint256 public auctionCount;

    mapping(uint256 id => Auction) internal _auctions;

    /// @dev When the price module was last replaced, unix seconds: like a freeze, that ends what an older price began.
    uint256 private _moduleSince;

    /// @notice A vault was liquidated: all its collateral is for sale for its debt and the penalty. The current price is WAD.
    event Liquidated(
        address indexed owner,
        uint256 indexed vaultId,
        uint256 indexed auctionId,
        address starter,
        uint256 current,
        Auction auction
    );

    /// @notice A vault of somebody else was liquidated. What is for sale (18 decimals), and for how much TUSDT (18 decimals).
    event LiquidatedOther(
        address indexed starter,
        uint256 indexed vaultId,
        uint256 indexed auctionId,
        address owner,
        uint256 lot,
        uint256 need
    );

    /// @notice An auction begins anew at the current price (WAD).
    event AuctionReset(address indexed by, uint256 indexed id, uint256 topBefore, uint256 top);

    /// @notice A part of a lot was taken at a price (WAD), for TUSDT (18 decimals); how the auction was and is.
    event Taken(
        address indexed taker,
        uint256 indexed id,
        address indexed to,
        uint256 taken,
        uint256 paid,
        uint256 price,
        Auction auctionBefore,
        Auction auctionAfter
    );

    /// @notice An auction has ended: what was left of the lot is back in the vault; principal it did not cover is bad debt,
    /// the rest that it did not is forgone. TUSDT and collateral have 18 decimals.
    event AuctionEnded(
        address indexed owner,
        uint256 indexed vaultId,
        uint256 indexed auctionId,
        uint256 returned,
        uint256 badDebt,
        uint256 forgone
    );

    /// @notice Liquidates a vault that the liquidation ratio does not cover at the current price. Anyone may; they get the
    /// keeper's part of the penalty that comes in. rules.md C5, C7
    /// @dev Reverts with Collateral_NoSuchVault, Collateral_TooManyDates, Collateral_NoPrice, Collateral_Covered.
    /// @return auctionId The auction.
    function liquidate(uint256 id) external nonReentrant returns (uint256 auctionId) {
        uint256 rate = _dripFully();
        Vault memory vault = _load(id);
        uint256 current = _current();
        uint256 debt = _debt(vault, rate);
        uint256 ratio = _get(VaultKey.LiquidationRatio);
        if (CollateralMath.isSafe(debt, vault.collateral, current, ratio)) {
            revert Collateral_Covered(debt, vault.collateral, current, ratio);
        }
        auctionId = ++auctionCount;
        Auction memory auction;
        (auction.vaultId, auction.starter, auction.lot) = (id, msg.sender, vault.collateral);
        (auction.principal, auction.late) = (vault.principal, vault.late);
        auction.interest = debt - vault.late - vault.principal;
        auction.penalty = CollateralMath.penaltyUp(debt, _get(VaultKey.PenaltyBps));
        _begin(auction, current);
        (vault.collateral, vault.art, vault.principal, vault.late, vault.due) = (0, 0, 0, 0, 0);
        _totals.running += 1;
        _saveAuction(auctionId, auction);
        emit Liquidated(vault.owner, id, auctionId, msg.sender, current, auction);
        if (msg.sender != vault.owner) {
            emit LiquidatedOther(msg.sender, id, auctionId, vault.owner, auction.lot, _need(auction));
        }
        _save(id, vault, rate);
    }

    /// @notice Begins an auction anew whose price is too old: its tail or cusp is reached, or a freeze ended since. Anyone may.
    /// rules.md C7
    /// @dev Reverts with Collateral_NoSuchAuction, Collateral_AuctionOver, Collateral_NoPrice, Collateral_NoResetNeeded.
    function reset(uint256 id) external nonReentrant {
        Auction memory auction = _auctionOf(id);
        uint256 current = _current();
        if (!_needsReset(auction)) revert Collateral_NoResetNeeded(id);
        uint256 top = auction.top;
        _begin(auction, current);
        _saveAuction(id, auction);
        emit AuctionReset(msg.sender, id, top, auction.top);
    }

    /// @notice Takes at most so much of a lot, at most at this price: gets what is left, and not more than is needed. The taker
    /// has approved the book. rules.md C7
    /// @dev Reverts with Collateral_NoSuchAuction, Collateral_AuctionOver, Collateral_TooManyDates, Collateral_NoPrice,
    /// Collateral_NeedsReset, Collateral_AboveMaximum, Collateral_Nothing, Collateral_AllOrNothing,
    /// ERC20InsufficientAllowance, ERC20InsufficientBalance.
    /// @param ask Collateral (18 decimals).
    /// @param maxPrice WAD.
    /// @param to Recipient of the collateral.
    /// @return taken Collateral (18 decimals).
    /// @return paid TUSDT (18 decimals).
    function take(uint256 id, uint256 ask, uint256 maxPrice, address to)
        external
        nonReentrant
        returns (uint256 taken, uint256 paid)
    {
        _checkRecipient(to);
        if (ask == 0) revert Collateral_Nothing();
        Auction memory auction = _auctionOf(id);
        _current();
        if (_needsReset(auction)) revert Collateral_NeedsReset(id);
        uint256 price = _price(auction);
        if (price > maxPrice) revert Collateral_AboveMaximum(price, maxPrice);
        uint256 need = _need(auction);
        uint256 dust = _get(VaultKey.Dust);
        (taken, paid) = CollateralMath.takeOf(ask, auction.lot, need, price, dust);
        if (paid == 0) revert Collateral_AllOrNothing(ask, auction.lot, need, dust);
        _settle(id, auction, taken, paid, to);
    }

    /// @notice An auction with its price, lot and need now, and what a take of everything would gain at the oracle's price.
    /// rules.md C7
    function status(uint256 id) external view returns (AuctionStatus memory) {
        return _status(id);
    }

    /// @dev See `status`. Reverts with Collateral_NoSuchAuction.
    function _status(uint256 id) internal view returns (AuctionStatus memory s) {
        Auction memory auction = _auctions[id];
        if (auction.vaultId == 0) revert Collateral_NoSuchAuction(id);
        (s.id, s.stored, s.need) = (id, auction, _need(auction));
        if (auction.endedAt != 0) return s;
        s.price = _price(auction);
        s.needsReset = _needsReset(auction);
        Prices memory prices = _prices();
        if (prices.state != PriceState.Fresh) return s;
        s.oraclePrice = prices.current;
        s.isTakeable = !s.needsReset;
        if (s.needsReset) return s;
        (s.taken, s.paid) = CollateralMath.takeOf(auction.lot, auction.lot, s.need, s.price, _get(VaultKey.Dust));
        // forge-lint: disable-next-line(unsafe-typecast)
        s.profit = int256(CollateralMath.mintedDown(s.taken, s.oraclePrice)) - int256(s.paid);
    }

    /// @dev A new price module ends what an older price began.
    function _beforeChange(uint256 key) internal override {
        if (key == uint256(VaultKey.PriceModule)) _moduleSince = block.timestamp;
        super._beforeChange(key);
    }

    /// @dev Pays principal first, then interest, late fees and penalty; ends the auction where nothing is needed or left.
    function _settle(uint256 id, Auction memory auction, uint256 taken, uint256 paid, address to) private {
        Payment memory payment;
        auction.lot -= taken;
        uint256 rest = paid;
        (payment.principal, rest) = _split(auction.principal, rest);
        (payment.interest, rest) = _split(auction.interest, rest);
        (payment.late, payment.penalty) = _split(auction.late, rest);
        auction.principal -= payment.principal;
        auction.interest -= payment.interest;
        auction.late -= payment.late;
        auction.penalty -= payment.penalty;
        payment.keeper = auction.starter;
        payment.keeperPart = CollateralMath.keeperPartDown(payment.penalty, auction.keeperBps);
        emit Taken(msg.sender, id, to, taken, paid, _price(auction), _auctions[id], auction);
        _saveAuction(id, auction);
        book.collect(msg.sender, payment);
        if (auction.lot == 0 || _need(auction) == 0) _end(id, auction);
        if (taken > 0) _payOut(to, taken);
    }

    /// @dev Returns what is left of the lot to the vault, and gives up what is left of the need.
    function _end(uint256 id, Auction memory auction) private {
        uint256 badDebt = auction.principal;
        address owner = _vaults[auction.vaultId].owner;
        emit AuctionEnded(owner, auction.vaultId, id, auction.lot, badDebt, _need(auction) - badDebt);
        if (auction.lot > 0) {
            uint256 rate = _dripFully();
            Vault memory vault = _load(auction.vaultId);
            vault.collateral += auction.lot;
            _save(auction.vaultId, vault, rate);
        }
        (auction.lot, auction.principal, auction.interest, auction.late, auction.penalty) = (0, 0, 0, 0, 0);
        auction.endedAt = uint64(block.timestamp);
        _totals.running -= 1;
        _saveAuction(id, auction);
        if (badDebt > 0) book.writeOff(badDebt);
    }

    /// @dev Writes an auction back, and what it changes of the sums.
    function _saveAuction(uint256 id, Auction memory auction) private {
        Auction storage before = _auctions[id];
        _totals.auctionPrincipal = _totals.auctionPrincipal + auction.principal - before.principal;
        _totals.auctionCollateral = _totals.auctionCollateral + auction.lot - before.lot;
        _auctions[id] = auction;
    }

    /// @dev First price and terms, from now on.
    function _begin(Auction memory auction, uint256 current) private view {
        // forge-lint: disable-start(unsafe-typecast)
        auction.startedAt = uint64(block.timestamp);
        auction.tauSeconds = uint32(_get(VaultKey.TauSeconds));
        auction.tailSeconds = uint32(_get(VaultKey.TailSeconds));
        auction.keeperBps = uint16(_get(VaultKey.KeeperBps));
        auction.cusp = uint64(_get(VaultKey.Cusp));
        // forge-lint: disable-end(unsafe-typecast)
        auction.top = CollateralMath.auctionTopUp(current, _get(VaultKey.Buffer));
    }

    /// @dev Whether a price is too old to take at. rules.md C7
    function _needsReset(Auction memory auction) private view returns (bool) {
        uint256 unfrozenAt = PriceModule(_addressOf(VaultKey.PriceModule)).unfrozenAt();
        if (auction.startedAt < Math.max(unfrozenAt, _moduleSince)) return true;
        if (block.timestamp - auction.startedAt >= auction.tailSeconds) return true;
        return _price(auction) < CollateralMath.auctionLeastUp(auction.top, auction.cusp);
    }

    function _price(Auction memory auction) private view returns (uint256) {
        return CollateralMath.auctionPriceDown(auction.top, auction.tauSeconds, block.timestamp - auction.startedAt);
    }

    /// @dev The current price. Reverts with Collateral_NoPrice.
    function _current() private view returns (uint256) {
        Prices memory prices = _prices();
        if (prices.state != PriceState.Fresh) revert Collateral_NoPrice();
        return prices.current;
    }

    /// @dev A running auction. Reverts with Collateral_NoSuchAuction, Collateral_AuctionOver.
    function _auctionOf(uint256 id) private view returns (Auction memory auction) {
        auction = _auctions[id];
        if (auction.vaultId == 0) revert Collateral_NoSuchAuction(id);
        if (auction.endedAt != 0) revert Collateral_AuctionOver(id);
    }

    function _need(Auction memory auction) private pure returns (uint256) {
        return auction.principal + auction.interest + auction.late + auction.penalty;
    }

    /// @dev What a payment clears of an amount, and what is left of the payment.
    function _split(uint256 owed, uint256 rest) private pure returns (uint256 part, uint256 left) {
        part = Math.min(owed, rest);
        left = rest - part;
    }
}
