// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EnumerableMap} from "@openzeppelin/contracts/utils/structs/EnumerableMap.sol";
import {StbtMath} from "./StbtMath.sol";
import {StbtOwnable} from "./StbtOwnable.sol";

/// @title Which coins mint and redeem, on which terms
/// @dev Names and packing are those of the live Minter. rules.md T6
abstract contract StbtMinterSettings is StbtOwnable {
    using EnumerableMap for EnumerableMap.AddressToUintMap;

    /// @param needDivAdjust Whether the coin has more than 18 decimals.
    /// @param adjustUnit Power of ten between the coin's decimals and 18.
    /// @param minimumDepositAmount Least deposit in units of the coin; 0 = the coin is closed.
    struct DepositConfig {
        bool needDivAdjust;
        uint96 adjustUnit;
        uint96 minimumDepositAmount;
    }

    /// @param needDivAdjust Whether the coin has fewer than 18 decimals.
    /// @param adjustUnit Power of ten between 18 and the coin's decimals.
    /// @param minimumRedeemAmount Least redemption in STBT (18 decimals); 0 = the coin is closed.
    struct RedeemConfig {
        bool needDivAdjust;
        uint96 adjustUnit;
        uint96 minimumRedeemAmount;
    }

    /// @notice Where operations are queued.
    address public timeLockContract;

    /// @notice STBT.
    address public targetContract;

    /// @notice Holds redeemed STBT until it is burnt.
    address public poolAccount;

    /// @notice Terms of a deposit in a coin.
    mapping(address coin => DepositConfig) public depositConfigMap;

    /// @notice Terms of a redemption into a coin.
    mapping(address coin => RedeemConfig) public redeemConfigMap;

    /// @notice Redemption fee of a coin, 1e18 = 100%; a note for the settlement.
    mapping(address coin => uint256) public redeemFeeRateMap;

    /// @notice Seconds an issuance may take by policy; a note.
    uint256 public depositPeriod;

    /// @notice Seconds a redemption may take by policy; a note.
    uint256 public redeemPeriod;

    EnumerableMap.AddressToUintMap private _coins;

    /// @notice Receiver (upper 160 bits) and fee rate (lower 96, 1e18 = 100%) of a coin changed; 0 = not supported.
    event CoinInfoSet(address indexed coin, uint256 receiverAndRate);

    /// @notice Terms of deposits in a coin changed.
    event DepositConfigSet(address indexed coin, DepositConfig config);

    /// @notice Terms of redemptions into a coin changed.
    event RedeemConfigSet(address indexed coin, RedeemConfig config);

    /// @notice The redemption fee of a coin changed, 1e18 = 100%.
    event RedeemFeeRateSet(address indexed coin, uint256 feeRate);

    /// @notice How long issuance and redemption may take by policy changed (seconds).
    event PeriodsSet(uint256 depositPeriod, uint256 redeemPeriod);

    /// @notice The queue, STBT or the pool account changed.
    event AddressesSet(address timeLockContract, address targetContract, address poolAccount);

    /// @notice Owner only. Reverts with "MINTER: FEE_RATE_TOO_LARGE".
    /// @param coin Coin to deposit.
    /// @param receiverAndRate Receiver of deposits (upper 160 bits) and fee rate (lower 96, 1e18 = 100%, below it);
    /// without a receiver the coin is not supported.
    function setCoinInfo(address coin, uint256 receiverAndRate) external onlyOwner {
        (, uint256 feeRate) = _unpack(receiverAndRate);
        require(feeRate < StbtMath.WAD, "MINTER: FEE_RATE_TOO_LARGE");
        _coins.set(coin, receiverAndRate);
        emit CoinInfoSet(coin, receiverAndRate);
    }

    /// @notice Receiver and fee rate of a coin, 0 if it is not supported.
    /// @param coin Coin to deposit.
    function getCoinInfo(address coin) public view returns (uint256 receiverAndRate) {
        (, receiverAndRate) = _coins.tryGet(coin);
    }

    /// @notice All coins with their receivers and fee rates.
    function getCoinsInfo() external view returns (address[] memory coinList, uint256[] memory receiverAndRateList) {
        coinList = new address[](_coins.length());
        receiverAndRateList = new uint256[](coinList.length);
        for (uint256 i = 0; i < coinList.length; i++) {
            (coinList[i], receiverAndRateList[i]) = _coins.at(i);
        }
    }

    /// @notice Owner only.
    /// @param coin Coin to deposit.
    /// @param config Its terms.
    function setDepositConfig(address coin, DepositConfig calldata config) external onlyOwner {
        depositConfigMap[coin] = config;
        emit DepositConfigSet(coin, config);
    }

    /// @notice Owner only.
    /// @param coin Coin to be paid in.
    /// @param config Its terms.
    function setRedeemConfig(address coin, RedeemConfig calldata config) external onlyOwner {
        redeemConfigMap[coin] = config;
        emit RedeemConfigSet(coin, config);
    }

    /// @notice Owner only.
    /// @param coin Coin to be paid in.
    /// @param feeRate 1e18 = 100%.
    function setRedeemFeeRate(address coin, uint256 feeRate) external onlyOwner {
        redeemFeeRateMap[coin] = feeRate;
        emit RedeemFeeRateSet(coin, feeRate);
    }

    /// @notice Owner only.
    /// @param period Seconds.
    function setDepositPeriod(uint256 period) external onlyOwner {
        depositPeriod = period;
        emit PeriodsSet(depositPeriod, redeemPeriod);
    }

    /// @notice Owner only.
    /// @param period Seconds.
    function setRedeemPeriod(uint256 period) external onlyOwner {
        redeemPeriod = period;
        emit PeriodsSet(depositPeriod, redeemPeriod);
    }

    /// @notice Owner only.
    /// @param timeLock Where operations are queued.
    function setTimeLockContract(address timeLock) external onlyOwner {
        _setAddresses(timeLock, targetContract, poolAccount);
    }

    /// @notice Owner only.
    /// @param target STBT.
    function setTargetContract(address target) external onlyOwner {
        _setAddresses(timeLockContract, target, poolAccount);
    }

    /// @notice Owner only.
    /// @param pool Holds redeemed STBT until it is burnt.
    function setPoolAccount(address pool) external onlyOwner {
        _setAddresses(timeLockContract, targetContract, pool);
    }

    /// @dev Receiver and fee rate of a packed word.
    function _unpack(uint256 receiverAndRate) internal pure returns (address receiver, uint256 feeRate) {
        // The two parts of the word.
        // forge-lint: disable-next-line(unsafe-typecast)
        return (address(uint160(receiverAndRate >> 96)), uint96(receiverAndRate));
    }

    function _setAddresses(address timeLock, address target, address pool) internal {
        timeLockContract = timeLock;
        targetContract = target;
        poolAccount = pool;
        emit AddressesSet(timeLock, target, pool);
    }
}
