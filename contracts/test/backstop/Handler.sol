// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {BackstopSeries} from "../../src/backstop/BackstopSeries.sol";
import {Payer, Phase, Position, SeriesAddresses, Terms} from "../../src/backstop/BackstopTypes.sol";
import {NoteNFT} from "../../src/backstop/NoteNFT.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {SeriesNft} from "../../src/backstop/SeriesNft.sol";
import {WarrantNFT} from "../../src/backstop/WarrantNFT.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {Treasury} from "../../src/shared/Treasury.sol";
import {TwapOracle} from "../../src/shared/TwapOracle.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "../Test.sol";

/// @dev One of the series under test.
struct Line {
    BackstopSeries series;
    BackstopPool pool;
    SeriesLedger ledger;
    NoteNFT note;
    WarrantNFT warrant;
}

/// @dev What must not get worse: required backstop of a finalized series, and everything about the other series.
struct Mark {
    bool isFinalized;
    uint256 requiredUsdt;
    bytes32 other;
}

/// @title Random sequences of everybody, on two series at once
/// @dev Every action that should be possible must succeed (`fail_on_revert`), and after every action required backstop
/// has not risen (rules.md B6) and the other series has not changed (rules.md B14). Time passes with every action.
contract Handler is Test {
    Line[2] private _lines;
    address[5] public people;
    address private immutable _admin = msg.sender;
    TetherUSD private immutable _usdt;
    WrappedBitcoin private immutable _btc;
    Treasury private immutable _treasury;
    TwapOracle[2] private _oracles;
    uint256 private immutable _largestStake;

    /// @dev What the contracts should know, counted independently.
    mapping(BackstopPool pool => mapping(address staker => uint256)) public sharesExpected;
    mapping(address account => uint256) public donatedUsdt;
    mapping(BackstopPool pool => uint256) public paidToNotes;

    constructor(SeriesAddresses[] memory all, uint256 largestStake) {
        _largestStake = largestStake;
        for (uint256 i = 0; i < 2; ++i) {
            SeriesAddresses memory a = all[i];
            _lines[i] = Line(
                BackstopSeries(a.series),
                BackstopPool(a.pool),
                SeriesLedger(a.ledger),
                NoteNFT(a.note),
                WarrantNFT(a.warrant)
            );
        }
        BackstopSeries series = _lines[0].series;
        _usdt = TetherUSD(address(series.usdt()));
        _btc = WrappedBitcoin(address(series.btc()));
        _treasury = series.treasury();
        _oracles = [series.mstrOracle(), series.btcOracle()];
        people = [makeAddr("ann"), makeAddr("ben"), makeAddr("cat"), makeAddr("dan"), makeAddr("eve")];
    }

    /// @dev Lets time pass, then compares both series before and after the action on one of them.
    modifier step(uint256 seed) {
        vm.warp(block.timestamp + seed % 3 hours);
        Mark memory mark = _mark(_lines[seed % 2], _lines[1 - seed % 2]);
        _;
        _compare(mark, _lines[seed % 2], _lines[1 - seed % 2]);
    }

    function stake(uint256 seed, uint256 amount) external step(seed) {
        (Line memory line, address person) = (_lines[seed % 2], _sender(seed));
        if (line.series.phase() != Phase.Staking || line.series.paused() || person == address(0)) return;
        amount = bound(amount, 1, _largestStake);
        _fund(person, address(line.pool), amount);
        vm.prank(person);
        sharesExpected[line.pool][person] += line.pool.stake(amount, 0);
    }

    function unstake(uint256 seed, uint256 shares) external step(seed) {
        (Line memory line, address person) = (_lines[seed % 2], _person(seed));
        uint256 held = line.pool.sharesOf(person);
        if (line.series.phase() != Phase.Staking || held == 0) return;
        shares = bound(shares, 1, held);
        sharesExpected[line.pool][person] -= shares;
        vm.prank(person);
        line.pool.unstake(shares, _person(seed >> 8));
    }

    function subscribe(uint256 seed, uint256 amount) external step(seed) {
        (Line memory line, address person) = (_lines[seed % 2], _sender(seed));
        Terms memory terms = line.series.terms();
        if (line.series.phase() != Phase.Sale || line.series.paused() || person == address(0)) return;
        if (block.timestamp < terms.saleOpen || block.timestamp >= terms.saleClose) return;
        uint256 remaining = line.series.state().saleLimitUsdt - line.series.state().soldUsdt;
        if (remaining == 0) return;
        amount = bound(amount, 1, remaining);
        _fund(person, address(line.series), amount);
        vm.prank(person);
        line.series.subscribe(amount, 0);
    }

    function keep(uint256 seed) public step(seed) {
        Line memory line = _lines[seed % 2];
        Terms memory terms = line.series.terms();
        Phase phase = line.series.phase();
        if (phase == Phase.Sale && block.timestamp >= terms.saleClose) line.series.finalizeSale();
        else if (phase == Phase.Matured) line.series.settle();
    }

    /// @dev Twice as frequent as other actions, or few runs would come to a settlement.
    function keepAgain(uint256 seed) external {
        keep(seed);
    }

    function allocate(uint256 seed) external step(seed) {
        BackstopPool pool = _lines[seed % 2].pool;
        if (_lines[seed % 2].series.warrantTotal() == 0 || pool.isAllocationComplete()) return;
        pool.allocateWarrants(_warrantOrder(pool));
    }

    function exercise(uint256 seed, uint256 par) external step(seed) {
        Line memory line = _lines[seed % 2];
        (uint256 id, address owner) = _anyToken(line.warrant, seed);
        if (id == 0 || line.series.phase() != Phase.Tenor || line.series.paused()) return;
        if (_usdt.isBlackListed(owner)) return;
        par = bound(par, 1, line.warrant.parOf(id));
        _fund(owner, address(line.series), par);
        vm.prank(owner);
        line.series.exercise(id, par);
    }

    function convert(uint256 seed, uint256 principal) external step(seed) {
        Line memory line = _lines[seed % 2];
        (uint256 id, address owner) = _anyToken(line.note, seed);
        if (id == 0 || line.series.phase() != Phase.Tenor) return;
        principal = bound(principal, 1, line.note.principalOf(id));
        vm.prank(owner);
        line.series.convert(id, principal);
    }

    function redeemEarly(uint256 seed, uint256 principal) external step(seed) {
        Line memory line = _lines[seed % 2];
        (uint256 id, address owner) = _anyToken(line.note, seed);
        if (id == 0 || line.series.phase() != Phase.Tenor) return;
        Payer payer = seed & 4 == 0 ? Payer.Ledger : Payer.Treasury;
        uint256 most = payer == Payer.Ledger ? line.ledger.balanceUsdt() : _treasuryBudget(line.series);
        if (most == 0) return;
        principal = bound(principal, 1, line.note.principalOf(id));
        if (principal > most) principal = most;
        vm.prank(owner);
        line.series.redeemEarly(id, principal, payer, _person(seed >> 8));
    }

    function redeem(uint256 seed) external step(seed) {
        Line memory line = _lines[seed % 2];
        (uint256 id, address owner) = _anyToken(line.note, seed);
        if (id == 0 || line.series.phase() != Phase.Settled) return;
        uint256 inLedger = line.ledger.balanceUsdt();
        vm.prank(owner);
        uint256 principal = line.series.redeem(id, _person(seed >> 8));
        paidToNotes[line.pool] += principal - (inLedger - line.ledger.balanceUsdt());
    }

    function withdraw(uint256 seed, uint256 amount) external step(seed) {
        (BackstopPool pool, address person) = (_lines[seed % 2].pool, _person(seed));
        uint256 due = pool.position(person).claimableUsdt;
        if (due == 0) return;
        vm.prank(person);
        pool.withdraw(bound(amount, 1, due), _person(seed >> 8));
    }

    function claim(uint256 seed) external step(seed) {
        (BackstopPool pool, address person) = (_lines[seed % 2].pool, _person(seed));
        Position memory p = pool.position(person);
        uint256 warrants = p.hasClaimedWarrants ? 0 : p.warrants;
        uint256 compensation = p.mstrClaimable + p.btcClaimable;
        uint256 kind = (seed >> 16) % 4;
        vm.startPrank(person);
        if (kind == 0 && p.upfrontClaimable != 0) pool.claimUpfront(person);
        if (kind == 1 && warrants != 0) pool.claimWarrants(person);
        if (kind == 2 && compensation != 0) pool.claimCompensation(person);
        if (kind == 3 && p.claimableUsdt + p.upfrontClaimable + warrants + compensation != 0) pool.claim(person);
        vm.stopPrank();
    }

    function fundSources(uint256 seed, uint256 amount) external step(seed) {
        BackstopSeries series = _lines[seed % 2].series;
        amount = bound(amount, 1, 2e8);
        if (seed & 4 == 0) _btc.faucet(address(_treasury), amount);
        if (series.upfrontTotal() != series.upfrontFunded() && _btc.balanceOf(address(_treasury)) != 0) {
            series.fundUpfront();
        }
        if (series.phase() == Phase.Settled) {
            bool isOwed = series.settlement().btcOwed != series.settlement().btcFunded;
            if (isOwed && _btc.balanceOf(address(_treasury)) != 0) series.fundMakeWhole();
        } else if (series.state().isFinalized) {
            _btc.faucet(address(this), amount);
            _btc.approve(address(series), amount);
            series.fundSeriesBtc(amount);
        }
    }

    function useTreasury(uint256 seed, uint256 amount) external step(seed) {
        vm.startPrank(_admin);
        if (seed & 4 == 0) {
            _treasury.setEarlyRedemptionBudget(address(_lines[seed % 2].series), bound(amount, 0, _largestStake));
        } else {
            IERC20 token = seed & 8 == 0 ? IERC20(address(_usdt)) : IERC20(address(_btc));
            _treasury.withdraw(token, bound(amount, 0, token.balanceOf(address(_treasury))), _admin);
        }
        vm.stopPrank();
    }

    function changeTether(uint256 seed) external step(seed) {
        address person = _person(seed);
        vm.startPrank(_admin);
        if (seed & 4 == 0) _usdt.setParams((seed >> 8) % 20, (seed >> 16) % 50);
        else if (_usdt.isBlackListed(person)) _usdt.removeBlackList(person);
        else _usdt.addBlackList(person);
        vm.stopPrank();
    }

    function changePrice(uint256 seed, uint256 price) external step(seed) {
        TwapOracle oracle = _oracles[(seed >> 1) % 2];
        (, uint256 updatedAt) = oracle.latest();
        if (updatedAt == block.timestamp) return;
        DevPriceFeed(address(oracle.adapter().feed())).setAnswer(int256(bound(price, 1e8, 500_000e8)));
        oracle.poke();
    }

    function donate(uint256 seed, uint256 amount) external step(seed) {
        Line memory line = _lines[seed % 2];
        address to = seed & 4 == 0 ? address(line.pool) : address(line.ledger);
        amount = bound(amount, 1, 1000e6);
        donatedUsdt[to] += amount;
        _usdt.faucet(to, amount);
    }

    function transferNft(uint256 seed) external step(seed) {
        Line memory line = _lines[seed % 2];
        SeriesNft token = seed & 4 == 0 ? SeriesNft(line.note) : SeriesNft(line.warrant);
        (uint256 id, address owner) = _anyToken(token, seed);
        if (id == 0) return;
        vm.prank(owner);
        token.transferFrom(owner, _person(seed >> 16), id);
    }

    function togglePause(uint256 seed) external step(seed) {
        BackstopSeries series = _lines[seed % 2].series;
        vm.startPrank(_admin);
        if (series.paused()) series.unpause();
        else series.pause();
        vm.stopPrank();
    }

    function lines(uint256 i) external view returns (Line memory) {
        return _lines[i];
    }

    /// @dev Everything a series is and holds.
    function _fingerprint(Line memory line) private view returns (bytes32) {
        return keccak256(
            abi.encode(
                line.series.state(),
                line.series.settlement(),
                _holdings(address(line.series)),
                _holdings(address(line.pool)),
                _holdings(address(line.ledger)),
                line.note.totalSupply(),
                line.warrant.totalSupply()
            )
        );
    }

    /// @dev Stakers by the order of rules.md B10, found by plain sorting.
    function _warrantOrder(BackstopPool pool) private view returns (address[] memory order) {
        order = pool.stakers(0, people.length);
        for (uint256 i = 1; i < order.length; ++i) {
            for (uint256 j = i; j > 0 && _isBefore(pool, order[j], order[j - 1]); --j) {
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
            }
        }
    }

    function _isBefore(BackstopPool pool, address a, address b) private view returns (bool) {
        uint256 total = pool.series().warrantTotal();
        uint256 fractionA = mulmod(total, pool.sharesOf(a), pool.totalShares());
        uint256 fractionB = mulmod(total, pool.sharesOf(b), pool.totalShares());
        return fractionA == fractionB ? a < b : fractionA > fractionB;
    }

    function _mark(Line memory line, Line memory other) private view returns (Mark memory) {
        return Mark(line.series.state().isFinalized, line.series.requiredUsdt(), _fingerprint(other));
    }

    function _compare(Mark memory mark, Line memory line, Line memory other) private view {
        if (mark.isFinalized) vm.assertLe(line.series.requiredUsdt(), mark.requiredUsdt, "B6: R rose");
        vm.assertEq(_fingerprint(other), mark.other, "B14: the other series changed");
    }

    function _holdings(address account) private view returns (uint256[4] memory) {
        IERC20 mstr = IERC20(address(_lines[0].series.mstr()));
        return [_usdt.balanceOf(account), _btc.balanceOf(account), mstr.balanceOf(account), account.balance];
    }

    function _treasuryBudget(BackstopSeries series) private view returns (uint256) {
        uint256 budget = _treasury.earlyRedemptionBudget(address(series));
        uint256 balance = _usdt.balanceOf(address(_treasury));
        return budget < balance ? budget : balance;
    }

    function _anyToken(SeriesNft token, uint256 seed) private view returns (uint256 id, address owner) {
        uint256 count = token.totalSupply();
        if (count == 0) return (0, address(0));
        id = token.tokenByIndex((seed >> 24) % count);
        return (id, token.ownerOf(id));
    }

    function _person(uint256 seed) private view returns (address) {
        return people[(seed >> 1) % people.length];
    }

    /// @dev A person who can send USDT, or none.
    function _sender(uint256 seed) private view returns (address person) {
        person = _person(seed);
        if (_usdt.isBlackListed(person)) return address(0);
    }

    function _fund(address person, address spender, uint256 amount) private {
        _usdt.faucet(person, amount);
        vm.startPrank(person);
        _usdt.approve(spender, 0);
        _usdt.approve(spender, amount);
        vm.stopPrank();
    }
}
