// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Pausable} from "@openzeppelin/contracts/utils/Pausable.sol";
import {Silos_InvalidRecipient, Silos_NoPrice, Silos_UsdcUnsound} from "../../src/silos/SiloErrors.sol";
import {SiloHarvest} from "../../src/silos/SiloHarvest.sol";
import {PairExchange} from "../../src/silos/PairExchange.sol";
import {Books, Shares, PriceState} from "../../src/silos/SiloTypes.sol";
import {SiloFixture} from "./SiloFixture.sol";

/// @title Cover and distribution. rules.md S7, S10, S13, S18
contract HarvestTest is SiloFixture {
    /// @dev All four full at `supply`, and a chamber on top.
    function withHarvest(uint256 supply, uint256 usd, uint256 xtzAmount) internal {
        fill(supply, supply, supply + usd, supply + xtzAmount);
        close(WAD);
        vm.assertEq(books().chamberUsd, usd);
        vm.assertEq(books().chamberXtz, xtzAmount);
    }

    /// @dev The original's Bob, first reading: "pouring all of it into Silo 1".
    function test_S10_BobFullSpeed() public {
        useFairExchange();
        withHarvest(10_000_000 * USD, 10_000_000 * USD, 0);
        distribute(0, 10_000, 0, 0);
        vm.assertEq(usdtz.totalSupply(), 20_000_000 * USD);
        vm.assertEq(reserve.inventory(), 10_000_000 * USD);
        Books memory b = books();
        vm.assertEq(b.f1, 20_000_000 * USD);
        vm.assertEq(b.x2, 20_000_000 * XTZ);
        vm.assertEq(b.f3, 0);
        vm.assertEq(b.x4, 10_000_000 * XTZ);
        // 250%, the base layer whole.
        vm.assertEq(totalAt(WAD) * 100 / usdtz.totalSupply(), 250);
        // At the same fill, and the same rise of XTZ as before, the next surplus is twice as large: of $10M Bob's tenth
        // was $1M, of $20M it is $2M.
        seed(3, 20_000_000 * USD);
        seed(4, 10_000_000 * XTZ);
        close(WAD);
        seed(3, 20_000_000 * USD);
        close(WAD);
        distribute(0, 0, 10_000, 0);
        vm.assertEq(reserve.owed(IERC20(usdc), bob), 2_000_000 * USD);
    }

    function test_S10_BobDividendNow() public {
        withHarvest(10_000_000 * USD, 10_000_000 * USD, 0);
        distribute(0, 0, 10_000, 0);
        vm.assertEq(reserve.owed(IERC20(usdc), bob), 1_000_000 * USD);
        vm.assertEq(books().chamberUsd, 0);
        vm.assertEq(books().owedUsd, 10_000_000 * USD);
    }

    /// @dev Second reading: the surplus is worth all four silos.
    function test_S10_BobEqual() public {
        useFairExchange();
        withHarvest(10_000_000 * USD, 20_000_000 * USD, 20_000_000 * XTZ);
        distribute(10_000, 0, 0, 0);
        vm.assertEq(usdtz.totalSupply(), 20_000_000 * USD);
        vm.assertEq(totalAt(WAD), 80_000_000 * USD);
        vm.assertEq(books().chamberUsd + books().chamberXtz, 0);
    }

    /// @dev 100 USDtz for 100 XTZ: 1000% when XTZ costs $10, and at $0.90 worth $0.90 if there were nothing else.
    function test_S12_TheOriginals1000PercentAnd90Cents() public {
        vm.assertEq(valueOf(100 * XTZ, 10 * WAD) * 100 / (100 * USD), 1_000);
        vm.assertEq(valueOf(100 * XTZ, WAD * 9 / 10) * 100 / (100 * USD), 90);
        // Here Silo 1 stands beside it: everybody leaves with a dollar.
        mint(alice, 100 * USD);
        seed(2, 100 * XTZ);
        market(WAD * 9 / 10);
        redeemUsd(alice, 100 * USD);
        vm.assertEq(usdc.balanceOf(alice), 1e18);
    }

    function test_S10_EqualConvertsOnlyTheMissingSide() public {
        useFairExchange();
        withHarvest(2_000 * USD, 0, 400 * XTZ);
        distribute(10_000, 0, 0, 0);
        Books memory b = books();
        vm.assertEq(b.f1, 2_100 * USD);
        vm.assertEq(b.f3, 2_100 * USD);
        vm.assertEq(b.x2, 2_100 * XTZ);
        vm.assertEq(b.x4, 2_100 * XTZ);
        vm.assertEq(usdtz.totalSupply(), 2_100 * USD);
        vm.assertEq(fair.price(), WAD);
    }

    function test_S10_EqualWithBothSidesConvertsNothing() public {
        withHarvest(2_000 * USD, 200 * USD, 200 * XTZ);
        // No exchange could be called.
        vm.etch(address(exchange), hex"fe");
        distribute(10_000, 0, 0, 0);
        vm.assertEq(usdtz.totalSupply(), 2_100 * USD);
        vm.assertEq(books().chamberUsd + books().chamberXtz, 0);
    }

    /// @dev With a fee less arrives, so less is minted: what both base silos back.
    function test_S10_FeesLowerWhatIsMinted() public {
        withHarvest(2_000 * USD, 400 * USD, 0);
        distribute(10_000, 0, 0, 0);
        Books memory b = books();
        vm.assertEq(b.f1, 2_100 * USD);
        vm.assertEq(usdtz.totalSupply(), valueOf(b.x2, WAD));
        vm.assertLt(usdtz.totalSupply(), 2_100 * USD, "more than Silo 2 is worth");
        vm.assertGt(usdtz.totalSupply(), 2_099 * USD, "the fee is 0.3%");
    }

    function test_S10_RunsInOrderOfTheWholeChamber() public {
        useFairExchange();
        withHarvest(2_000 * USD, 400 * USD, 400 * XTZ);
        distribute(2_500, 2_500, 2_500, 2_500);
        // 100 and 100 to each.
        vm.assertEq(usdtz.totalSupply(), 2_000 * USD + 50 * USD + 200 * USD);
        vm.assertEq(books().owedUsd, 200 * USD);
        vm.assertEq(books().owedXtz, 200 * XTZ);
        vm.assertEq(reserve.owed(IERC20(usdc), ecosystem), 100 * USD);
        vm.assertEq(reserve.owed(xtz, ecosystem), 100 * XTZ);
        vm.assertEq(reserve.owed(IERC20(usdc), alice), 60 * USD);
        vm.assertEq(reserve.owed(xtz, carol), 30 * XTZ);
        vm.assertEq(books().chamberUsd + books().chamberXtz, 0);
    }

    function test_S10_FlooredPartsStay() public {
        withHarvest(2_000 * USD, 7, 5);
        distribute(0, 0, 5_000, 5_000);
        // 3 of 7 each; of 3: 1, 0, 0; the ecosystem's 3. 2 of 5 each; of 2: 1, 0, 0.
        vm.assertEq(books().owedUsd, 4);
        vm.assertEq(books().chamberUsd, 3);
        vm.assertEq(books().owedXtz, 3);
        vm.assertEq(books().chamberXtz, 2);
    }

    /// @dev What redemptions set free is for recapitalisation.
    function test_S10_AttackDividendOutOfRedemptions() public {
        withHarvest(2_000 * USD, 80 * USD, 20 * XTZ);
        redeemUsd(alice, 500 * USD);
        close(WAD);
        vm.assertEq(books().chamberUsd, 580 * USD);
        vm.assertEq(books().chamberXtz, 1_020 * XTZ);
        // 1,600 - 3 * 500 = 100 may be paid, both tokens alike, and it reverts nothing.
        distribute(0, 0, 10_000, 0);
        vm.assertEq(books().owedUsd, 36_250_000);
        vm.assertEq(books().owedXtz, 63_750_000);
        distribute(0, 0, 5_000, 5_000);
        vm.assertEq(books().owedUsd, 36_250_000);
    }

    function test_S10_EcosystemGetsWhatTheDividendLeaves() public {
        withHarvest(2_000 * USD, 100 * USD, 0);
        redeemUsd(alice, 10 * USD);
        // 70 may be paid of 100: the dividend's 50 first.
        distribute(0, 0, 5_000, 5_000);
        vm.assertEq(reserve.owed(IERC20(usdc), ecosystem), 20 * USD);
        vm.assertEq(reserve.owed(IERC20(usdc), alice), 30 * USD);
    }

    function test_S10_APartThatNobodyCouldClaimStaysInTheChamber() public {
        withHarvest(2_000 * USD, 100 * USD, 100 * XTZ);
        (address[] memory accounts, uint256[] memory weights) = trustees();
        accounts[0] = address(reserve);
        reserve.distribute(Shares(0, 0, 5_000, 5_000), address(usdtz), accounts, weights);
        // Of the dividend's 50 only what the other two get, who weigh 40 of 100.
        vm.assertEq(books().owedUsd, 20 * USD);
        vm.assertEq(books().owedXtz, 20 * XTZ);
        vm.assertEq(books().chamberUsd, 80 * USD);
        vm.assertEq(books().chamberXtz, 80 * XTZ);
        vm.assertEq(reserve.owed(IERC20(usdc), address(reserve)) + reserve.owed(IERC20(usdc), address(usdtz)), 0);
    }

    function test_S10_NeedsAPriceAndOnlyForConversionsASoundUsdc() public {
        withHarvest(2_000 * USD, 100 * USD, 100 * XTZ);
        usdcFeed.setAnswer(0.9e8);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        distribute(0, 10_000, 0, 0);
        distribute(0, 0, 5_000, 5_000);
        quotes(0, 0);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.FeedUnusable));
        distribute(0, 0, 5_000, 5_000);
    }

    function test_S13_ADistributionRevertsOnABadExchange() public {
        withHarvest(2_000 * USD, 400 * USD, 0);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 102 / 100);
        vm.expectPartialRevert(PairExchange.Silos_BelowMinOut.selector);
        distribute(10_000, 0, 0, 0);
        vm.assertEq(books().chamberUsd, 400 * USD);
    }

    function test_S14_OnlyTheTrusteesContractActs() public {
        bytes4 denied = bytes4(keccak256("AccessControlUnauthorizedAccount(address,bytes32)"));
        (address[] memory accounts, uint256[] memory weights) = trustees();
        vm.prank(alice);
        vm.expectPartialRevert(denied);
        reserve.distribute(Shares(0, 0, 10_000, 0), alice, accounts, weights);
        vm.prank(alice);
        vm.expectPartialRevert(denied);
        reserve.cover(1, 0);
    }

    function test_S19_PauseStopsCoverAndDistribution() public {
        withHarvest(2_000 * USD, 400 * USD, 0);
        vm.prank(pauser);
        reserve.pause();
        vm.expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        distribute(0, 0, 10_000, 0);
        vm.expectRevert(abi.encodeWithSelector(Pausable.EnforcedPause.selector));
        reserve.cover(1, 0);
    }

    function test_S7_CoverSellsSilo4Only() public {
        useFairExchange();
        full(2_000 * USD);
        market(WAD * 3 / 2);
        // v2 3,000 against 2,000: 1,000 USD short, 666.666667 XTZ.
        vm.expectEmit(address(reserve));
        emit SiloHarvest.Covered(666666667, 1_000 * USD, 1_000 * USD);
        reserve.cover(NEVER, 1_000 * USD);
        vm.assertEq(books().x2, 2_000 * XTZ);
        vm.assertEq(books().x4, 2_000 * XTZ - 666666667);
        vm.assertEq(books().f1, 3_000 * USD);
        vm.assertEq(usdtz.totalSupply(), 3_000 * USD);
        vm.assertEq(reserve.inventory(), 1_000 * USD);
    }

    function test_S7_CoverMintsWhatItPaidFor() public {
        useFairExchange();
        full(2_000 * USD);
        market(WAD * 2);
        reserve.cover(100 * XTZ, 0);
        vm.assertEq(usdtz.totalSupply(), 2_200 * USD);
        vm.expectRevert(abi.encodeWithSelector(SiloHarvest.Silos_BelowMinProceeds.selector, 200 * USD, 200 * USD + 1));
        reserve.cover(100 * XTZ, 200 * USD + 1);
    }

    function test_S17_ACoverThatSellsNothingNeedsASoundUsdcToo() public {
        fill(2_000 * USD, 2_000 * XTZ, 2_000 * USD, 2_000 * XTZ);
        close(WAD);
        market(2 * WAD);
        usdcFeed.setAnswer(0.9e8);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        reserve.cover(0, 0);
    }

    function test_S7_NothingToCover() public {
        full(2_000 * USD);
        vm.expectRevert(abi.encodeWithSelector(SiloHarvest.Silos_NothingToCover.selector, 2_000 * USD, 2_000 * USD));
        reserve.cover(1, 0);
        quotes(0, 0);
        vm.expectRevert(abi.encodeWithSelector(Silos_NoPrice.selector, PriceState.FeedUnusable));
        reserve.cover(1, 0);
        market(2 * WAD);
        usdcFeed.setAnswer(0.9e8);
        vm.expectRevert(abi.encodeWithSelector(Silos_UsdcUnsound.selector));
        reserve.cover(1, 0);
    }

    /// @dev The pair is pushed down before, and let up after: nothing is sold beyond the bound.
    function test_S13_AttackSandwichedCover() public {
        full(2_000 * USD);
        market(2 * WAD);
        pair.setReserves(address(xtz), DEPTH, DEPTH * 2 * 98 / 100);
        vm.expectPartialRevert(PairExchange.Silos_BelowMinOut.selector);
        reserve.cover(100 * XTZ, 0);
        vm.assertEq(books().x4, 2_000 * XTZ);
    }

    function test_S18_DividendsAreClaimedPerToken() public {
        withHarvest(2_000 * USD, 100 * USD, 100 * XTZ);
        distribute(0, 0, 10_000, 0);
        usdc.setPaused(true);
        vm.prank(bob);
        vm.expectRevert(bytes("Pausable: paused"));
        reserve.claim(IERC20(usdc), bob);
        vm.prank(bob);
        vm.assertEq(reserve.claim(xtz, carol), 10 * XTZ);
        vm.assertEq(xtz.balanceOf(carol), 1e18 + 10 * XTZ - 6_100 * XTZ + 2_000 * XTZ);
        usdc.setPaused(false);
        usdc.setBlacklisted(bob, true);
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSelector(Silos_InvalidRecipient.selector, address(0)));
        reserve.claim(IERC20(usdc), address(0));
        vm.assertEq(reserve.claim(IERC20(usdc), makeAddr("elsewhere")), 10 * USD);
        vm.stopPrank();
        vm.assertEq(books().owedUsd, 90 * USD);
        vm.assertEq(books().owedXtz, 90 * XTZ);
    }
}
