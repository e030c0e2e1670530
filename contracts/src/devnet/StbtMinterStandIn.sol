// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {StbtOwnable} from "../stbt/StbtOwnable.sol";
import {StbtTimelockController} from "../stbt/StbtTimelockController.sol";
import {StbtStandIn} from "./StbtStandIn.sol";

/// @title A Minter with the rules of the live contract, for local chains and tests
/// @notice Follows the live contract as an app sees it: what is proposed follows from the amount asked, whatever arrives;
/// a proposal of 0 is queued and does nothing; a redemption's burn is queued for the amount asked, a unit more than what
/// may have come; an unknown coin reverts in a library's words; settings tell nothing. Unlike the published source it
/// takes tokens that return nothing, as USDT.
contract StbtMinterStandIn is StbtOwnable {
    using SafeERC20 for IERC20;

    struct DepositConfig {
        bool needDivAdjust;
        uint96 adjustUnit;
        uint96 minimumDepositAmount;
    }

    struct RedeemConfig {
        bool needDivAdjust;
        uint96 adjustUnit;
        uint96 minimumRedeemAmount;
    }

    address public timeLockContract;
    address public targetContract;
    address public poolAccount;
    uint64 public nonceForRedeem;
    uint64 public virtualCountOfRedeemSettled;
    uint64 public nonceForMint;
    mapping(address => DepositConfig) public depositConfigMap;
    mapping(address => RedeemConfig) public redeemConfigMap;
    mapping(address => uint256) public redeemFeeRateMap;
    mapping(uint256 => address) public redeemTargetMap;
    uint256 public depositPeriod;
    uint256 public redeemPeriod;

    address[] private _coins;
    mapping(address => uint256) private _coinInfo;
    mapping(address => bool) private _isKnown;

    event Mint(
        address indexed requestor,
        address indexed token,
        uint256 indexed nonce,
        uint256 depositAmount,
        uint256 proposeAmount,
        bytes32 salt,
        bytes data
    );
    event Redeem(
        address indexed requestor,
        address indexed token,
        uint256 indexed nonce,
        uint256 amount,
        bytes32 salt,
        bytes data
    );
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
        (timeLockContract, targetContract, poolAccount) = (timeLock, target, pool);
        nonceForMint = uint64(1000 * block.timestamp);
        (nonceForRedeem, virtualCountOfRedeemSettled) = (nonceForMint, nonceForMint);
    }

    /// @notice Deposits a coin and queues the issue of STBT for it.
    function mint(
        address token,
        uint256 depositAmount,
        uint256 minProposedAmount,
        bytes32 salt,
        bytes calldata extraData
    ) external {
        (, bool receiveAllowed, uint64 expiry) = StbtStandIn(targetContract).permissions(msg.sender);
        require(receiveAllowed, "MINTER: NO_RECEIVE_PERMISSION");
        require(expiry == 0 || expiry > block.timestamp, "MINTER: RECEIVE_PERMISSION_EXPIRED");
        uint256 proposed = _deposit(token, depositAmount, minProposedAmount);
        bytes memory data = abi.encodeCall(StbtStandIn.issue, (msg.sender, proposed, extraData));
        uint64 nonce = nonceForMint++;
        bytes32 ownSalt = _queue(data, salt, nonce);
        emit Mint(msg.sender, token, nonce, depositAmount, proposed, ownSalt, data);
    }

    /// @notice Gives STBT back and queues its burn.
    function redeem(uint256 amount, address token, bytes32 salt, bytes calldata extraData) external {
        RedeemConfig memory config = redeemConfigMap[token];
        require(
            config.minimumRedeemAmount != 0 && amount >= config.minimumRedeemAmount, "MINTER: REDEEM_AMOUNT_TOO_SMALL"
        );
        IERC20(targetContract).safeTransferFrom(msg.sender, poolAccount, amount);
        bytes memory data = abi.encodeCall(StbtStandIn.redeemFrom, (poolAccount, amount, extraData));
        uint64 nonce = nonceForRedeem++;
        bytes32 ownSalt = _queue(data, salt, nonce);
        redeemTargetMap[nonce] = msg.sender;
        uint256 inCoin = _adjusted(amount, config.needDivAdjust, config.adjustUnit);
        emit Redeem(msg.sender, token, nonce, inCoin, ownSalt, data);
    }

    /// @notice Pays a redemption from this contract's balance. Owner only.
    function redeemSettle(
        address token,
        uint256 amount,
        uint64 nonce,
        bytes32 redeemTxId,
        uint256 redeemServiceFeeRate,
        uint256 executionPrice
    ) external onlyOwner {
        address target = redeemTargetMap[nonce];
        require(target != address(0), "MINTER: NULL_TARGET");
        virtualCountOfRedeemSettled++;
        delete redeemTargetMap[nonce];
        IERC20(token).safeTransfer(target, amount);
        emit Settle(target, token, nonce, amount, redeemTxId, redeemServiceFeeRate, executionPrice);
    }

    /// @notice Takes a coin out while no redemption is owed. Owner only.
    function rescue(address token, address receiver, uint256 amount) external onlyOwner {
        require(virtualCountOfRedeemSettled == nonceForRedeem, "MINTER: PENDING_REDEEM");
        IERC20(token).safeTransfer(receiver, amount);
    }

    /// @notice Receiver (upper 160 bits) and fee rate of a coin.
    function getCoinInfo(address coin) public view returns (uint256) {
        require(_isKnown[coin], "EnumerableMap: nonexistent key");
        return _coinInfo[coin];
    }

    /// @notice All coins with their receivers and fee rates.
    function getCoinsInfo() external view returns (address[] memory coinList, uint256[] memory receiverAndRateList) {
        coinList = _coins;
        receiverAndRateList = new uint256[](coinList.length);
        for (uint256 i = 0; i < coinList.length; i++) {
            receiverAndRateList[i] = _coinInfo[coinList[i]];
        }
    }

    /// @notice Owner only.
    function setCoinInfo(address coin, uint256 receiverAndRate) external onlyOwner {
        require(uint96(receiverAndRate) < 1e18, "MINTER: FEE_RATE_TOO_LARGE");
        if (!_isKnown[coin]) _coins.push(coin);
        (_isKnown[coin], _coinInfo[coin]) = (true, receiverAndRate);
    }

    /// @notice Owner only.
    function setDepositConfig(address coin, DepositConfig calldata config) external onlyOwner {
        depositConfigMap[coin] = config;
    }

    /// @notice Owner only.
    function setRedeemConfig(address coin, RedeemConfig calldata config) external onlyOwner {
        redeemConfigMap[coin] = config;
    }

    /// @notice Owner only.
    function setRedeemFeeRate(address coin, uint256 feeRate) external onlyOwner {
        redeemFeeRateMap[coin] = feeRate;
    }

    /// @notice Owner only.
    function setDepositPeriod(uint256 period) external onlyOwner {
        depositPeriod = period;
    }

    /// @notice Owner only.
    function setRedeemPeriod(uint256 period) external onlyOwner {
        redeemPeriod = period;
    }

    /// @notice Owner only.
    function setTimeLockContract(address timeLock) external onlyOwner {
        timeLockContract = timeLock;
    }

    /// @notice Owner only.
    function setTargetContract(address target) external onlyOwner {
        targetContract = target;
    }

    /// @notice Owner only.
    function setPoolAccount(address pool) external onlyOwner {
        poolAccount = pool;
    }

    /// @dev Moves the deposit to its receiver and returns what is proposed for it.
    function _deposit(address token, uint256 amount, uint256 minProposedAmount) private returns (uint256 proposed) {
        uint256 info = getCoinInfo(token);
        require(info != 0, "MINTER: TOKEN_NOT_SUPPORTED");
        DepositConfig memory config = depositConfigMap[token];
        require(
            config.minimumDepositAmount != 0 && amount >= config.minimumDepositAmount,
            "MINTER: DEPOSIT_AMOUNT_TOO_SMALL"
        );
        uint256 afterFee = amount * (1e18 - uint256(uint96(info))) / 1e18;
        proposed = _adjusted(afterFee, config.needDivAdjust, config.adjustUnit);
        require(proposed >= minProposedAmount, "MINTER: PROPOSE_AMOUNT_TOO_SMALL");
        IERC20(token).safeTransferFrom(msg.sender, address(uint160(info >> 96)), amount);
    }

    function _queue(bytes memory data, bytes32 salt, uint64 nonce) private returns (bytes32 ownSalt) {
        ownSalt = keccak256(abi.encodePacked(salt, nonce));
        StbtTimelockController(payable(timeLockContract)).schedule(targetContract, 0, data, 0, ownSalt, 0);
    }

    function _adjusted(uint256 amount, bool isDivided, uint256 unit) private pure returns (uint256) {
        return isDivided ? amount / unit : amount * unit;
    }
}
