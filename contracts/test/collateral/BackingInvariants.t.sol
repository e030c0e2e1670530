// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackingState, Holdings, LedgerLine} from "../../src/collateral/BackingTypes.sol";
import {BackingFixture} from "./BackingFixture.sol";
import {BackingHandler} from "./BackingHandler.sol";

/// @title What holds of the backing after every step of every history. rules.md C1, C2, C11, C12
/// @dev What must hold of a single step is checked inside the handler.
contract BackingInvariants is BackingFixture {
    BackingHandler internal handler;

    function setUp() public override {
        super.setUp();
        stand(400 * WAD, 40_000 * USD, 80_000 * WAD);
        handler = new BackingHandler(backing, book, module, protocol, alice);
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_C1_C11_C12() public view {
        BackingState memory s = backing.state();
        Holdings memory h = s.holdings;
        vm.assertEq(tao.balanceOf(address(backing)), h.tao + s.taoGift, "C11: TAO");
        vm.assertEq(usdc.balanceOf(address(backing)), h.usd + s.usdGift, "C11: USDC");
        LedgerLine[8] memory lines = backing.ledger();
        (int256 taoSum, int256 usdSum) = (0, 0);
        for (uint256 i = 0; i < lines.length; ++i) {
            (taoSum, usdSum) = (taoSum + lines[i].tao, usdSum + lines[i].usd);
        }
        vm.assertEq(uint256(taoSum), h.tao, "C11: the ledger's TAO");
        vm.assertEq(uint256(usdSum), h.usd, "C11: the ledger's USDC");
        vm.assertEq(s.supply, tusdt.totalSupply(), "C1: supply");
        vm.assertTrue(h.outstanding == int256(s.supply) - int256(book.principalOwed()));
        if (s.prices.low == 0) vm.assertEq(s.roomOfDay + s.roomOfRatio, 0, "C8: room without a price");
    }

    /// @dev So that no history proves nothing: by the ledger, each cause has moved something in a long enough one.
    function test_HistoriesReachEveryMovement() public {
        for (uint256 i = 0; i < 600; ++i) {
            uint256 a = uint256(keccak256(abi.encode(i)));
            (uint256 b, uint256 c) = (uint256(keccak256(abi.encode(a))), a >> 128);
            if (a % 10 == 0) handler.mint(b);
            if (a % 10 == 1) handler.redeemTao(b);
            if (a % 10 == 2) handler.redeemUsd(b);
            if (a % 10 == 3) handler.addBacking(b, c);
            if (a % 10 == 4) handler.removeBacking(b, c);
            if (a % 10 == 5) handler.give(b, c, b >> 128, b);
            if (a % 10 == 6) handler.borrow(b, c, b >> 128);
            if (a % 10 == 7) handler.sale(b, c, b >> 128);
            if (a % 10 == 8) handler.market(b, c, b >> 128, b >> 64);
            if (a % 10 == 9) handler.stop(b);
            invariant_C1_C11_C12();
        }
        LedgerLine[8] memory lines = backing.ledger();
        for (uint256 cause = 0; cause < lines.length; ++cause) {
            LedgerLine memory line = lines[cause];
            vm.assertTrue(line.tao != 0 || line.usd != 0);
        }
    }

    /// @dev After every history, whatever its prices, the USD leg can be redeemed by whoever holds TUSDT: in a minute
    /// without any price, too.
    function afterInvariant() public {
        module.clear();
        uint256 usd = backing.holdings().usd;
        uint256 balance = tusdt.balanceOf(alice);
        if (usd < 10 * USD || balance < 10 * WAD) return;
        uint256 before = usdc.balanceOf(alice);
        redeemUsd(alice, WAD);
        vm.assertGt(usdc.balanceOf(alice), before, "C8: could not leave");
    }
}
