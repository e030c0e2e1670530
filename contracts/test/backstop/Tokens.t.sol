// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Backstop_ExceedsTokenAmount, Backstop_NotSeries} from "../../src/backstop/BackstopErrors.sol";
import {SeriesAddresses} from "../../src/backstop/BackstopTypes.sol";
import {SeriesLedger} from "../../src/backstop/SeriesLedger.sol";
import {MstrToken} from "../../src/backstop/MstrToken.sol";
import {MINTER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {IERC20Errors, IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {Fixture} from "./Fixture.sol";

/// @title MSTR with its reserve, the NFTs of a series, the ledger. rules.md B6, B12
contract TokensTest is Fixture {
    function setUp() public override {
        super.setUp();
        open();
    }

    /// @dev Gives the test contract the right to mint, the way a series gets it.
    function becomeMinter() private {
        vm.prank(address(registry));
        mstr.grantRole(MINTER_ROLE, address(this));
    }

    function test_B12_ReserveNeitherCirculatesNorVotes() public {
        becomeMinter();
        mstr.mint(alice, 3);
        mstr.mintReserved(alice, 10);
        vm.assertEq(mstr.balanceOf(alice), 13);
        vm.assertEq(mstr.votesOf(alice), 3);
        vm.assertEq(mstr.reservedOf(alice), 10);
        vm.assertEq(mstr.reservedSupply(), 10);
        vm.assertEq(mstr.circulatingSupply(), 3);
    }

    function test_B12_ReserveCannotBeTransferredOrBurnt() public {
        becomeMinter();
        mstr.mint(alice, 3);
        mstr.mintReserved(alice, 10);
        vm.startPrank(alice);
        bytes memory error_ = abi.encodeWithSelector(MstrToken.Backstop_ExceedsUnreserved.selector, alice, 4, 3);
        vm.expectRevert(error_);
        mstr.transfer(bob, 4);
        vm.expectRevert(error_);
        mstr.burn(4);
        mstr.transfer(bob, 1);
        mstr.burn(2);
        vm.assertEq(mstr.balanceOf(alice), 10);
    }

    function test_TooSmallBalanceKeepsErc20Error() public {
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, address(this), 0, 1));
        mstr.transfer(bob, 1);
    }

    function test_B12_ReserveIsReleasedOrBurntByItsHolder() public {
        becomeMinter();
        mstr.mintReserved(alice, 10);
        vm.startPrank(alice);
        mstr.releaseReserved(bob, 6);
        mstr.burnReserved(3);
        vm.assertEq(mstr.balanceOf(bob), 6);
        vm.assertEq(mstr.circulatingSupply(), 6);
        vm.assertEq(mstr.reservedSupply(), 1);
        bytes memory error_ = abi.encodeWithSelector(MstrToken.Backstop_ExceedsReserve.selector, alice, 2, 1);
        vm.expectRevert(error_);
        mstr.releaseReserved(bob, 2);
        vm.expectRevert(error_);
        mstr.burnReserved(2);
    }

    function test_RevertWhen_MintedWithoutRole() public {
        bytes memory error_ = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector, address(this), MINTER_ROLE
        );
        vm.expectRevert(error_);
        mstr.mint(alice, 1);
        vm.expectRevert(error_);
        mstr.mintReserved(alice, 1);
    }

    function test_NftNamesComeFromTheSeries() public view {
        vm.assertEq(note.name(), "Series A Note");
        vm.assertEq(note.symbol(), "Note");
        vm.assertEq(warrant.name(), "Series A Warrant");
        vm.assertEq(warrant.symbol(), "Warrant");
        vm.assertEq(note.series(), address(series));
    }

    function test_B19_TakingBurnsAndMintsTheRest() public {
        vm.startPrank(address(series));
        vm.assertEq(note.mint(alice, 5), 1);
        vm.assertEq(note.mint(alice, 7), 2);
        vm.assertEq(note.take(1, 3), 3);
        bytes memory missing = abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 1);
        vm.expectRevert(missing);
        note.principalOf(1);
        vm.assertEq(note.principalOf(3), 2);
        vm.assertEq(note.ownerOf(3), alice);
        vm.assertEq(note.take(3, 2), 0);
        vm.assertEq(note.balanceOf(alice), 1);
        vm.assertEq(note.tokenOfOwnerByIndex(alice, 0), 2);
        vm.expectRevert(missing);
        note.take(1, 0);
        vm.expectRevert(abi.encodeWithSelector(Backstop_ExceedsTokenAmount.selector, 2, 8, 7));
        note.take(2, 8);
    }

    /// @dev A contract that takes no NFT has its Note all the same, and must be able to use a part of it.
    function test_B19_TheRestIsMintedToWhoeverHadTheWhole() public {
        vm.prank(address(series));
        note.mint(alice, 5);
        vm.prank(alice);
        note.transferFrom(alice, address(usdt), 1);
        vm.prank(address(series));
        vm.assertEq(note.take(1, 3), 2);
        vm.assertEq(note.ownerOf(2), address(usdt));
    }

    function test_RevertWhen_NftCallerIsNotSeries() public {
        bytes memory error_ = abi.encodeWithSelector(Backstop_NotSeries.selector, address(this));
        vm.expectRevert(error_);
        warrant.mint(alice, 1);
        vm.expectRevert(error_);
        warrant.take(1, 1);
    }

    function test_RevertWhen_LedgerCallerIsNotSeries() public {
        bytes memory error_ = abi.encodeWithSelector(Backstop_NotSeries.selector, address(this));
        vm.expectRevert(error_);
        ledger.credit(1);
        vm.expectRevert(error_);
        ledger.pay(alice, 1);
    }

    function test_B6_LedgerPaysOnlyWhatWasCredited() public {
        usdt.faucet(address(ledger), 100);
        vm.startPrank(address(series));
        ledger.credit(60);
        vm.expectRevert(abi.encodeWithSelector(SeriesLedger.Backstop_LedgerShort.selector, 61, 60));
        ledger.pay(alice, 61);
        ledger.pay(alice, 60);
        vm.assertEq(ledger.balanceUsdt(), 0);
        vm.assertEq(usdt.balanceOf(alice), 60);
    }

    function test_RevertWhen_InitializedAgain() public {
        bytes4 error_ = Initializable.InvalidInitialization.selector;
        SeriesAddresses memory addresses = series.addresses();
        vm.expectRevert(error_);
        series.initialize(terms, addresses);
        vm.expectRevert(error_);
        pool.initialize(series, 0, 0, terms.upfrontAsset);
        vm.expectRevert(error_);
        ledger.initialize(address(this));
        vm.expectRevert(error_);
        note.initialize(address(this), "");
        vm.expectRevert(error_);
        warrant.initialize(address(this), "");
    }
}
