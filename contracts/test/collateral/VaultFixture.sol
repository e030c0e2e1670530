// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {CollateralMath} from "../../src/collateral/CollateralMath.sol";
import {Tusdt} from "../../src/collateral/Tusdt.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";
import {VaultEngine} from "../../src/collateral/VaultEngine.sol";
import {AuctionStatus, Parameters, TypeState, VaultKey, VaultView} from "../../src/collateral/VaultTypes.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {Test} from "../Test.sol";
import {BackingStandIn, LiquidityStandIn, PriceStandIn} from "./VaultStandIns.sol";

/// @title An engine with its market
/// @dev The test contract is governance. A token of the type costs $80; Alice, Bob and Carol have plenty, and have approved
/// engine and book. 5% a year, late fee 5%, penalty 11%, a tenth of it to the keeper; dust 100.
abstract contract VaultFixture is Test {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant PERIOD = 30 days;
    uint256 internal constant PRICE = 80e18;
    uint256 internal constant DUST = 100e18;
    uint256 internal constant NEVER = type(uint256).max;

    /// @dev 5% in a year of 365 days.
    uint256 internal constant FEE_RAY = 1_000_000_001_547_125_957_863_212_448;

    DevCoin internal coin;
    DevCoin internal tao;
    DevCoin internal usdc;
    PriceStandIn internal module;
    LiquidityStandIn internal pool;
    TusdtBook internal book;
    Tusdt internal tusdt;
    BackingStandIn internal backing;
    VaultEngine internal engine;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal pauser = makeAddr("pauser");

    function setUp() public virtual {
        vm.warp(START);
        tao = new DevCoin("TAO", 18);
        (coin, usdc) = coins();
        (module, pool) = (new PriceStandIn(), new LiquidityStandIn());
        book = new TusdtBook(address(this), 1 days, IERC20(usdc));
        tusdt = book.tusdt();
        backing = new BackingStandIn(book, tao);
        book.setBacking(backing);
        engine = new VaultEngine(book, IERC20(coin), address(this), 2 days, START + 10 days, first());
        book.propose(uint160(address(engine)), 1);
        vm.warp(START + 1 days);
        book.applyChange(uint160(address(engine)));
        market(PRICE);
        fund(alice);
        fund(bob);
        fund(carol);
    }

    /// @dev Collateral and USDC.
    function coins() internal virtual returns (DevCoin, DevCoin) {
        return (new DevCoin("SN64", 18), new DevCoin("USDC", 6));
    }

    function first() internal virtual returns (Parameters memory) {
        return Parameters({
            mintRatio: 2e18,
            liquidationRatio: 15e17,
            feeRay: FEE_RAY,
            penaltyBps: 1_100,
            lateBps: 500,
            graceSeconds: 7 days,
            dust: DUST,
            line: 1e6 * WAD,
            ceilingBps: 2_000,
            gap: 1e6 * WAD,
            ttlSeconds: 1 days,
            liquidityMaxAge: 6 hours,
            keeperBps: 1_000,
            buffer: 12e17,
            tauSeconds: 4 hours,
            tailSeconds: 2 hours,
            cusp: 4e17,
            priceModule: address(module),
            liquiditySource: address(pool),
            pauser: pauser
        });
    }

    /// @dev A fresh price, and a fresh pool of $10m.
    function market(uint256 price) internal {
        module.set(price);
        pool.set(1e7 * WAD, block.timestamp);
    }

    function fund(address person) internal {
        coin.faucet(person, 1e9 * WAD);
        usdc.faucet(person, 1e15);
        vm.startPrank(person);
        coin.approve(address(engine), NEVER);
        tusdt.approve(address(book), NEVER);
        usdc.approve(address(book), NEVER);
        vm.stopPrank();
    }

    function open(address person, uint256 collateral, uint256 debt) internal returns (uint256) {
        vm.prank(person);
        return engine.open(collateral, debt, person);
    }

    function repay(address person, uint256 id, uint256 amount) internal returns (uint256) {
        vm.prank(person);
        return engine.repay(id, amount);
    }

    function take(address person, uint256 id, uint256 ask) internal returns (uint256 taken, uint256 paid) {
        vm.prank(person);
        return engine.take(id, ask, NEVER, person);
    }

    function liquidate(address person, uint256 id) internal returns (uint256) {
        vm.prank(person);
        return engine.liquidate(id);
    }

    /// @dev Alice borrows 1000 on 30 tokens ($2400), the price falls to $45, Bob liquidates.
    function auction() internal returns (uint256 vaultId, uint256 auctionId) {
        vaultId = open(alice, 30e18, 1_000e18);
        market(45e18);
        auctionId = liquidate(bob, vaultId);
        backing.mint(carol, 1e6 * WAD);
    }

    /// @dev A parameter after its delay.
    function change(VaultKey key, uint256 value) internal {
        engine.propose(uint256(key), value);
        skip(2 days);
        engine.applyChange(uint256(key));
    }

    /// @dev Time passes, and the market answers anew.
    function skip(uint256 time) internal {
        vm.warp(block.timestamp + time);
        pool.set(1e7 * WAD, block.timestamp);
    }

    /// @dev To a due date, and so much beyond it.
    function skipTo(uint256 date, uint256 beyond) internal {
        skip(START + 10 days + date * PERIOD + beyond - block.timestamp);
    }

    function debtOf(uint256 id) internal view returns (uint256) {
        return engine.vault(id).debt;
    }

    function view_(uint256 id) internal view returns (VaultView memory) {
        return engine.vault(id);
    }

    function status(uint256 id) internal view returns (AuctionStatus memory) {
        return engine.status(id);
    }

    function type_() internal view returns (TypeState memory) {
        return engine.typeState();
    }

    /// @dev What is owed once a debt of 1 has borne interest for so long. RAY.
    function grown(uint256 time) internal pure returns (uint256) {
        return CollateralMath.rateAfter(CollateralMath.RAY, FEE_RAY, time);
    }
}
