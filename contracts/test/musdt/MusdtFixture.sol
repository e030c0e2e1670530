// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPnlSource, PnlVault} from "../../src/devnet/DevPnlSource.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {MusdtNftDesign} from "../../src/musdt/MusdtNftDesign.sol";
import {LockDesign, PNL_ROLE, MusdtConfig} from "../../src/musdt/MusdtTypes.sol";
import {PAUSER_ROLE} from "../../src/shared/Roles.sol";
import {Test} from "../Test.sol";

/// @title A vault with epochs, its mNFT and its traders
/// @dev The test contract is admin, pauser and the owner of USDT. Alice, Bob and Carol have 10 million USDT each, and
/// have approved the vault.
abstract contract MusdtFixture is Test {
    uint256 internal constant USDT = 1e6;
    uint256 internal constant START = 1_800_000_000;
    uint256 internal constant BOOTSTRAP = 1_000_000 * USDT;
    uint256 internal constant NEVER = type(uint256).max;

    TetherUSD internal usdt;
    MUSDTVault internal vault;
    MusdtLockedNft internal nft;
    DevPnlSource internal traders;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");

    function setUp() public virtual {
        vm.warp(START);
        usdt = new TetherUSD();
        deploy(3 days);
    }

    /// @dev A new vault, which becomes the one under test.
    function deploy(uint256 epochLength) internal {
        nft = new MusdtLockedNft(LockDesign(new MusdtNftDesign()));
        vault = new MUSDTVault(MusdtConfig(address(usdt), address(nft), address(this), epochLength, BOOTSTRAP));
        traders = new DevPnlSource(PnlVault(address(vault)));
        vault.grantRole(PNL_ROLE, address(traders));
        vault.grantRole(PAUSER_ROLE, address(this));
        fund(alice);
        fund(bob);
        fund(carol);
    }

    function fund(address person) internal {
        usdt.faucet(person, 10_000_000 * USDT);
        vm.prank(person);
        usdt.approve(address(vault), type(uint256).max);
    }

    function deposit(address person, uint256 assets) internal returns (uint256 shares) {
        vm.prank(person);
        return vault.deposit(assets, person);
    }

    function lock(address person, uint256 assets, uint256 lockSeconds) internal returns (uint256 depositId) {
        vm.prank(person);
        return vault.depositWithDiscountAndLock(assets, lockSeconds, person);
    }

    function request(address person, uint256 shares) internal {
        vm.prank(person);
        vault.makeWithdrawRequest(shares, person);
    }

    function redeem(address person, uint256 shares) internal returns (uint256 assets) {
        vm.prank(person);
        return vault.redeem(shares, person, person);
    }

    function reward(uint256 assets) internal {
        usdt.faucet(address(this), assets);
        usdt.approve(address(vault), assets);
        vault.distributeReward(assets);
    }

    /// @dev `wanted` or as little above as whole units allow, in percent.
    function setCollateralization(uint256 wanted) internal {
        traders.setCollateralizationP(wanted * 1e18);
    }

    /// @dev To the first second of the epoch `ahead` epochs from now.
    function skipEpochs(uint256 ahead) internal {
        vm.warp(vault.currentEpochStart() + ahead * vault.epochLength());
    }

    function expectRevert(bytes memory reason) internal {
        vm.expectRevert(reason);
    }
}
