// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopPool} from "../../src/backstop/BackstopPool.sol";
import {BackstopRegistry} from "../../src/backstop/BackstopRegistry.sol";
import {BackstopSeries} from "../../src/backstop/BackstopSeries.sol";
import {MakeWholeOrder, PayoutAsset, SeriesAddresses, Terms} from "../../src/backstop/BackstopTypes.sol";
import {NoteNFT} from "../../src/backstop/NoteNFT.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {WarrantNFT} from "../../src/backstop/WarrantNFT.sol";
import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {WrappedBitcoin} from "../../src/devnet/WrappedBitcoin.sol";
import {MstrToken} from "../../src/backstop/MstrToken.sol";
import {PriceFeedAdapter} from "../../src/backstop/PriceFeedAdapter.sol";
import {OPERATOR_ROLE, REGISTRAR_ROLE, TREASURER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {PAUSER_ROLE} from "../../src/shared/Roles.sol";
import {Treasury} from "../../src/backstop/Treasury.sol";
import {TwapOracle} from "../../src/backstop/TwapOracle.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "../Test.sol";

/// @title Everything deployed, and one series in the making
/// @dev The feeds' heartbeat is a year, so that they need not answer in every test; see Prices.t.sol for gaps.
/// The test contract is admin, operator, pauser and treasurer, and the owner of USDT. BTC 100,000, MSTR 400 USDT.
abstract contract Fixture is Test {
    uint256 internal constant USDT = 1e6;
    uint256 internal constant MSTR = 1e18;
    uint256 internal constant BTC = 1e8;
    uint256 internal constant START = 1_800_000_000;

    TetherUSD internal usdt;
    WrappedBitcoin internal btc;
    MstrToken internal mstr;
    DevPriceFeed internal mstrFeed;
    DevPriceFeed internal btcFeed;
    TwapOracle internal mstrOracle;
    TwapOracle internal btcOracle;
    Treasury internal treasury;
    BackstopRegistry internal registry;

    /// @dev The series under test and its contracts; see `open`.
    Terms internal terms;
    BackstopSeries internal series;
    BackstopPool internal pool;
    SeriesLedger internal ledger;
    NoteNFT internal note;
    WarrantNFT internal warrant;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal buyer = makeAddr("buyer");
    address internal stranger = makeAddr("stranger");

    function setUp() public virtual {
        vm.warp(START);
        usdt = new TetherUSD();
        btc = new WrappedBitcoin();
        mstr = new MstrToken(address(this));
        mstrFeed = new DevPriceFeed(8, "MSTR / USD");
        btcFeed = new DevPriceFeed(8, "BTC / USD");
        mstrOracle = new TwapOracle(new PriceFeedAdapter(mstrFeed, 365 days), 1 hours);
        btcOracle = new TwapOracle(new PriceFeedAdapter(btcFeed, 365 days), 1 hours);
        treasury = new Treasury(IERC20(address(usdt)), address(this));
        registry = new BackstopRegistry(_implementations(), address(this));
        treasury.grantRole(REGISTRAR_ROLE, address(registry));
        treasury.grantRole(TREASURER_ROLE, address(this));
        mstr.grantRole(REGISTRAR_ROLE, address(registry));
        registry.grantRole(OPERATOR_ROLE, address(this));
        registry.grantRole(PAUSER_ROLE, address(this));
        setPrices(400, 100_000);
        terms = defaultTerms();
    }

    /// @dev Staking in a day for a week, sale for a week, maturity 90 days later.
    function defaultTerms() internal pure returns (Terms memory) {
        return Terms({
            name: "Series A",
            stakingOpen: uint64(START + 1 days),
            stakingClose: uint64(START + 8 days),
            saleOpen: uint64(START + 9 days),
            saleClose: uint64(START + 16 days),
            maturity: uint64(START + 106 days),
            twapWindow: 24 hours,
            coverageBps: 10_000,
            upfrontBps: 1000,
            warrantBps: 500,
            compensationBps: 10_000,
            upfrontAsset: PayoutAsset.Usdt,
            makeWholeOrder: MakeWholeOrder.SeriesFirst,
            minSaleUsdt: 100_000 * USDT,
            maxSaleUsdt: 2_000_000 * USDT,
            warrantParUsdt: 100 * USDT,
            strikeUsdt: 500 * USDT,
            conversionUsdt: 600 * USDT,
            reserveUsdt: 50_000 * USDT
        });
    }

    /// @dev Creates the series of `terms` and makes it the one under test.
    function open() internal {
        (, SeriesAddresses memory created) = registry.createSeries(terms);
        use(created);
    }

    /// @dev Makes a series the one under test.
    function use(SeriesAddresses memory created) internal {
        series = BackstopSeries(created.series);
        pool = BackstopPool(created.pool);
        ledger = SeriesLedger(created.ledger);
        note = NoteNFT(created.note);
        warrant = WarrantNFT(created.warrant);
    }

    /// @dev Prices in whole USDT from now on.
    function setPrices(uint256 mstrPrice, uint256 btcPrice) internal {
        mstrFeed.setAnswer(int256(mstrPrice * 1e8));
        btcFeed.setAnswer(int256(btcPrice * 1e8));
    }

    /// @dev Hands in the rounds of the window that ends at `end`, for both prices; the feeds answer anew if they have not
    /// since.
    function recordPrices(uint256 end) internal {
        uint256 window = series.terms().twapWindow;
        if (mstrFeed.updatedAt() < end) mstrFeed.setAnswer(mstrFeed.answer());
        if (btcFeed.updatedAt() < end) btcFeed.setAnswer(btcFeed.answer());
        mstrOracle.record(end, window, mstrOracle.pathOf(end, window));
        btcOracle.record(end, window, btcOracle.pathOf(end, window));
    }

    /// @dev Stakes inside the window, with fresh USDT.
    function stake(address staker, uint256 amount) internal returns (uint256) {
        if (block.timestamp < terms.stakingOpen) vm.warp(terms.stakingOpen);
        fundAndApprove(staker, address(pool), amount);
        vm.prank(staker);
        return pool.stake(amount, 0);
    }

    /// @dev Subscribes inside the window, with fresh USDT.
    function subscribe(address account, uint256 amount) internal returns (uint256 noteId, uint256 warrantId) {
        if (block.timestamp < terms.saleOpen) vm.warp(terms.saleOpen);
        fundAndApprove(account, address(series), amount);
        vm.prank(account);
        return series.subscribe(amount, 0);
    }

    /// @dev Exercises with fresh USDT.
    function exercise(address account, uint256 warrantId, uint256 par) internal returns (uint256) {
        fundAndApprove(account, address(series), par);
        vm.prank(account);
        return series.exercise(warrantId, par);
    }

    /// @dev Ends the sale at its close, and does what follows: upfront share and reserve.
    function finalize() internal {
        vm.warp(terms.saleClose);
        series.finalizeSale();
        recordPrices(terms.saleClose);
        if (terms.upfrontAsset != PayoutAsset.Usdt) series.fundUpfront();
        series.reserveMstr();
    }

    /// @dev Settles at maturity, and does what follows as far as there is BTC.
    function settle() internal {
        vm.warp(terms.maturity);
        series.settle();
        compensate();
    }

    /// @dev Fixes the compensation, pays the make-whole as far as there is BTC, and returns what is left of the series'.
    function compensate() internal {
        recordPrices(terms.saleClose);
        recordPrices(terms.maturity);
        series.fixCompensation();
        bool hasBtc = series.state().seriesBtc + btc.balanceOf(address(treasury)) != 0;
        if (series.settlement().btcOwed != 0 && hasBtc) series.fundMakeWhole();
        bool isPaid = series.settlement().btcOwed == series.settlement().btcFunded;
        if (isPaid && series.state().seriesBtc != 0) series.returnSeriesBtc();
    }

    /// @dev Breaks everything that is not USDT: BTC, MSTR, both oracles and feeds, and the treasury refuse every call, as
    /// if paused, revoked or gone. rules.md B18
    function breakAllButUsdt() internal {
        address[7] memory broken = [
            address(btc),
            address(mstr),
            address(mstrOracle),
            address(btcOracle),
            address(mstrFeed),
            address(btcFeed),
            address(treasury)
        ];
        for (uint256 i = 0; i < broken.length; ++i) {
            vm.etch(broken[i], hex"fe");
        }
    }

    /// @dev Gives USDT and an allowance of exactly that.
    function fundAndApprove(address account, address spender, uint256 amount) internal {
        usdt.faucet(account, amount);
        vm.startPrank(account);
        usdt.approve(spender, 0);
        usdt.approve(spender, amount);
        vm.stopPrank();
    }

    function claimable(address staker) internal view returns (uint256) {
        return pool.position(staker).claimableUsdt;
    }

    /// @dev Stakers by the order of rules.md B10, found by plain sorting.
    function warrantOrder(BackstopPool pool_) internal view returns (address[] memory order) {
        order = pool_.stakers(0, type(uint256).max);
        uint256 total = pool_.series().warrantTotal();
        for (uint256 i = 1; i < order.length; ++i) {
            for (uint256 j = i; j > 0 && _isBefore(pool_, total, order[j], order[j - 1]); --j) {
                (order[j], order[j - 1]) = (order[j - 1], order[j]);
            }
        }
    }

    function _isBefore(BackstopPool pool_, uint256 total, address a, address b) private view returns (bool) {
        uint256 fractionA = mulmod(total, pool_.sharesOf(a), pool_.totalShares());
        uint256 fractionB = mulmod(total, pool_.sharesOf(b), pool_.totalShares());
        return fractionA == fractionB ? a < b : fractionA > fractionB;
    }

    function _implementations() private returns (SeriesAddresses memory) {
        IERC20 usdt_ = IERC20(address(usdt));
        return SeriesAddresses({
            series: address(new BackstopSeries(usdt_, btc, mstr, treasury, mstrOracle, btcOracle)),
            pool: address(new BackstopPool(usdt_, btc, mstr)),
            ledger: address(new SeriesLedger(usdt_)),
            note: address(new NoteNFT()),
            warrant: address(new WarrantNFT())
        });
    }
}
