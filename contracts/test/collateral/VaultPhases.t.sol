// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Backing} from "../../src/collateral/Backing.sol";
import {BackingSettings} from "../../src/collateral/BackingSettings.sol";
import {BackingParameters, Holdings} from "../../src/collateral/BackingTypes.sol";
import {Collateral_InvalidRecipient, Collateral_NoPrice} from "../../src/collateral/CollateralErrors.sol";
import {Osm} from "../../src/collateral/Osm.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {Tusdt} from "../../src/collateral/Tusdt.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {Collateral_NeedsReset} from "../../src/collateral/VaultErrors.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {Parameters} from "../../src/collateral/VaultTypes.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {FeedSource} from "../../src/shared/FeedSource.sol";
import {Test} from "../Test.sol";

/// @title Both phases on one book, with a real price module: TAO in the asset-backing vault and in vaults
contract VaultPhasesTest is Test {
    uint256 private constant WAD = 1e18;
    uint256 private constant NEVER = type(uint256).max;

    DevCoin private tao;
    DevCoin private usdc;
    DevPriceFeed private feed;
    Osm private osm;
    TusdtBook private book;
    Tusdt private tusdt;
    TaoBacking private backing;
    VaultEngine private engine;
    address private alice = makeAddr("alice");
    address private bob = makeAddr("bob");

    function setUp() public {
        vm.warp(20_000 days + 10 hours);
        (tao, usdc) = (new DevCoin("TAO", 18), new DevCoin("USDC", 6));
        feed = new DevPriceFeed(8, "TAO / USD");
        address source = address(new FeedSource(feed));
        osm = new Osm(
            address(this),
            1 days,
            Osm(address(0)),
            [uint256(uint160(source)), 0, 1 hours, 3 hours, 100, uint160(address(this))]
        );
        book = new TusdtBook(address(this), 1 days, IERC20(usdc));
        tusdt = book.tusdt();
        BackingParameters memory parameters = BackingParameters({
            target: WAD * 150 / 100,
            level0: WAD * 110 / 100,
            recovery: WAD * 110 / 100,
            safety: WAD * 70 / 100,
            bufferWad: WAD * 120 / 100,
            tau: 4 hours,
            tail: 2 hours,
            cusp: WAD * 40 / 100,
            protocol: address(this),
            pauser: address(this)
        });
        BackingSettings settings = new BackingSettings(address(this), 1 days, parameters);
        backing = new TaoBacking(IERC20(tao), IERC20(usdc), tusdt, osm, settings);
        book.setBacking(Backing(address(backing)));
        engine = new VaultEngine(book, IERC20(tao), address(this), 1 days, block.timestamp + 30 days, first());
        book.propose(uint160(address(engine)), 1);
        vm.warp(block.timestamp + 1 days);
        book.applyChange(uint160(address(engine)));
        settle(250);
        fund(alice);
        fund(bob);
        fund(address(this));
        backing.addBacking(1_000e18, 0);
        vm.warp(block.timestamp + 1 days);
        settle(250);
        vm.prank(bob);
        backing.mint(100e18, bob, 0);
    }

    function first() private view returns (Parameters memory) {
        return Parameters({
            mintRatio: 2e18,
            liquidationRatio: 15e17,
            feeRay: 1_000_000_001_547_125_957_863_212_448,
            penaltyBps: 1_100,
            lateBps: 500,
            graceSeconds: 7 days,
            dust: 100e18,
            line: 1e6 * WAD,
            ceilingBps: 0,
            gap: 1e6 * WAD,
            ttlSeconds: 1 days,
            liquidityMaxAge: 6 hours,
            keeperBps: 1_000,
            buffer: 12e17,
            tauSeconds: 4 hours,
            tailSeconds: 2 hours,
            cusp: 4e17,
            priceModule: address(osm),
            liquiditySource: address(0),
            pauser: address(this)
        });
    }

    function fund(address person) private {
        tao.faucet(person, 1e6 * WAD);
        usdc.faucet(person, 1e12);
        vm.startPrank(person);
        tao.approve(address(engine), NEVER);
        tao.approve(address(backing), NEVER);
        usdc.approve(address(book), NEVER);
        tusdt.approve(address(book), NEVER);
        vm.stopPrank();
    }

    /// @dev Current, next and live are this.
    function settle(uint256 price) private {
        for (uint256 i = 0; i < 3; ++i) {
            vm.warp(block.timestamp + 1 hours);
            feed.setAnswer(int256(price * 1e8));
            osm.poke();
        }
    }

    function open() private returns (uint256) {
        vm.prank(alice);
        return engine.open(100e18, 10_000e18, alice);
    }

    /// @dev S is what phase 1 has issued, whatever vaults draw; anybody's TUSDT redeems.
    function test_VaultsAreOutsideS() public {
        vm.assertTrue(book.outstanding() == 25_000e18);
        open();
        vm.assertTrue(book.outstanding() == 25_000e18);
        vm.startPrank(alice);
        tusdt.approve(address(backing), NEVER);
        backing.redeemTao(10_000e18, alice, 0);
        vm.stopPrank();
        vm.assertTrue(book.outstanding() == 15_000e18);
        vm.assertEq(tusdt.totalSupply(), 25_000e18);
    }

    /// @dev Interest is bought back for USD, and the USD are backing.
    function test_SurplusBecomesBacking() public {
        uint256 id = open();
        vm.warp(block.timestamp + 10 days);
        vm.prank(alice);
        engine.repay(id, 5e18);
        Holdings memory before = backing.holdings();
        vm.prank(bob);
        vm.assertEq(book.buySurplus(NEVER, bob), 5e18);
        vm.assertEq(backing.holdings().usd, before.usd + 5e6);
        vm.assertEq(usdc.balanceOf(address(backing)), 5e6);
    }

    /// @dev What an auction does not cover is the asset-backing vault's: it lowers the ratio of all, and surplus restores it.
    function test_BadDebtIsInS() public {
        uint256 id = open();
        uint256 other = open();
        settle(60);
        id = engine.liquidate(id);
        vm.prank(bob);
        engine.take(id, NEVER, NEVER, bob);
        vm.assertEq(book.books().badDebt, 2_800e18);
        vm.assertTrue(book.outstanding() == 27_800e18);
        id = engine.liquidate(other);
        vm.assertTrue(book.outstanding() == 27_800e18);
    }

    /// @dev A freeze stops what needs a price, and no exit; two steps later the auction must be reset.
    function test_AFreezeStopsBothPhases() public {
        uint256 id = open();
        uint256 other = open();
        settle(140);
        uint256 auctionId = engine.liquidate(id);
        osm.freeze();
        vm.startPrank(bob);
        vm.expectRevert(Collateral_NoPrice.selector);
        engine.take(auctionId, 1e18, NEVER, bob);
        vm.expectRevert(Collateral_NoPrice.selector);
        backing.mint(1e18, bob, 0);
        engine.repay(other, 1_000e18);
        vm.stopPrank();
        osm.proposeUnfreeze();
        vm.warp(block.timestamp + 1 days);
        osm.unfreeze();
        vm.expectRevert(Collateral_NoPrice.selector);
        engine.reset(auctionId);
        settle(140);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_NeedsReset.selector, auctionId));
        engine.take(auctionId, 1e18, NEVER, bob);
        engine.reset(auctionId);
        vm.prank(bob);
        engine.take(auctionId, 1e18, NEVER, bob);
    }

    /// @dev A queued price counts for a draw before it is current, and liquidates only then.
    function test_TheNextPriceBindsDrawsFirst() public {
        uint256 id = open();
        vm.warp(block.timestamp + 1 hours);
        feed.setAnswer(140e8);
        osm.poke();
        vm.prank(alice);
        vm.expectPartialRevert(bytes4(keccak256("Collateral_NotCovered(uint256,uint256,uint256,uint256)")));
        engine.draw(id, 1e18, alice);
        vm.expectPartialRevert(bytes4(keccak256("Collateral_Covered(uint256,uint256,uint256,uint256)")));
        engine.liquidate(id);
        vm.warp(block.timestamp + 1 hours);
        engine.liquidate(id);
    }

    /// @dev None of the contracts is a recipient of another's payouts.
    function test_NoPayoutIsLost() public {
        address[4] memory ours = [address(book), address(backing), address(engine), address(tusdt)];
        uint256 id = open();
        for (uint256 i = 0; i < ours.length; ++i) {
            bytes memory refused = abi.encodeWithSelector(Collateral_InvalidRecipient.selector, ours[i]);
            vm.prank(alice);
            vm.expectRevert(refused);
            engine.withdraw(id, 1, ours[i]);
            vm.prank(bob);
            vm.expectRevert(refused);
            backing.redeemTao(1e18, ours[i], 0);
        }
    }

    /// @dev Collateral that was sent to an engine of TAO is backing.
    function test_GiftsAreBacking() public {
        uint256 before = backing.holdings().tao;
        tao.faucet(address(engine), 5e18);
        engine.bookGift(tao);
        backing.bookGifts();
        vm.assertEq(backing.holdings().tao, before + 5e18);
    }
}
