// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {BackingFixture} from "./BackingFixture.sol";

/// @title A token that lets whoever it is told to act in the middle of a transfer
contract HookedTao is DevCoin("TAO", 18) {
    BackingReentrancyTest private immutable _attacker = BackingReentrancyTest(msg.sender);

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0)) _attacker.act();
    }
}

/// @title Nothing of the backing can be called in the middle of it
/// @dev Each call that hands over control is tried with every other inside it.
contract BackingReentrancyTest is BackingFixture {
    uint256 private tried;
    bool private isArmed;

    function setUp() public override {
        super.setUp();
        tao = new HookedTao();
        backing = new TaoBacking(IERC20(tao), IERC20(usdc), tusdt, module, settings);
        book.admit(address(backing));
        fund(protocol);
        fund(alice);
        stand(100 * WAD, 1_000 * USD, 10_000 * WAD);
    }

    function test_NoCallInsideAnother() public {
        (isArmed, tried) = (true, 0);
        mint(alice, WAD);
        vm.assertEq(tried, 13);
        (isArmed, tried) = (true, 0);
        redeemTao(alice, WAD);
        vm.assertEq(tried, 13);
        (isArmed, tried) = (true, 0);
        add(WAD, 0);
        vm.assertEq(tried, 13);
        (isArmed, tried) = (true, 0);
        remove(WAD, 0);
        vm.assertEq(tried, 13);
        module.set(99 * WAD);
        backing.startSale();
        (isArmed, tried) = (true, 0);
        take(alice, WAD);
        vm.assertEq(tried, 13);
    }

    /// @dev In the middle of a call: everything is tried, and nothing is possible.
    function act() public {
        if (!isArmed) return;
        isArmed = false;
        bytes[] memory inner = calls();
        for (uint256 i = 0; i < inner.length; ++i) {
            (bool isDone, bytes memory reason) = address(backing).call(inner[i]);
            vm.assertFalse(isDone);
            vm.assertEq(reason, abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
            ++tried;
        }
    }

    /// @dev Everything that changes something, but for the pause.
    function calls() private view returns (bytes[] memory all) {
        all = new bytes[](13);
        all[0] = abi.encodeCall(backing.mint, (WAD, alice, 0));
        all[1] = abi.encodeCall(backing.redeemTao, (WAD, alice, 0));
        all[2] = abi.encodeCall(backing.redeemUsd, (WAD, alice, 0));
        all[3] = abi.encodeCall(backing.addBacking, (WAD, 0));
        all[4] = abi.encodeCall(backing.removeBacking, (WAD, 0, alice));
        all[5] = abi.encodeCall(backing.addSurplusBacking, (1));
        all[6] = abi.encodeCall(backing.bookGifts, ());
        all[7] = abi.encodeCall(backing.startSale, ());
        all[8] = abi.encodeCall(backing.resetSale, ());
        all[9] = abi.encodeCall(backing.endSale, ());
        all[10] = abi.encodeCall(backing.take, (WAD, NEVER, alice));
        all[11] = abi.encodeCall(backing.touch, ());
        all[12] = abi.encodeCall(backing.recoverStray, (IERC20(address(0))));
    }
}
