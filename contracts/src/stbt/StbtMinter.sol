// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MeasuredTransfer} from "../shared/MeasuredTransfer.sol";
import {STBT} from "./STBT.sol";
import {Stbt_NothingProposed} from "./StbtErrors.sol";
import {StbtIssuance} from "./StbtIssuance.sol";
import {StbtMath} from "./StbtMath.sol";
import {StbtMinterSettings} from "./StbtMinterSettings.sol";
import {StbtOwnable} from "./StbtOwnable.sol";
import {StbtTimelockController} from "./StbtTimelockController.sol";

/// @title Requests to mint and to redeem STBT
/// @notice A deposit goes to its coin's receiver and an issue is queued; redeemed STBT goes to the pool and its burn is
/// queued; the owner settles what is due. rules.md T6-T8
contract StbtMinter is StbtMinterSettings, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using MeasuredTransfer for IERC20;

    /// @notice Number of the next redemption.
    uint64 public nonceForRedeem;

    /// @notice Redemptions settled so far, counted from the first number on.
    uint64 public virtualCountOfRedeemSettled;

    /// @notice Number of the next deposit.
    uint64 public nonceForMint;

    /// @notice Whom a redemption is owed to; 0 = settled, or there is none with this number.
    mapping(uint256 nonce => address) public redeemTargetMap;

    /// @notice A deposit was made and its issue queued with this salt and calldata; deposit in units of the coin.
    event Mint(
        address indexed requestor,
        address indexed token,
        uint256 indexed nonce,
        uint256 depositAmount,
        uint256 proposeAmount,
        bytes32 salt,
        bytes data
    );

    /// @notice STBT was given back and its burn queued with this salt and calldata; the amount is before fee and price,
    /// in units of the coin.
    event Redeem(
        address indexed requestor,
        address indexed token,
        uint256 indexed nonce,
        uint256 amount,
        bytes32 salt,
        bytes data
    );

    /// @notice A redemption was paid; fee rate and execution price are notes (1e18 = 1).
    event Settle(
        address indexed target,
        address indexed token,
        uint256 indexed nonce,
        uint256 amount,
        bytes32 redeemTxId,
        uint256 redeemServiceFeeRate,
        uint256 executionPrice
    );

    /// @param timeLock Where operations are queued.
    /// @param target STBT.
    /// @param pool Holds redeemed STBT until it is burnt.
    constructor(address timeLock, address target, address pool) StbtOwnable(msg.sender) {
        _setAddresses(timeLock, target, pool);
        // Another Minter on the same queue never counts the same numbers, so operation ids don't repeat.
        uint64 first = uint64(1000 * block.timestamp);
        (nonceForMint, nonceForRedeem, virtualCountOfRedeemSettled) = (first, first, first);
    }

    /// @notice Deposits a coin and queues the issue of STBT for it. Reverts with "MINTER: NO_RECEIVE_PERMISSION",
    /// "MINTER: RECEIVE_PERMISSION_EXPIRED", "MINTER: TOKEN_NOT_SUPPORTED", "MINTER: DEPOSIT_AMOUNT_TOO_SMALL",
    /// "MINTER: PROPOSE_AMOUNT_TOO_SMALL", Stbt_NothingProposed. rules.md T6
    /// @param token Coin to deposit.
    /// @param depositAmount How much, in units of the coin; counted is what arrives.
    /// @param minProposedAmount Least STBT to be proposed (18 decimals).
    /// @param salt Makes the operation's id one's own.
    /// @param extraData For the events.
    function mint(
        address token,
        uint256 depositAmount,
        uint256 minProposedAmount,
        bytes32 salt,
        bytes calldata extraData
    ) external nonReentrant {
        _checkMayReceive(msg.sender);
        (address receiver, uint256 feeRate) = _unpack(getCoinInfo(token));
        require(receiver != address(0), "MINTER: TOKEN_NOT_SUPPORTED");
        DepositConfig memory config = depositConfigMap[token];
        require(
            config.minimumDepositAmount != 0 && depositAmount >= config.minimumDepositAmount,
            "MINTER: DEPOSIT_AMOUNT_TOO_SMALL"
        );
        uint256 received = IERC20(token).pull(msg.sender, receiver, depositAmount);
        uint256 proposed = StbtMath.proposedDown(received, feeRate, config.needDivAdjust, config.adjustUnit);
        require(proposed >= minProposedAmount, "MINTER: PROPOSE_AMOUNT_TOO_SMALL");
        if (proposed == 0) revert Stbt_NothingProposed(received, feeRate);

        uint64 nonce = nonceForMint;
        nonceForMint = nonce + 1;
        bytes memory data = abi.encodeCall(StbtIssuance.issue, (msg.sender, proposed, extraData));
        bytes32 ownSalt = _queue(data, salt, nonce);
        emit Mint(msg.sender, token, nonce, received, proposed, ownSalt, data);
    }

    /// @notice Gives STBT back and queues its burn. Reverts with "MINTER: REDEEM_AMOUNT_TOO_SMALL" and what STBT says to a
    /// transfer. rules.md T6
    /// @param amount How much STBT (18 decimals); the burn is for what the moved shares are worth, never for more.
    /// @param token Coin to be paid in.
    /// @param salt Makes the operation's id one's own.
    /// @param extraData For the events.
    function redeem(uint256 amount, address token, bytes32 salt, bytes calldata extraData) external nonReentrant {
        RedeemConfig memory config = redeemConfigMap[token];
        require(
            config.minimumRedeemAmount != 0 && amount >= config.minimumRedeemAmount, "MINTER: REDEEM_AMOUNT_TOO_SMALL"
        );
        uint256 moved = _toPool(amount);
        uint64 nonce = nonceForRedeem;
        nonceForRedeem = nonce + 1;
        redeemTargetMap[nonce] = msg.sender;
        bytes memory data = abi.encodeCall(StbtIssuance.redeemFrom, (poolAccount, moved, extraData));
        bytes32 ownSalt = _queue(data, salt, nonce);
        emit Redeem(
            msg.sender, token, nonce, StbtMath.scaled(moved, config.needDivAdjust, config.adjustUnit), ownSalt, data
        );
    }

    /// @notice Pays a redemption from this contract's balance, before or after its burn. Owner only. Reverts with
    /// "MINTER: NULL_TARGET". rules.md T7, T8
    /// @param token Coin to pay in.
    /// @param amount How much, in units of the coin.
    /// @param nonce Number of the redemption.
    /// @param redeemTxId Transaction of the request; a note.
    /// @param redeemServiceFeeRate 1e18 = 100%; a note.
    /// @param executionPrice 1e18 = 1; a note.
    function redeemSettle(
        address token,
        uint256 amount,
        uint64 nonce,
        bytes32 redeemTxId,
        uint256 redeemServiceFeeRate,
        uint256 executionPrice
    ) external onlyOwner nonReentrant {
        address target = redeemTargetMap[nonce];
        require(target != address(0), "MINTER: NULL_TARGET");
        virtualCountOfRedeemSettled += 1;
        delete redeemTargetMap[nonce];
        emit Settle(target, token, nonce, amount, redeemTxId, redeemServiceFeeRate, executionPrice);
        IERC20(token).safeTransfer(target, amount);
    }

    /// @notice Takes a coin out while no redemption is owed. Owner only. Reverts with "MINTER: PENDING_REDEEM".
    /// @param token Coin to take.
    /// @param receiver Who gets it.
    /// @param amount How much, in units of the coin.
    function rescue(address token, address receiver, uint256 amount) external onlyOwner nonReentrant {
        require(virtualCountOfRedeemSettled == nonceForRedeem, "MINTER: PENDING_REDEEM");
        IERC20(token).safeTransfer(receiver, amount);
    }

    /// @dev Moves STBT to the pool and returns what the moved shares are worth. Rounds down.
    function _toPool(uint256 amount) private returns (uint256) {
        STBT stbt = STBT(targetContract);
        uint256 before = stbt.sharesOf(poolAccount);
        // Reverts itself where it does not move.
        // forge-lint: disable-next-line(erc20-unchecked-transfer)
        stbt.transferFrom(msg.sender, poolAccount, amount);
        return stbt.getAmountByShares(stbt.sharesOf(poolAccount) - before);
    }

    /// @dev Queues a call of STBT under a salt that no two requests share. rules.md T6
    function _queue(bytes memory data, bytes32 salt, uint64 nonce) private returns (bytes32 ownSalt) {
        ownSalt = keccak256(abi.encodePacked(salt, nonce));
        StbtTimelockController(payable(timeLockContract)).schedule(targetContract, 0, data, 0, ownSalt, 0);
    }

    function _checkMayReceive(address account) private view {
        (, bool receiveAllowed, uint64 expiry) = STBT(targetContract).permissions(account);
        require(receiveAllowed, "MINTER: NO_RECEIVE_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "MINTER: RECEIVE_PERMISSION_EXPIRED");
    }
}
