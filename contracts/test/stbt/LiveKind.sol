// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Permission} from "../../src/stbt/StbtTypes.sol";

/// @title What an app calls of a STBT, ours or live
interface LiveStbt {
    function allowance(address holder, address spender) external view returns (uint256);
    function approve(address spender, uint256 amount) external returns (bool);
    function balanceOf(address account) external view returns (uint256);
    function canTransfer(address to, uint256 amount, bytes calldata data) external view returns (bool, uint8, bytes32);
    function controllerRedeem(address holder, uint256 value, bytes calldata data, bytes calldata operatorData) external;
    function controllerTransfer(address from, address to, uint256 value, bytes calldata a, bytes calldata b) external;
    function distributeInterests(int256 interest, uint256 from, uint256 to) external;
    function getAllDocuments() external view returns (bytes32[] memory);
    function getAmountByShares(uint256 shares) external view returns (uint256);
    function getDocument(bytes32 name) external view returns (string memory, bytes32, uint256);
    function getSharesByAmount(uint256 amount) external view returns (uint256);
    function issue(address holder, uint256 value, bytes calldata data) external;
    function lastDistributeTime() external view returns (uint64);
    function permissions(address account) external view returns (bool, bool, uint64);
    function redeem(uint256 value, bytes calldata data) external;
    function redeemFrom(address holder, uint256 value, bytes calldata data) external;
    function removeDocument(bytes32 name) external;
    function setController(address controller) external;
    function setDocument(bytes32 name, string calldata uri, bytes32 hash) external;
    function setIssuer(address issuer) external;
    function setMaxDistributeRatio(uint64 ratio) external;
    function setMinDistributeInterval(uint64 interval) external;
    function setModerator(address moderator) external;
    function setPermission(address account, Permission calldata permission) external;
    function sharesOf(address account) external view returns (uint256);
    function totalShares() external view returns (uint256);
    function totalSupply() external view returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

/// @title What an app and its operator call of a Minter, ours or live
interface LiveMinter {
    struct Config {
        bool needDivAdjust;
        uint96 adjustUnit;
        uint96 minimum;
    }

    function mint(address coin, uint256 amount, uint256 minProposed, bytes32 salt, bytes calldata data) external;
    function nonceForMint() external view returns (uint64);
    function nonceForRedeem() external view returns (uint64);
    function redeem(uint256 amount, address coin, bytes32 salt, bytes calldata data) external;
    function redeemSettle(address coin, uint256 amount, uint64 nonce, bytes32 txId, uint256 fee, uint256 price) external;
    function redeemTargetMap(uint256 nonce) external view returns (address);
    function rescue(address coin, address receiver, uint256 amount) external;
    function setCoinInfo(address coin, uint256 receiverAndRate) external;
    function setDepositConfig(address coin, Config calldata config) external;
    function setRedeemConfig(address coin, Config calldata config) external;
}

/// @title What an app calls of a wSTBT, ours or live
interface LiveWstbt {
    function approve(address spender, uint256 amount) external returns (bool);
    function balanceOf(address account) external view returns (uint256);
    function allowance(address holder, address spender) external view returns (uint256);
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
    function totalSupply() external view returns (uint256);
    function unwrap(uint256 shares) external returns (uint256);
    function wrap(uint256 amount) external returns (uint256);
}
