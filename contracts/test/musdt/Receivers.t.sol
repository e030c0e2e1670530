// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MusdtSinks} from "../../src/musdt/MusdtSinks.sol";
import {Musdt_InvalidReceiver} from "../../src/musdt/MusdtErrors.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title Nothing goes where it would be lost. rules.md B16
contract ReceiversTest is MusdtFixture {
    function sinks() private view returns (address[8] memory) {
        return [
            address(0),
            address(1),
            0x000000000000000000000000000000000000dEaD,
            0xdEad000000000000000000000000000000000000,
            0xcA11bde05977b3631167028862bE2a173976CA11,
            address(vault),
            address(nft),
            address(usdt)
        ];
    }

    function test_WhatBurnsIsASink() public pure {
        vm.assertTrue(MusdtSinks.isSink(address(0xffff)));
        vm.assertFalse(MusdtSinks.isSink(address(0x10000)));
        vm.assertTrue(MusdtSinks.isSink(0xdEAD000000000000000042069420694206942069));
        vm.assertTrue(MusdtSinks.isSink(0xdeaDDeADDEaDdeaDdEAddEADDEAdDeadDEADDEaD));
        vm.assertTrue(MusdtSinks.isSink(0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE));
        vm.assertTrue(MusdtSinks.isSink(0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF));
    }

    function test_EntriesRefuseThem() public {
        vm.startPrank(alice);
        for (uint256 i = 0; i < sinks().length; ++i) {
            address to = sinks()[i];
            refused(to);
            vault.deposit(USDT, to);
            refused(to);
            vault.mint(USDT, to);
            refused(to);
            vault.depositWithDiscountAndLock(USDT, 365 days, to);
            refused(to);
            vault.mintWithDiscountAndLock(USDT, 365 days, to);
        }
        vm.stopPrank();
    }

    function test_ExitsRefuseThem() public {
        deposit(alice, 1000 * USDT);
        uint256 id = lock(alice, 1000 * USDT, 14 days);
        request(alice, 100 * USDT);
        skipEpochs(3);
        vm.startPrank(alice);
        for (uint256 i = 0; i < sinks().length; ++i) {
            refused(sinks()[i]);
            vault.redeem(USDT, sinks()[i], alice);
            refused(sinks()[i]);
            vault.withdraw(USDT, sinks()[i], alice);
        }
        vm.warp(START + 14 days);
        for (uint256 i = 0; i < sinks().length; ++i) {
            refused(sinks()[i]);
            vault.unlockDeposit(id, sinks()[i]);
        }
        vm.stopPrank();
        for (uint256 i = 0; i < sinks().length; ++i) {
            refused(sinks()[i]);
            vault.recoverSurplus(sinks()[i]);
            vm.prank(address(traders));
            refused(sinks()[i]);
            vault.sendAssets(USDT, sinks()[i]);
        }
    }

    function test_TransfersRefuseThem() public {
        deposit(alice, 1000 * USDT);
        uint256 id = lock(alice, 1000 * USDT, 14 days);
        vm.startPrank(alice);
        // The zero address has errors of OpenZeppelin.
        for (uint256 i = 1; i < sinks().length; ++i) {
            refused(sinks()[i]);
            vault.transfer(sinks()[i], USDT);
            refused(sinks()[i]);
            nft.transferFrom(alice, sinks()[i], id);
        }
        vm.stopPrank();
    }

    function refused(address to) private {
        expectRevert(abi.encodeWithSelector(Musdt_InvalidReceiver.selector, to));
    }
}
