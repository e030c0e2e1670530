// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Books} from "../../src/silos/SiloTypes.sol";
import {SiloFixture} from "./SiloFixture.sol";
import {SiloHandler, World} from "./SiloHandler.sol";

/// @title What holds after every step of every history. rules.md S1, S4, S8, S9, S13, S16
/// @dev S4, S8, S9 and S13 are checked inside the handler's steps. `npm run bench:silos` makes a million of them.
abstract contract SiloInvariants is SiloFixture {
    SiloHandler internal handler;

    function setUp() public virtual override {
        super.setUp();
        handler = new SiloHandler(World(reserve, usdc, xtz, pair, feed, dexFeed, usdcFeed, address(this)));
    }

    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    /// @dev One function, so that every rule meets every history; the messages name the rule.
    function invariant_S1_S9_S16() public view {
        Books memory b = books();
        uint256 supply = usdtz.totalSupply();
        vm.assertGe(b.f1, supply, "S1: a USDtz without its USDC");
        vm.assertEq(usdc.balanceOf(address(reserve)), b.f1 + b.f3 + b.chamberUsd + b.owedUsd, "S13: USDC");
        vm.assertEq(xtz.balanceOf(address(reserve)), b.x2 + b.x4 + b.chamberXtz + b.owedXtz, "S13: XTZ");
        vm.assertEq(usdtz.balanceOf(address(reserve)), reserve.inventory(), "S16: inventory");
        uint256 circulating = 0;
        uint256 owedUsd = 0;
        uint256 owedXtz = 0;
        for (uint256 i = 0; i < 3; ++i) {
            address person = handler.people(i);
            circulating += usdtz.balanceOf(person);
            owedUsd += reserve.owed(usdc, person);
            owedXtz += reserve.owed(xtz, person);
        }
        vm.assertEq(supply, circulating + reserve.inventory(), "S16: supply");
        vm.assertEq(b.owedUsd, owedUsd, "S18: dividends");
        vm.assertEq(b.owedXtz, owedXtz, "S18: dividends");
        vm.assertGe(reserve.cycle().closedAt, reserve.cycle().lastEnd, "S8: closed before its end");
    }

    /// @dev After every history everybody can leave with a dollar each, whatever the sources say.
    function afterInvariant() public {
        quotes(0, 0);
        usdcFeed.setAnswer(0);
        for (uint256 i = 0; i < 3; ++i) {
            address person = handler.people(i);
            uint256 balance = usdtz.balanceOf(person);
            if (balance == 0) continue;
            uint256 before = usdc.balanceOf(person);
            redeemUsd(person, balance);
            vm.assertEq(usdc.balanceOf(person), before + balance);
        }
        vm.assertEq(usdtz.totalSupply(), reserve.inventory(), "S1: somebody could not leave");
    }
}

/// @title From nothing
contract EmptyReserveInvariantsTest is SiloInvariants {
    /// @dev The histories reach what they are about.
    function test_HandlerReachesEveryAction() public {
        handler.mint(6, 100_000 * USD);
        seed(2, 100_000 * XTZ);
        seed(3, 90_000 * USD);
        seed(4, 120_000 * XTZ);
        handler.skipToEnd(6 << 64);
        vm.assertEq(handler.latches(), 1);
        vm.assertEq(handler.harvests(), 1);
        handler.distribute(6 << 64, 10_000);
        vm.assertEq(handler.recaps(), 1);
        handler.movePrice(4 + (6 << 64), 15_000);
        handler.cover(6 << 64, 1_000 * XTZ);
        vm.assertEq(handler.covers(), 1);
        handler.movePrice(4 + (6 << 64), 2_000);
        handler.replenish(6 << 64);
        vm.assertEq(handler.crashes(), 1);
    }
}

/// @title From a reserve that is full, latched and has a chamber
contract FullReserveInvariantsTest is SiloInvariants {
    function setUp() public override {
        super.setUp();
        mint(alice, 100_000 * USD);
        seed(2, 100_000 * XTZ);
        seed(3, 150_000 * USD);
        seed(4, 150_000 * XTZ);
        // So that everybody who holds USDtz is one of the handler's people.
        address ann = handler.people(0);
        vm.prank(alice);
        usdtz.transfer(ann, 100_000 * USD);
        close(WAD);
    }

    function test_StartsFull() public view {
        vm.assertTrue(reserve.isLatched());
        vm.assertEq(books().chamberUsd, 50_000 * USD);
    }
}
