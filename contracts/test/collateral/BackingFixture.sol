// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {BackingSettings} from "../../src/collateral/BackingSettings.sol";
import {BackingParameters, Holdings, SaleState} from "../../src/collateral/BackingTypes.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {PriceModule} from "../../src/collateral/PriceModule.sol";
import {TaoBacking} from "../../src/collateral/TaoBacking.sol";
import {Tusdt} from "../../src/collateral/Tusdt.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {DevUsdc} from "../../src/devnet/DevUsdc.sol";
import {Test} from "../Test.sol";
import {TestBook} from "./TestBook.sol";
import {TestModule} from "./TestModule.sol";

/// @title An asset-backing vault over a book and a price that tests set
abstract contract BackingFixture is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant USD = 1e6;
    uint256 internal constant NEVER = type(uint256).max;
    /// @dev Ten in the morning of a day.
    uint256 internal constant START = 20_000 days + 10 hours;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal protocol = makeAddr("protocol");
    address internal pauser = makeAddr("pauser");

    DevCoin internal tao;
    DevUsdc internal usdc;
    TestBook internal book;
    Tusdt internal tusdt;
    TestModule internal module;
    BackingSettings internal settings;
    TaoBacking internal backing;

    function setUp() public virtual {
        vm.warp(START);
        tao = new DevCoin("TAO", 18);
        usdc = new DevUsdc();
        book = new TestBook();
        tusdt = book.tusdt();
        module = new TestModule();
        module.set(250 * WAD);
        settings = new BackingSettings(address(this), 1 days, first());
        backing = new TaoBacking(IERC20(tao), IERC20(usdc), tusdt, priceModule(), settings);
        book.admit(address(backing));
        fund(alice);
        fund(bob);
        fund(protocol);
    }

    /// @dev What the vault asks for prices.
    function priceModule() internal virtual returns (PriceModule) {
        return module;
    }

    function first() internal view returns (BackingParameters memory) {
        return BackingParameters({
            target: WAD * 150 / 100,
            level0: WAD * 110 / 100,
            recovery: WAD * 110 / 100,
            safety: WAD * 70 / 100,
            bufferWad: WAD * 120 / 100,
            tau: 4 hours,
            tail: 2 hours,
            cusp: WAD * 40 / 100,
            protocol: protocol,
            pauser: pauser
        });
    }

    function fund(address person) internal {
        tao.faucet(person, 1e9 * WAD);
        usdc.faucet(person, 1e15 * USD);
        vm.startPrank(person);
        tao.approve(address(backing), NEVER);
        usdc.approve(address(backing), NEVER);
        tusdt.approve(address(backing), NEVER);
        vm.stopPrank();
    }

    function mint(address person, uint256 amount) internal returns (uint256) {
        vm.prank(person);
        return backing.mint(amount, person, 0);
    }

    function redeemTao(address person, uint256 amount) internal returns (uint256) {
        vm.prank(person);
        return backing.redeemTao(amount, person, 0);
    }

    function redeemUsd(address person, uint256 amount) internal returns (uint256) {
        vm.prank(person);
        return backing.redeemUsd(amount, person, 0);
    }

    function add(uint256 taoAmount, uint256 usdAmount) internal {
        vm.prank(protocol);
        backing.addBacking(taoAmount, usdAmount);
    }

    function remove(uint256 taoAmount, uint256 usdAmount) internal {
        vm.prank(protocol);
        backing.removeBacking(taoAmount, usdAmount, protocol);
    }

    function take(address person, uint256 taoAtMost) internal returns (uint256 taken, uint256 paid) {
        vm.prank(person);
        return backing.take(taoAtMost, NEVER, person);
    }

    /// @dev S as it would be if somebody had minted it: TUSDT from nowhere, for `person`.
    function issue(address person, uint256 amount) internal {
        book.draw(person, amount);
        book.writeOff(amount);
    }

    /// @dev This backing and this S, from yesterday.
    function stand(uint256 taoAmount, uint256 usdAmount, uint256 outstanding) internal {
        if (taoAmount + usdAmount > 0) add(taoAmount, usdAmount);
        if (outstanding > 0) issue(alice, outstanding);
        vm.warp(block.timestamp + 1 days);
        backing.touch();
    }

    /// @dev A parameter, at once but for its delay.
    function change(uint256 key, uint256 value) internal {
        settings.propose(key, value);
        vm.warp(block.timestamp + 1 days);
        settings.applyChange(key);
    }

    function ratio() internal view returns (uint256) {
        Holdings memory h = backing.holdings();
        return CollateralMath.ratioDown(worth(), uint256(h.outstanding));
    }

    /// @dev C at current.
    function worth() internal view returns (uint256) {
        Holdings memory h = backing.holdings();
        return CollateralMath.backingDown(h.tao, h.usd, module.prices().current);
    }

    function assertSale(SaleState state) internal view {
        vm.assertEq(uint256(backing.saleStatus().state), uint256(state));
    }
}
