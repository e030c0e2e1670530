// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title A coin that lets a test act in the middle of a transfer
contract ActingCoin is DevCoin {
    VaultReentrancyTest private immutable _test = VaultReentrancyTest(msg.sender);

    constructor(uint8 decimals_) DevCoin("ACT", decimals_) {}

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0)) _test.act();
    }
}

/// @title Nothing of an engine or the book can be called in the middle of it
/// @dev The test is everybody: owner, payer, keeper. Every call that hands over control is tried with every call that
/// moves value inside it.
contract VaultReentrancyTest is VaultFixture {
    uint256 private vaultId;
    uint256 private auctionId;
    uint256 private tried;
    bool private isArmed;
    address private target;
    bytes[] private inner;

    function coins() internal override returns (DevCoin, DevCoin) {
        return (new ActingCoin(18), new ActingCoin(6));
    }

    function setUp() public override {
        super.setUp();
        fund(address(this));
        open(address(this), 30e18, 1_000e18);
        vaultId = open(address(this), 300e18, 1_000e18);
        skip(100 days);
        engine.assess(vaultId);
        engine.repay(vaultId, 1e18);
        backing.mint(address(this), 1e6 * WAD);
        module.set(45e18);
        auctionId = engine.liquidate(1);
        module.set(PRICE);
        coin.faucet(address(engine), 1e18);
        usdc.faucet(address(book), 1e6);
    }

    function test_NoCallInsideAnotherOfAnEngine() public {
        bytes[11] memory calls = [
            abi.encodeCall(engine.open, (1e18, 0, address(this))),
            abi.encodeCall(engine.deposit, (vaultId, 1e18)),
            abi.encodeCall(engine.withdraw, (vaultId, 1e18, address(this))),
            abi.encodeCall(engine.take, (auctionId, 1e18, NEVER, address(this))),
            abi.encodeCall(engine.bookGift, (IERC20(coin))),
            abi.encodeCall(engine.close, (vaultId, NEVER, address(this))),
            abi.encodeCall(engine.draw, (vaultId, 1e18, address(this))),
            abi.encodeCall(engine.repay, (vaultId, 1e18)),
            abi.encodeCall(engine.assess, (vaultId)),
            abi.encodeCall(engine.liquidate, (vaultId)),
            abi.encodeCall(engine.reset, (auctionId))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            inner.push(calls[i]);
        }
        target = address(engine);
        // The first six move collateral.
        for (uint256 i = 0; i < 6; ++i) {
            run(calls[i]);
        }
    }

    function test_NoCallInsideAnotherOfTheBook() public {
        target = address(book);
        inner.push(abi.encodeCall(book.buySurplus, (1e6, address(this))));
        inner.push(abi.encodeCall(book.bookGift, (IERC20(usdc))));
        for (uint256 i = 0; i < 2; ++i) {
            run(inner[i]);
        }
    }

    /// @dev Once for every call inside.
    function run(bytes memory data) private {
        (isArmed, tried) = (true, 0);
        (bool isDone,) = target.call(data);
        isArmed = false;
        vm.assertTrue(isDone);
        vm.assertEq(tried, inner.length);
    }

    /// @dev Called in the middle of a transfer.
    function act() external {
        if (!isArmed) return;
        isArmed = false;
        for (uint256 i = 0; i < inner.length; ++i) {
            (bool isDone, bytes memory answer) = target.call(inner[i]);
            vm.assertFalse(isDone);
            vm.assertEq(answer, abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector));
            tried += 1;
        }
    }
}
