// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {BackstopSeries} from "../../src/backstop/BackstopSeries.sol";
import {Payer, Phase, Position, SeriesAddresses, SeriesState} from "../../src/backstop/BackstopTypes.sol";
import {MstrToken} from "../../src/backstop/MstrToken.sol";
import {NoteNFT} from "../../src/backstop/NoteNFT.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {SeriesNft} from "../../src/backstop/SeriesNft.sol";
import {WarrantNFT} from "../../src/backstop/WarrantNFT.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Test} from "../Test.sol";

/// @dev One of the series under test.
struct Line {
    BackstopSeries series;
    BackstopPool pool;
    SeriesLedger ledger;
    NoteNFT note;
    WarrantNFT warrant;
}

/// @dev What recovers a token; pool, series and ledger have it.
interface Recovers {
    function recoverStray(IERC20 token) external;
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
    uint256 private _steps;

    /// @dev What the contracts should know, counted independently.
    mapping(BackstopPool pool => mapping(address staker => uint256)) public sharesExpected;
    mapping(IERC20 token => mapping(address account => uint256)) public donated;
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

    /// @dev One step: time passes, somebody does something with one series, both series are compared before and after.
    /// Two steps of three are what the series' phase is for, so that most sequences live a whole life.
    function act(uint256 seed, uint256 amount) external {
        seed = uint256(keccak256(abi.encode(seed, ++_steps)));
        vm.warp(block.timestamp + (seed >> 128) % 3 hours);
        Line memory line = _lines[seed % 2];
        Line memory other = _lines[1 - seed % 2];
        Mark memory mark = _mark(line, other);
        if (seed % 3 == 0) _disturb(line, seed >> 8, amount);
        else _participate(line, seed >> 8, amount);
        _compare(mark, line, other);
    }

    function _participate(Line memory line, uint256 seed, uint256 amount) private {
        Phase phase = line.series.phase();
        if (phase == Phase.Staking) return seed & 3 == 0 ? _unstake(line, seed, amount) : _stake(line, seed, amount);
        if (phase == Phase.Sale) return _sell(line, seed, amount);
        if (phase == Phase.Matured) return line.series.settle();
        uint256 kind = (seed >> 16) % 6;
        if (phase == Phase.Tenor && kind == 0) return _exercise(line, seed, amount);
        if (phase == Phase.Tenor && kind == 1) return _convert(line, seed, amount);
        if (phase == Phase.Tenor && kind == 2) return _redeemEarly(line, seed, amount);
        if (phase == Phase.Settled && kind < 3) return _redeem(line, seed);
        if (kind == 3) return _allocate(line.pool);
        if (kind == 4) return _withdraw(line.pool, seed, amount);
        _claim(line.pool, seed);
    }

    function _disturb(Line memory line, uint256 seed, uint256 amount) private {
        uint256 kind = (seed >> 16) % 8;
        if (kind == 0) _fundSources(line.series, amount);
        else if (kind == 1) _useTreasury(line.series, seed, amount);
        else if (kind == 2) _changeTether(seed);
        else if (kind == 3) _changePrice(seed, amount);
        else if (kind == 4) _donate(line, seed, bound(amount, 1, 1000e6));
        else if (kind == 5) _transferNft(seed & 1 == 0 ? SeriesNft(line.note) : SeriesNft(line.warrant), seed);
        else if (kind == 6) _recoverStray(line, seed);
        else _togglePause(line.series, seed);
    }

    /// @dev What is nobody's leaves, by anybody and to the unit; what is counted stays.
    function _recoverStray(Line memory line, uint256 seed) private {
        (address place, IERC20 token) = _placeAndToken(line, seed);
        uint256 kept = token.balanceOf(place) - donated[token][place];
        if (donated[token][place] != 0) Recovers(place).recoverStray(token);
        vm.assertEq(token.balanceOf(place), kept, "B15: gifts left, and nothing else");
        donated[token][place] = 0;
        try Recovers(place).recoverStray(token) {
            vm.assertTrue(false);
        } catch {}
    }

    function _donate(Line memory line, uint256 seed, uint256 amount) private {
        (address to, IERC20 token) = _placeAndToken(line, seed);
        donated[token][to] += amount;
        if (address(token) == address(_usdt)) return _usdt.faucet(to, amount);
        if (address(token) == address(_btc)) return _btc.faucet(to, amount);
        vm.prank(address(line.series));
        MstrToken(address(token)).mint(to, amount);
    }

    function _placeAndToken(Line memory line, uint256 seed) private view returns (address place, IERC20 token) {
        IERC20 mstr = IERC20(address(_lines[0].series.mstr()));
        place = [address(line.pool), address(line.series), address(line.ledger)][seed % 3];
        token = [IERC20(address(_usdt)), IERC20(address(_btc)), mstr][(seed >> 4) % 3];
    }

    function _stake(Line memory line, uint256 seed, uint256 amount) private {
        address person = _person(seed);
        if (line.series.paused() || _usdt.isBlackListed(person)) return;
        amount = bound(amount, 1, _largestStake);
        _fund(person, address(line.pool), amount);
        vm.prank(person);
        sharesExpected[line.pool][person] += line.pool.stake(amount, 0);
    }

    function _unstake(Line memory line, uint256 seed, uint256 amount) private {
        address person = _person(seed);
        uint256 held = line.pool.sharesOf(person);
        if (held == 0) return;
        uint256 shares = bound(amount, 1, held);
        sharesExpected[line.pool][person] -= shares;
        vm.prank(person);
        line.pool.unstake(shares, _person(seed >> 8));
    }

    /// @dev Subscribes while the sale is open, finalizes after it.
    function _sell(Line memory line, uint256 seed, uint256 amount) private {
        if (block.timestamp >= line.series.terms().saleClose) return line.series.finalizeSale();
        address person = _person(seed);
        uint256 remaining = line.series.state().saleLimitUsdt - line.series.state().soldUsdt;
        if (remaining == 0 || line.series.paused() || _usdt.isBlackListed(person)) return;
        amount = bound(amount, 1, remaining);
        _fund(person, address(line.series), amount);
        vm.prank(person);
        line.series.subscribe(amount, 0);
    }

    function _allocate(BackstopPool pool) private {
        if (pool.series().warrantTotal() == 0 || pool.isAllocationComplete()) return;
        pool.allocateWarrants(_warrantOrder(pool));
    }

    function _exercise(Line memory line, uint256 seed, uint256 amount) private {
        (uint256 id, address owner) = _anyToken(line.warrant, seed);
        if (id == 0 || line.series.paused() || _usdt.isBlackListed(owner)) return;
        amount = bound(amount, 1, line.warrant.parOf(id));
        _fund(owner, address(line.series), amount);
        vm.prank(owner);
        line.series.exercise(id, amount);
    }

    function _convert(Line memory line, uint256 seed, uint256 amount) private {
        (uint256 id, address owner) = _anyToken(line.note, seed);
        if (id == 0) return;
        amount = bound(amount, 1, line.note.principalOf(id));
        vm.prank(owner);
        line.series.convert(id, amount);
    }

    function _redeemEarly(Line memory line, uint256 seed, uint256 amount) private {
        (uint256 id, address owner) = _anyToken(line.note, seed);
        Payer payer = seed & 1 == 0 ? Payer.Ledger : Payer.Treasury;
        uint256 most = payer == Payer.Ledger ? line.ledger.balanceUsdt() : _treasuryBudget(line.series);
        if (id == 0 || most == 0) return;
        amount = bound(amount, 1, Math.min(most, line.note.principalOf(id)));
        vm.prank(owner);
        line.series.redeemEarly(id, amount, payer, _person(seed >> 8));
    }

    function _redeem(Line memory line, uint256 seed) private {
        (uint256 id, address owner) = _anyToken(line.note, seed);
        if (id == 0) return;
        uint256 inLedger = line.ledger.balanceUsdt();
        vm.prank(owner);
        uint256 principal = line.series.redeem(id, _person(seed >> 8));
        paidToNotes[line.pool] += principal - (inLedger - line.ledger.balanceUsdt());
    }

    function _withdraw(BackstopPool pool, uint256 seed, uint256 amount) private {
        address person = _person(seed);
        uint256 due = pool.position(person).claimableUsdt;
        if (due == 0) return;
        vm.prank(person);
        pool.withdraw(bound(amount, 1, due), _person(seed >> 8));
    }

    function _claim(BackstopPool pool, uint256 seed) private {
        address person = _person(seed);
        Position memory p = pool.position(person);
        uint256 warrants = p.hasClaimedWarrants ? 0 : p.warrants;
        uint256 compensation = p.mstrClaimable + p.btcClaimable;
        uint256 kind = (seed >> 24) % 4;
        vm.startPrank(person);
        if (kind == 0 && p.upfrontClaimable != 0) pool.claimUpfront(person);
        if (kind == 1 && warrants != 0) pool.claimWarrants(person);
        if (kind == 2 && compensation != 0) pool.claimCompensation(person);
        if (kind == 3 && p.claimableUsdt + p.upfrontClaimable + warrants + compensation != 0) pool.claim(person);
        vm.stopPrank();
    }

    /// @dev Gives BTC to the treasury and the series, then pays what was owed.
    function _fundSources(BackstopSeries series, uint256 amount) private {
        amount = bound(amount, 1, 2e8);
        _btc.faucet(address(_treasury), amount);
        SeriesState memory state = series.state();
        if (state.isFinalized) _record(series, series.terms().saleClose);
        if (state.isFinalized && !state.isUpfrontFixed) series.fundUpfront();
        else if (state.upfrontTotal != state.upfrontFunded) series.fundUpfront();
        if (state.isFinalized && !state.isMstrReserved && amount % 2 == 0) series.reserveMstr();
        if (state.phase == Phase.Settled) {
            _compensate(series);
        } else if (state.isFinalized) {
            _btc.faucet(address(this), amount);
            _btc.approve(address(series), amount);
            series.fundSeriesBtc(amount);
        }
    }

    /// @dev Everything that may follow a settlement.
    function _compensate(BackstopSeries series) private {
        _record(series, series.terms().maturity);
        if (series.settlement().fixedAt == 0) series.fixCompensation();
        uint256 owed = series.settlement().btcOwed - series.settlement().btcFunded;
        uint256 held = series.state().seriesBtc + _btc.balanceOf(address(_treasury));
        if (owed != 0 && held != 0) series.fundMakeWhole();
        else if (owed == 0 && series.state().seriesBtc != 0) series.returnSeriesBtc();
        if (series.state().ledgerUsdt > series.state().outstandingUsdt) series.sweepLedger();
    }

    function _useTreasury(BackstopSeries series, uint256 seed, uint256 amount) private {
        IERC20 token = seed & 2 == 0 ? IERC20(address(_usdt)) : IERC20(address(_btc));
        vm.startPrank(_admin);
        if (seed & 1 == 0) _treasury.setEarlyRedemptionBudget(address(series), bound(amount, 0, _largestStake));
        else _treasury.withdraw(token, bound(amount, 0, token.balanceOf(address(_treasury))), _admin);
        vm.stopPrank();
    }

    function _changeTether(uint256 seed) private {
        address person = _person(seed);
        vm.startPrank(_admin);
        if (seed & 1 == 0) _usdt.setParams((seed >> 32) % 20, (seed >> 40) % 50);
        else if (_usdt.isBlackListed(person)) _usdt.removeBlackList(person);
        else if (seed & 6 == 0) _usdt.addBlackList(person);
        vm.stopPrank();
    }

    function _changePrice(uint256 seed, uint256 price) private {
        _feed(_oracles[seed % 2]).setAnswer(int256(bound(price, 1e8, 500_000e8)));
    }

    /// @dev Hands in the rounds of the window that ends at `end`, for both prices.
    function _record(BackstopSeries series, uint256 end) private {
        uint256 window = series.terms().twapWindow;
        for (uint256 i = 0; i < 2; ++i) {
            DevPriceFeed feed = _feed(_oracles[i]);
            if (feed.updatedAt() < end) feed.setAnswer(feed.answer());
            _oracles[i].record(end, window, _oracles[i].pathOf(end, window));
        }
    }

    function _feed(TwapOracle oracle) private view returns (DevPriceFeed) {
        return DevPriceFeed(address(oracle.adapter().feed()));
    }

    function _transferNft(SeriesNft token, uint256 seed) private {
        (uint256 id, address owner) = _anyToken(token, seed);
        if (id == 0) return;
        vm.prank(owner);
        token.transferFrom(owner, _person(seed >> 8), id);
    }

    /// @dev Mostly open, or little would happen.
    function _togglePause(BackstopSeries series, uint256 seed) private {
        vm.startPrank(_admin);
        if (series.paused()) series.unpause();
        else if (seed & 3 == 0) series.pause();
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
        return Math.min(_treasury.earlyRedemptionBudget(address(series)), _usdt.balanceOf(address(_treasury)));
    }

    function _anyToken(SeriesNft token, uint256 seed) private view returns (uint256 id, address owner) {
        uint256 count = token.totalSupply();
        if (count == 0) return (0, address(0));
        id = token.tokenByIndex((seed >> 48) % count);
        return (id, token.ownerOf(id));
    }

    function _person(uint256 seed) private view returns (address) {
        return people[(seed >> 64) % people.length];
    }

    function _fund(address person, address spender, uint256 amount) private {
        _usdt.faucet(person, amount);
        vm.startPrank(person);
        _usdt.approve(spender, 0);
        _usdt.approve(spender, amount);
        vm.stopPrank();
    }
}
