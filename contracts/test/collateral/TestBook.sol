// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Circulation} from "../../src/collateral/Circulation.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {Tusdt} from "../../src/collateral/Tusdt.sol";
import {DevUsdc} from "../../src/devnet/DevUsdc.sol";

/// @title A book and an engine in one, in which anything can be owed
contract TestBook is Circulation {
    Tusdt public immutable tusdt = new Tusdt(this);
    mapping(address account => bool) public isIssuer;
    mapping(address account => bool) public isEngine;
    uint256 public principalOwed;

    constructor() {
        isIssuer[address(this)] = true;
    }

    function admit(address issuer) external {
        isIssuer[issuer] = true;
    }

    function addEngine(address engine) external {
        isEngine[engine] = true;
    }

    function canReceive(address account) external view returns (bool) {
        return !isEngine[account];
    }

    function outstanding() external view returns (int256) {
        return int256(tusdt.totalSupply()) - int256(principalOwed);
    }

    /// @dev As a vault's draw.
    function draw(address to, uint256 amount) external {
        principalOwed += amount;
        tusdt.mint(to, amount);
    }

    /// @dev As a vault's payment of principal, from what is here.
    function repay(uint256 amount) external {
        principalOwed -= amount;
        tusdt.burn(amount);
    }

    /// @dev As an auction that covers nothing.
    function writeOff(uint256 amount) external {
        principalOwed -= amount;
    }

    /// @dev As a sale of surplus.
    function sellSurplus(TaoBacking backing, DevUsdc usdc, uint256 paid, uint256 told) external {
        usdc.faucet(address(backing), paid);
        backing.addSurplusBacking(told);
    }
}
