// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Collateral_BelowMinimum, Collateral_Nothing} from "../../src/collateral/CollateralErrors.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {VaultFixture} from "./VaultFixture.sol";

/// @title A coin of whose transfers a part never arrives
contract ShortCoin is DevCoin {
    uint256 public lostBps;

    constructor(uint8 decimals_) DevCoin("SHORT", decimals_) {}

    function lose(uint256 bps) external {
        lostBps = bps;
    }

    function _update(address from, address to, uint256 value) internal override {
        uint256 lost = from == address(0) ? 0 : value * lostBps / 10_000;
        super._update(from, to, value - lost);
        if (lost > 0) super._update(from, address(1), lost);
    }
}

/// @title What arrives counts. rules.md U4
contract VaultFeesTest is VaultFixture {
    function coins() internal override returns (DevCoin, DevCoin) {
        return (new ShortCoin(18), new ShortCoin(6));
    }

    function test_ADepositCountsWhatArrives() public {
        ShortCoin(address(coin)).lose(100);
        uint256 id = open(alice, 30e18, 0);
        vm.assertEq(view_(id).stored.collateral, 297e17);
        vm.assertEq(engine.held(), coin.balanceOf(address(engine)));
        ShortCoin(address(coin)).lose(10_000);
        vm.prank(alice);
        vm.expectRevert(Collateral_Nothing.selector);
        engine.deposit(id, 30e18);
    }

    /// @dev A USD each, or nothing.
    function test_SurplusIsPaidWhole() public {
        uint256 id = open(alice, 300e18, 10_000e18);
        skip(100 days);
        repay(alice, id, 100e18);
        ShortCoin(address(usdc)).lose(1);
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSelector(Collateral_BelowMinimum.selector, 100e6 - 1e4, 100e6));
        book.buySurplus(NEVER, bob);
        ShortCoin(address(usdc)).lose(0);
        vm.prank(bob);
        book.buySurplus(NEVER, bob);
    }
}
