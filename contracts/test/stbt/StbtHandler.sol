// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {STBT} from "../../src/stbt/STBT.sol";
import {StbtIssuance} from "../../src/stbt/StbtIssuance.sol";
import {StbtMinter} from "../../src/stbt/StbtMinter.sol";
import {StbtTimelockController} from "../../src/stbt/StbtTimelockController.sol";
import {WSTBT} from "../../src/stbt/WSTBT.sol";
import {Test} from "../Test.sol";

/// @title What three holders, a queue, a reporter, a court and a wrapper do in any order
/// @dev The queue is the issuer, and this contract proposes to it and controls. NAV is its own book, so that rules.md T15
/// can be checked. No step may revert, the burn of a redemption least of all (rules.md T6).
contract StbtHandler is Test {
    /// @param amount What its burn takes.
    struct Redemption {
        bytes32 salt;
        uint256 amount;
    }

    STBT internal immutable stbt;
    WSTBT internal immutable wrapper;
    StbtMinter internal immutable minter;
    StbtTimelockController internal immutable queue;
    TetherUSD internal immutable usdt;
    address[3] public people;

    /// @notice What the assets behind STBT are worth (18 decimals).
    int256 public nav;

    Redemption[] private _waiting;
    uint256 private _calls;

    /// @dev No step lowers what a share is worth, unless all shares are gone.
    modifier neverLess() {
        (uint256 supply, uint256 shares) = (stbt.totalSupply(), stbt.totalShares());
        _;
        bool isSame = shares == 0 || stbt.totalShares() == 0;
        require(isSame || stbt.totalSupply() * shares >= supply * stbt.totalShares(), "T4: a share is worth less");
    }

    constructor(STBT stbt_, WSTBT wrapper_, StbtMinter minter_, TetherUSD usdt_, address[3] memory people_) {
        (stbt, wrapper, minter, usdt, people) = (stbt_, wrapper_, minter_, usdt_, people_);
        queue = StbtTimelockController(payable(minter_.timeLockContract()));
    }

    /// @notice A deposit, and its issue at once or never.
    function mint(uint256 who, uint256 dollars, bool isCancelled) external neverLess {
        address person = people[who % 3];
        dollars = bound(dollars, 1e6, 1e15);
        uint256 proposed = dollars * 1e12;
        if (stbt.totalShares() > 0 && stbt.getSharesByAmount(proposed) == 0) return;
        bytes32 salt = keccak256(abi.encodePacked(bytes32(_calls), minter.nonceForMint()));
        usdt.faucet(person, dollars);
        vm.startPrank(person);
        usdt.approve(address(minter), dollars);
        minter.mint(address(usdt), dollars, proposed, bytes32(_calls++), "");
        vm.stopPrank();
        if (isCancelled) return;
        vm.warp(block.timestamp + 4 hours);
        queue.execute(address(stbt), 0, abi.encodeCall(StbtIssuance.issue, (person, proposed, "")), 0, salt);
        nav += int256(proposed);
    }

    /// @notice A redemption; its burn waits.
    function redeem(uint256 who, uint256 amount) external neverLess {
        address person = people[who % 3];
        uint256 held = stbt.balanceOf(person);
        if (held < 1e18) return;
        amount = bound(amount, 1e18, held);
        uint256 worth = stbt.getAmountByShares(stbt.getSharesByAmount(amount));
        _waiting.push(Redemption(keccak256(abi.encodePacked(bytes32(_calls), minter.nonceForRedeem())), worth));
        vm.startPrank(person);
        stbt.approve(address(minter), amount);
        minter.redeem(amount, address(usdt), bytes32(_calls++), "");
        vm.stopPrank();
    }

    /// @notice Any burn that waits.
    function burnRedeemed(uint256 index) external neverLess {
        if (_waiting.length == 0) return;
        index = index % _waiting.length;
        Redemption memory chosen = _waiting[index];
        _waiting[index] = _waiting[_waiting.length - 1];
        _waiting.pop();
        vm.warp(block.timestamp + 2 hours);
        bytes memory data = abi.encodeCall(StbtIssuance.redeemFrom, (minter.poolAccount(), chosen.amount, ""));
        uint256 before = stbt.totalSupply();
        queue.execute(address(stbt), 0, data, 0, chosen.salt);
        _afterBurn(before, chosen.amount);
    }

    /// @notice A court's burn.
    function burn(uint256 who, uint256 amount) external neverLess {
        address holder = people[who % 3];
        amount = bound(amount, 0, stbt.balanceOf(holder));
        uint256 before = stbt.totalSupply();
        stbt.controllerRedeem(holder, amount, "", "");
        _afterBurn(before, amount);
    }

    function transfer(uint256 from, uint256 to, uint256 amount) external neverLess {
        address sender = people[from % 3];
        amount = bound(amount, 0, stbt.balanceOf(sender));
        if (amount > 0 && stbt.getSharesByAmount(amount) == 0) return;
        uint256 all = stbt.totalShares();
        vm.prank(sender);
        stbt.transfer(people[to % 3], amount);
        require(stbt.totalShares() == all, "T2: a transfer changed the shares");
    }

    function wrap(uint256 who, uint256 amount) external neverLess {
        address person = people[who % 3];
        amount = bound(amount, 0, stbt.balanceOf(person));
        if (stbt.getSharesByAmount(amount) == 0) return;
        uint256 all = stbt.totalShares();
        vm.startPrank(person);
        stbt.approve(address(wrapper), amount);
        wrapper.wrap(amount);
        vm.stopPrank();
        require(stbt.totalShares() == all, "T14: a wrap changed the shares");
    }

    function unwrap(uint256 who, uint256 shares) external neverLess {
        address person = people[who % 3];
        shares = bound(shares, 0, wrapper.balanceOf(person));
        if (stbt.getSharesByAmount(stbt.getAmountByShares(shares)) == 0) return;
        uint256 all = stbt.totalShares();
        vm.prank(person);
        wrapper.unwrap(shares);
        require(stbt.totalShares() == all, "T14: an unwrap changed the shares");
    }

    /// @notice Gains and losses of up to 3% a day, through the queue; the contract takes 1% a day at most.
    /// @dev 25 hours later it is another day in New York, on the longest one too.
    function report(uint256 gain, bool isLoss) external neverLess {
        gain = bound(gain, 0, stbt.totalSupply() * 3 / 100);
        nav += isLoss ? -int256(gain) : int256(gain);
        vm.warp(block.timestamp + 25 hours);
        uint256 from = stbt.lastReportEnd();
        if (from == 0) from = block.timestamp - 1 days;
        int256 interest = nav - int256(stbt.totalSupply()) - stbt.carry();
        bytes memory data = abi.encodeCall(stbt.distributeInterests, (interest, from, block.timestamp));
        queue.schedule(address(stbt), 0, data, 0, "", 0);
        vm.warp(block.timestamp + 1);
        uint256 before = stbt.totalSupply();
        queue.execute(address(stbt), 0, data, 0, "");
        require(stbt.totalSupply() >= before, "T4: a report took from holders");
        require(int256(stbt.totalSupply()) == nav - stbt.carry(), "T15: supply is not NAV less the carry");
    }

    /// @notice Shares that the burns which wait will take, at what they are worth now.
    function sharesWaiting() external view returns (uint256 shares) {
        for (uint256 i = 0; i < _waiting.length; i++) {
            shares += stbt.getSharesByAmountRoundUp(_waiting[i].amount);
        }
    }

    function _afterBurn(uint256 before, uint256 amount) private {
        uint256 fall = before - stbt.totalSupply();
        require(fall == amount || stbt.totalShares() == 0, "T2: the supply fell by something else");
        nav = stbt.totalShares() == 0 ? int256(0) : nav - int256(amount);
    }
}
