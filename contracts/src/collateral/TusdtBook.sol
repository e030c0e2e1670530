// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {Kept, StrayToken} from "../shared/StrayToken.sol";
import {Backing} from "./Backing.sol";
import {Circulation} from "./Circulation.sol";
import {Collateral_BelowMinimum, Collateral_InvalidRecipient, Collateral_Nothing} from "./CollateralErrors.sol";
import {CollateralMath} from "./CollateralMath.sol";
import {Governed} from "./Governed.sol";
import {Issuers} from "./Issuers.sol";
import {Tusdt} from "./Tusdt.sol";
import {Books, Movement, Payment, TusdtLedger} from "./TusdtLedger.sol";

/// @title TUSDT's book: who may issue it, what is owed, and the surplus
/// @notice Engines are added after the public delay and never removed: a borrower must always be able to pay. A type is
/// ended by a line of 0. Engines issue and burn through the book, so nothing is owed that it does not know of.
/// rules.md C1, C3, C4, C11
/// @dev As a parameter an engine's key is its address and its value 1.
contract TusdtBook is TusdtLedger, Governed, Circulation, ReentrancyGuardTransient {
    using MeasuredTransfer for IERC20;
    using SafeERC20 for IERC20;

    /// @dev Up to here nobody has a key: the zero address, precompiles, and what people burn to (0xdead).
    uint160 private constant LAST_BURN_ADDRESS = 0xffff;

    /// @notice USDC (6 decimals).
    IERC20 public immutable usdc;

    /// @notice The asset-backing vault; set once.
    Backing public backing;

    /// @notice Every engine, in the order of their addition.
    address[] public engines;

    /// @notice The asset-backing vault was named.
    event BackingSet(Backing backing);

    /// @notice Surplus (TUSDT, 18 decimals) was sold for USD (6 decimals) that went to the backing.
    event SurplusBought(address indexed buyer, address indexed to, uint256 tusdt, uint256 usd);

    /// @notice Whoever started an auction got a part (TUSDT, 18 decimals) of the penalty that came in. rules.md C7
    event KeeperPaid(address indexed keeper, address indexed engine, uint256 amount);

    /// @notice There is an asset-backing vault already, or this is none.
    error Collateral_BackingSet(Backing backing);

    /// @notice Only an engine may.
    error Collateral_NotEngine(address caller);

    /// @notice There is no contract there, or the book knows it already.
    error Collateral_NotNew(address engine);

    /// @dev Reverts with Collateral_NotEngine.
    modifier onlyEngine() {
        if (!isEngine(msg.sender)) revert Collateral_NotEngine(msg.sender);
        _;
    }

    /// @param governance_ Adds engines, names the asset-backing vault.
    /// @param delaySeconds_ Until an engine is added; at least a day.
    /// @param usdc_ USDC.
    constructor(address governance_, uint256 delaySeconds_, IERC20 usdc_) Governed(governance_, delaySeconds_) {
        usdc = usdc_;
        tusdt = new Tusdt(this);
    }

    /// @notice Names the asset-backing vault, once. Governance only.
    /// @dev Reverts with Collateral_NotGovernance, Collateral_BackingSet.
    function setBacking(Backing backing_) external onlyGovernance {
        if (address(backing) != address(0) || address(backing_).code.length == 0) {
            revert Collateral_BackingSet(backing);
        }
        backing = backing_;
        emit BackingSet(backing_);
    }

    /// @notice Issues what a borrower draws. Engines only.
    /// @dev Reverts with Collateral_NotEngine.
    /// @param to Who gets it.
    /// @param amount TUSDT (18 decimals).
    function draw(address to, uint256 amount) external onlyEngine {
        _move(Movement.Drawn, msg.sender, amount);
        tusdt.mint(to, amount);
    }

    /// @notice Takes in what somebody pays: principal is burnt, the rest is surplus, less the keeper's part. The payer has
    /// approved the book. Engines only. rules.md C4, C7
    /// @dev Reverts with Collateral_NotEngine, ERC20InsufficientAllowance, ERC20InsufficientBalance.
    /// @param payer Who pays.
    /// @param payment What for, TUSDT (18 decimals).
    function collect(address payer, Payment calldata payment) external onlyEngine {
        uint256 surplus = payment.interest + payment.late + payment.penalty;
        IERC20(tusdt).safeTransferFrom(payer, address(this), payment.principal + surplus);
        _move(Movement.Repaid, msg.sender, payment.principal);
        if (payment.principal > 0) tusdt.burn(payment.principal);
        _move(Movement.Interest, msg.sender, payment.interest);
        _move(Movement.LateFee, msg.sender, payment.late);
        _move(Movement.Penalty, msg.sender, payment.penalty);
        _move(Movement.Keeper, msg.sender, payment.keeperPart);
        if (payment.keeperPart > 0) {
            emit KeeperPaid(payment.keeper, msg.sender, payment.keeperPart);
            IERC20(tusdt).safeTransfer(payment.keeper, payment.keeperPart);
        }
        _burnBadDebt();
    }

    /// @notice Books principal that an auction did not cover as bad debt; surplus burns it at once. Engines only. rules.md C7
    /// @dev Reverts with Collateral_NotEngine.
    /// @param amount TUSDT (18 decimals).
    function writeOff(uint256 amount) external onlyEngine {
        _move(Movement.WrittenOff, msg.sender, amount);
        _burnBadDebt();
    }

    /// @notice Sells surplus for 1 USD each; the USD are backing. Gets what is left of it. rules.md C4
    /// @dev Reverts with Collateral_Nothing, Collateral_InvalidRecipient, Collateral_BelowMinimum.
    /// @param atMost TUSDT (18 decimals).
    /// @param to Recipient of the TUSDT.
    /// @return bought TUSDT (18 decimals).
    function buySurplus(uint256 atMost, address to) external nonReentrant returns (uint256 bought) {
        bought = Math.min(atMost, _books.surplus);
        if (bought == 0) revert Collateral_Nothing();
        if (!canReceive(to)) revert Collateral_InvalidRecipient(to);
        _move(Movement.SurplusSold, address(0), bought);
        uint256 cost = CollateralMath.surplusCostUp(bought);
        uint256 received = usdc.pull(msg.sender, address(backing), cost);
        if (received < cost) revert Collateral_BelowMinimum(received, cost);
        emit SurplusBought(msg.sender, to, bought, received);
        backing.addSurplusBacking(received);
        IERC20(tusdt).safeTransfer(to, bought);
    }

    /// @notice Books what was sent here: TUSDT burns bad debt, and the rest of it is burnt, too; another token goes where it
    /// belongs. Anyone may call. rules.md C11
    /// @dev Reverts with Stray_NothingToRecover.
    /// @param token Token to look for.
    function bookGift(IERC20 token) external nonReentrant {
        if (address(token) != address(tusdt)) {
            Kept[] memory kept = new Kept[](1);
            kept[0].token = IERC20(tusdt);
            return StrayToken.recover(token, giftRecipient(token), kept);
        }
        uint256 held = tusdt.balanceOf(address(this));
        if (held <= _books.surplus) revert StrayToken.Stray_NothingToRecover(token);
        uint256 gift = held - _books.surplus;
        uint256 rest = Math.saturatingSub(gift, _books.badDebt);
        _move(Movement.Gift, address(0), gift);
        _burnBadDebt();
        _move(Movement.GiftBurnt, address(0), rest);
        if (rest > 0) tusdt.burn(rest);
    }

    /// @notice Where a token belongs that was sent to a contract by mistake: TUSDT here, TAO and USDC in the asset-backing
    /// vault, where they are booked as gifts, and any other with governance. rules.md C11
    function giftRecipient(IERC20 token) public view returns (address) {
        if (address(token) == address(tusdt)) return address(this);
        bool isBacking = address(token) == address(usdc) || address(token) == address(backing.tao());
        return isBacking ? address(backing) : governance;
    }

    /// @notice The books. TUSDT, 18 decimals.
    function books() external view returns (Books memory) {
        return _books;
    }

    /// @notice Everything of the book that an action changes, in one answer.
    /// @return books_ The books.
    /// @return supply Total supply, TUSDT (18 decimals).
    /// @return outstanding_ S. rules.md C1
    /// @return totals Sum of the movements of each kind.
    /// @return engines_ Every engine.
    function state()
        external
        view
        returns (
            Books memory books_,
            uint256 supply,
            int256 outstanding_,
            uint256[] memory totals,
            address[] memory engines_
        )
    {
        totals = new uint256[](uint256(type(Movement).max) + 1);
        for (uint256 kind = 0; kind < totals.length; ++kind) {
            totals[kind] = totalOf[Movement(kind)];
        }
        return (_books, tusdt.totalSupply(), outstanding(), totals, engines);
    }

    /// @inheritdoc Circulation
    function outstanding() public view returns (int256) {
        // forge-lint: disable-next-line(unsafe-typecast)
        return int256(tusdt.totalSupply()) - int256(_books.principalOwed);
    }

    /// @inheritdoc Issuers
    function isIssuer(address account) external view returns (bool) {
        return account == address(this) || (account == address(backing) && account != address(0));
    }

    /// @notice Whether this is an engine.
    function isEngine(address account) public view returns (bool) {
        return valueOf(uint160(account)) == 1;
    }

    /// @inheritdoc Circulation
    function canReceive(address account) public view returns (bool) {
        bool isToken = account == address(tusdt) || account == address(usdc);
        bool isOurs = isToken || account == address(this) || account == address(backing) || isEngine(account);
        return !isOurs && uint160(account) > LAST_BURN_ADDRESS;
    }

    /// @notice An engine can only be added: the value of its key becomes 1.
    function boundsOf(uint256) public pure override returns (uint256 least, uint256 most) {
        return (1, 1);
    }

    /// @dev Adds an engine. Reverts with Collateral_NotNew.
    function _beforeChange(uint256 key) internal override {
        // forge-lint: disable-next-line(unsafe-typecast)
        address engine = address(uint160(key));
        if (uint160(engine) != key || isEngine(engine) || engine.code.length == 0) revert Collateral_NotNew(engine);
        engines.push(engine);
    }

    /// @dev Engines need not fit each other.
    function _requireConsistent() internal view override {}
}
