// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {STBT} from "../../src/stbt/STBT.sol";
import {WSTBT} from "../../src/stbt/WSTBT.sol";
import {Test} from "../Test.sol";

/// @title What three holders, an issuer and a wrapper do in any order
/// @dev The issuer's account is this contract; NAV is its own book, so that rules.md T15 can be checked.
contract StbtHandler is Test {
    STBT internal immutable stbt;
    WSTBT internal immutable wrapper;
    address[3] public people;

    /// @notice What the assets behind STBT are worth (18 decimals).
    int256 public nav;

    /// @notice Whether a report has come since the last issue or burn.
    bool public isReported;

    constructor(STBT stbt_, WSTBT wrapper_, address[3] memory people_) {
        (stbt, wrapper, people) = (stbt_, wrapper_, people_);
    }

    function issue(uint256 who, uint256 amount) external {
        amount = bound(amount, 1, 1e27);
        if (stbt.totalShares() > 0 && stbt.getSharesByAmount(amount) == 0) return;
        stbt.issue(people[who % 3], amount, "");
        nav += int256(amount);
    }

    function burn(uint256 who, uint256 amount) external {
        address holder = people[who % 3];
        amount = bound(amount, 0, stbt.balanceOf(holder));
        uint256 before = stbt.totalSupply();
        stbt.controllerRedeem(holder, amount, "", "");
        uint256 fall = before - stbt.totalSupply();
        require(fall == amount || stbt.totalShares() == 0, "the supply fell by something else");
        nav = stbt.totalShares() == 0 ? int256(0) : nav - int256(amount);
    }

    function transfer(uint256 from, uint256 to, uint256 amount) external {
        address sender = people[from % 3];
        amount = bound(amount, 0, stbt.balanceOf(sender));
        if (amount > 0 && stbt.getSharesByAmount(amount) == 0) return;
        uint256 all = stbt.totalShares();
        vm.prank(sender);
        stbt.transfer(people[to % 3], amount);
        require(stbt.totalShares() == all, "a transfer changed the shares");
    }

    function wrap(uint256 who, uint256 amount) external {
        address person = people[who % 3];
        amount = bound(amount, 0, stbt.balanceOf(person));
        if (stbt.getSharesByAmount(amount) == 0) return;
        vm.startPrank(person);
        stbt.approve(address(wrapper), amount);
        wrapper.wrap(amount);
        vm.stopPrank();
    }

    function unwrap(uint256 who, uint256 shares) external {
        address person = people[who % 3];
        shares = bound(shares, 0, wrapper.balanceOf(person));
        if (stbt.getSharesByAmount(stbt.getAmountByShares(shares)) == 0) return;
        vm.prank(person);
        wrapper.unwrap(shares);
    }

    /// @dev Gains and losses of up to 3% a day; the contract takes 1% a day at most.
    function report(uint256 gain, bool isLoss) external {
        gain = bound(gain, 0, stbt.totalSupply() * 3 / 100);
        nav += isLoss ? -int256(gain) : int256(gain);
        vm.warp(block.timestamp + 1 days);
        uint256 from = stbt.lastReportEnd();
        int256 interest = nav - int256(stbt.totalSupply()) - stbt.carry();
        uint256 before = stbt.totalSupply();
        stbt.distributeInterests(interest, from == 0 ? block.timestamp - 1 days : from, block.timestamp);
        require(stbt.totalSupply() >= before, "T4: a report took from holders");
        require(int256(stbt.totalSupply()) == nav - stbt.carry(), "T15: supply is not NAV less the carry");
    }
}
