// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPnlSource} from "../../src/devnet/DevPnlSource.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {Test} from "../Test.sol";

/// @title Random sequences of everybody on one vault
/// @dev Every action that should be possible must succeed (`fail_on_revert`). What the vault should know is counted
/// independently. Time passes with every action.
contract MusdtHandler is Test {
    uint256 private constant USDT = 1e6;
    uint256 private constant MOST = 300_000 * USDT;
    uint256 private constant BOOTSTRAP = 1_000_000 * USDT;

    MUSDTVault private immutable _vault;
    MusdtLockedNft private immutable _nft;
    DevPnlSource private immutable _traders;
    TetherUSD private immutable _usdt;
    address private immutable _admin;

    address[4] public people;

    /// @dev USDT that were given to the vault outside its functions.
    uint256 public donated;

    /// @dev Supply at the last snapshot, and when that was. rules.md M7
    uint256 public snapshotSupply;
    uint256 public snapshotAt;

    /// @dev The least supply since the last snapshot. rules.md M7
    uint256 private _leastSupply;

    /// @dev Supply after the last entry. rules.md M7
    uint256 public enteredSupply;

    /// @dev Collateral before the first withdrawal of the last second that saw one, what left in it, and when it was.
    /// rules.md M8
    uint256 public collateralBefore;
    uint256 public withdrawnAtOnce;
    uint256 public withdrawnAt;

    /// @dev Requests as the rules make them. rules.md M8
    mapping(address owner => mapping(uint256 epoch => uint256)) public requested;

    constructor(MUSDTVault vault, DevPnlSource traders, address admin) {
        (_vault, _nft, _traders) = (vault, vault.lockedDepositNft(), traders);
        _admin = admin;
        _usdt = TetherUSD(vault.asset());
        people = [makeAddr("ann"), makeAddr("ben"), makeAddr("cat"), makeAddr("dan")];
        for (uint256 i = 0; i < people.length; ++i) {
            vm.prank(people[i]);
            _usdt.approve(address(vault), type(uint256).max);
        }
    }

    /// @dev Lets time pass.
    modifier step(uint256 seed) {
        vm.warp(block.timestamp + seed % 20 hours);
        _;
    }

    /// @dev The price stays to the last unit. rules.md M1
    modifier keepsPrice() {
        uint256 price = _vault.shareToAssetsPrice();
        _;
        vm.assertEq(_vault.shareToAssetsPrice(), price, "M1: the price moved");
    }

    function deposit(uint256 seed, uint256 assets) external step(seed) keepsPrice {
        uint256 most = _most(0);
        if (most == 0) return;
        assets = bound(assets, _least(), most);
        address person = _payer(seed, assets);
        _takeSupplySnapshot();
        vm.prank(person);
        vm.assertGt(_vault.deposit(assets, person), 0, "M9: no share");
        _checkCap();
    }

    function mint(uint256 seed, uint256 shares) external step(seed) keepsPrice {
        uint256 most = _most(0);
        if (most == 0) return;
        shares = bound(shares, 1, _vault.previewDeposit(most));
        address person = _payer(seed, _vault.previewMint(shares));
        _takeSupplySnapshot();
        vm.prank(person);
        _vault.mint(shares, person);
        _checkCap();
    }

    function lock(uint256 seed, uint256 assets, uint256 lockSeconds) external step(seed) keepsPrice {
        uint256 most = _most(5);
        lockSeconds = bound(lockSeconds, 14 days, 365 days);
        uint256 discountP = _vault.lockDiscountP(_vault.collateralizationP(), lockSeconds);
        if (discountP == 0) return;
        // The least that earns a unit of discount.
        uint256 least = 100e18 / discountP + _least();
        if (most < least) return;
        assets = bound(assets, least, most);
        address person = _payer(seed, assets);
        _takeSupplySnapshot();
        vm.prank(person);
        _vault.depositWithDiscountAndLock(assets, lockSeconds, person);
        _checkCap();
    }

    function lockShares(uint256 seed, uint256 shares, uint256 lockSeconds) external step(seed) keepsPrice {
        lockSeconds = bound(lockSeconds, 14 days, 365 days);
        uint256 discountP = _vault.lockDiscountP(_vault.collateralizationP(), lockSeconds);
        if (discountP == 0) return;
        uint256 least = _vault.previewDeposit(200e18 / discountP) + 2;
        uint256 most = _vault.previewDeposit(_most(0));
        if (most < least) return;
        shares = bound(shares, least, most);
        address person = _payer(seed, _vault.previewMint(shares));
        _takeSupplySnapshot();
        vm.prank(person);
        _vault.mintWithDiscountAndLock(shares, lockSeconds, person);
        _checkCap();
    }

    function unlock(uint256 seed) public step(seed) {
        uint256 count = _nft.totalSupply();
        if (count == 0) return;
        uint256 id = _nft.tokenByIndex(seed % count);
        LockedDeposit memory locked = _vault.getLockedDeposit(id);
        if (block.timestamp < locked.atTimestamp + locked.lockDuration) {
            vm.warp(locked.atTimestamp + locked.lockDuration);
        }
        uint256 price = _vault.shareToAssetsPrice();
        uint256 supply = _vault.totalSupply();
        vm.prank(_nft.ownerOf(id));
        _vault.unlockDeposit(id, _person(seed >> 8));
        uint256 delta = (locked.assetsDiscount * 1e18 + supply - 1) / supply;
        vm.assertLe(_vault.shareToAssetsPrice(), price, "M6: the price rose");
        vm.assertLe(price - _vault.shareToAssetsPrice(), delta, "M6: the price fell too far");
    }

    function giveNft(uint256 seed) external step(seed) {
        uint256 count = _nft.totalSupply();
        if (count == 0) return;
        uint256 id = _nft.tokenByIndex(seed % count);
        address owner = _nft.ownerOf(id);
        vm.prank(owner);
        _nft.transferFrom(owner, _person(seed >> 8), id);
    }

    function request(uint256 seed, uint256 shares) public step(seed) {
        address person = _person(seed);
        if (_vault.epochLength() == 0) return;
        if (block.timestamp >= _vault.currentEpochStart() + 2 days) vm.warp(_vault.currentEpochStart() + 3 days);
        uint256 free = _vault.balanceOf(person) - _vault.totalSharesBeingWithdrawn(person);
        if (free == 0) return;
        shares = bound(shares, 1, free);
        uint256 collatP = _vault.collateralizationP();
        uint256 wait = collatP < 110e18 ? 3 : collatP < 120e18 ? 2 : 1;
        requested[person][_vault.currentEpoch() + wait] += shares;
        vm.prank(person);
        _vault.makeWithdrawRequest(shares, person);
    }

    function cancel(uint256 seed, uint256 shares) external step(seed) {
        address person = _person(seed);
        uint256 epoch = _vault.currentEpoch() + (seed >> 8) % 4;
        if (requested[person][epoch] == 0) return;
        shares = bound(shares, 1, requested[person][epoch]);
        requested[person][epoch] -= shares;
        vm.prank(person);
        _vault.cancelWithdrawRequest(shares, person, epoch);
    }

    function redeem(uint256 seed, uint256 shares) public step(seed) keepsPrice {
        address person = _person(seed);
        uint256 most = _vault.maxRedeem(person);
        if (_vault.previewRedeem(most) == 0) return;
        uint256 assets = _vault.previewRedeem(shares = bound(shares, 1, most));
        if (assets == 0) return;
        _count(person, shares, assets);
        vm.prank(person);
        _vault.redeem(shares, _person(seed >> 8), person);
        _keepLeastSupply();
    }

    function withdraw(uint256 seed, uint256 assets) external step(seed) keepsPrice {
        address person = _person(seed);
        uint256 most = _vault.maxWithdraw(person);
        if (most == 0) return;
        assets = bound(assets, 1, most);
        _count(person, _vault.previewWithdraw(assets), assets);
        vm.prank(person);
        _vault.withdraw(assets, person, person);
        _keepLeastSupply();
    }

    /// @dev Everybody asks for everything, and takes what there is as soon as there is something, twice.
    function rush(uint256 seed) external step(seed) {
        if (_vault.epochLength() == 0) return;
        for (uint256 i = 0; i < people.length; ++i) {
            request(i, _vault.balanceOf(people[i]));
        }
        vm.warp(_vault.currentEpochStart() + _vault.withdrawEpochsTimelock() * 3 days);
        for (uint256 i = 0; i < 2 * people.length; ++i) {
            redeem(i % people.length, _vault.maxRedeem(_person(i)));
        }
    }

    function transfer(uint256 seed, uint256 shares) external step(seed) {
        address person = _person(seed);
        uint256 free = _vault.balanceOf(person) - _vault.totalSharesBeingWithdrawn(person);
        vm.prank(person);
        _vault.transfer(_person(seed >> 8), bound(shares, 0, free));
    }

    /// @dev Anywhere from 60% to 170%, so that every band of the rules is met.
    function trade(uint256 seed, uint256 collatP) external step(seed) {
        uint256 supply = _vault.totalSupply();
        if (supply < USDT) return;
        collatP = bound(collatP, 60e18, 170e18);
        // Locked discounts are not paid in yet: what they stand for cannot be paid out.
        uint256 behind = supply * _vault.maxAccPnlPerToken() / 1e18 * collatP / 100e18;
        if (behind < 2 * _vault.totalLockedDiscounts()) return;
        _traders.setCollateralizationP(collatP);
    }

    function reward(uint256 seed, uint256 assets) external step(seed) {
        if (_vault.totalSupply() < USDT) return;
        assets = bound(assets, 1, 1000 * USDT);
        address person = _payer(seed, assets);
        uint256 price = _vault.shareToAssetsPrice();
        vm.prank(person);
        _vault.distributeReward(assets);
        vm.assertGe(_vault.shareToAssetsPrice(), price, "M10: the price fell");
    }

    function donate(uint256 seed, uint256 assets) external step(seed) keepsPrice {
        assets = bound(assets, 1, MOST);
        donated += assets;
        _usdt.faucet(address(_vault), assets);
    }

    /// @dev What no share stands for goes: every donation that no promise needs.
    function recover(uint256 seed) external step(seed) keepsPrice {
        uint256 assets = _vault.surplusAssets();
        if (assets == 0) return;
        donated = assets < donated ? donated - assets : 0;
        vm.prank(_admin);
        _vault.recoverSurplus(_person(seed));
    }

    function poke(uint256 seed) external step(seed) {
        _takeSupplySnapshot();
        _vault.tryUpdateCurrentMaxSupply();
    }

    /// @dev Most assets for which nothing stands in the way of minting with a discount of `discount` percent.
    function _most(uint256 discount) private view returns (uint256) {
        uint256 room = _vault.maxDeposit(address(0)) * 100 / (100 + discount);
        return room < _least() ? 0 : room < MOST ? room : MOST;
    }

    /// @dev Least assets that buy a share.
    function _least() private view returns (uint256) {
        return _vault.previewMint(1);
    }

    function _person(uint256 seed) private view returns (address) {
        return people[seed % people.length];
    }

    /// @dev Somebody with as much USDT.
    function _payer(uint256 seed, uint256 assets) private returns (address person) {
        person = _person(seed);
        _usdt.faucet(person, assets);
    }

    /// @dev M7, counted apart from the vault.
    function _takeSupplySnapshot() private {
        if (block.timestamp < snapshotAt + 1 days) return;
        uint256 supply = _vault.totalSupply();
        (snapshotSupply, snapshotAt) = (_vault.epochLength() == 0 ? _leastSupply : supply, block.timestamp);
        _leastSupply = supply;
    }

    /// @dev What was minted fits under the cap of that moment. Where one can exit at once a later snapshot may be below what
    /// is there by then: the least of a day, in which supply fell and rose again. rules.md M7
    function _checkCap() private {
        enteredSupply = _vault.totalSupply();
        uint256 cap = snapshotSupply * 102 / 100;
        vm.assertLe(enteredSupply, cap > BOOTSTRAP ? cap : BOOTSTRAP, "M7: supply");
        vm.assertLe(enteredSupply, _vault.currentMaxSupply(), "M7: cap");
    }

    /// @dev M7, counted apart from the vault.
    function _keepLeastSupply() private {
        if (_vault.totalSupply() < _leastSupply) _leastSupply = _vault.totalSupply();
    }

    /// @dev M8, counted apart from the vault.
    function _count(address person, uint256 shares, uint256 assets) private {
        if (_vault.epochLength() == 0) return;
        requested[person][_vault.currentEpoch()] -= shares;
        if (block.timestamp != withdrawnAt) {
            (collateralBefore, withdrawnAtOnce, withdrawnAt) = (_vault.availableAssets(), 0, block.timestamp);
        }
        withdrawnAtOnce += assets;
    }
}
