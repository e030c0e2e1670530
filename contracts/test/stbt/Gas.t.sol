// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtIssuance} from "../../src/stbt/StbtIssuance.sol";
import {StbtFixture} from "./StbtFixture.sol";

/// @title What a user pays at most, measured on a STBT in use
contract GasTest is StbtFixture {
    bytes private _issue;
    bytes32 private _salt;

    function setUp() public override {
        super.setUp();
        stbt.issue(alice, 1000e18, "");
        stbt.issue(bob, 1000e18, "");
        report(1e18);
        stbt.setIssuer(address(queue));
        usdt.faucet(alice, 1000e6);
        vm.startPrank(alice);
        usdt.approve(address(minter), 1000e6);
        stbt.approve(address(minter), 1000e18);
        stbt.approve(address(wrapper), 1000e18);
        minter.mint(address(usdt), 100e6, 0, "", "");
        vm.stopPrank();
        _issue = abi.encodeCall(StbtIssuance.issue, (alice, 100e18, ""));
        (, _salt) = scheduled(_issue, "", 0);
        vm.warp(block.timestamp + ISSUE_DELAY);
    }

    function test_Transfer() public {
        vm.startPrank(alice);
        uint256 before = gasleft();
        stbt.transfer(bob, 1e18);
        checkCost("transfer", before, 50_000);
    }

    function test_MintAndExecute() public {
        vm.startPrank(alice);
        uint256 before = gasleft();
        minter.mint(address(usdt), 100e6, 100e18, "x", "");
        checkCost("mint", before, 130_000);
        before = gasleft();
        queue.execute(address(stbt), 0, _issue, 0, _salt);
        checkCost("execute", before, 70_000);
    }

    function test_Redeem() public {
        vm.startPrank(alice);
        uint256 before = gasleft();
        minter.redeem(100e18, address(usdt), "x", "");
        checkCost("redeem", before, 170_000);
    }

    function test_WrapAndUnwrap() public {
        vm.startPrank(alice);
        uint256 before = gasleft();
        wrapper.wrap(100e18);
        checkCost("wrap", before, 130_000);
        before = gasleft();
        wrapper.unwrap(50e18);
        checkCost("unwrap", before, 60_000);
    }

    function checkCost(string memory what, uint256 before, uint256 most) private view {
        vm.assertLe(before - gasleft(), most, what);
    }
}
