// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC721Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {MusdtNftDesign} from "../../src/musdt/MusdtNftDesign.sol";
import {LockedDeposit} from "../../src/musdt/MusdtTypes.sol";
import {MusdtFixture} from "./MusdtFixture.sol";

/// @title mNFT and its drawing. rules.md M4, M5
contract LockedNftTest is MusdtFixture {
    function test_OnlyTheVaultMintsAndBurns() public {
        lock(alice, 1000 * USDT, 14 days);
        vm.startPrank(alice);
        expectRevert(abi.encodeWithSelector(MusdtLockedNft.Musdt_NotVault.selector, alice));
        nft.mint(alice, 2);
        expectRevert(abi.encodeWithSelector(MusdtLockedNft.Musdt_NotVault.selector, alice));
        nft.burn(1);
        expectRevert(abi.encodeWithSelector(MusdtLockedNft.Musdt_AlreadyBound.selector, address(vault)));
        nft.bind();
        vm.stopPrank();
        vm.assertEq(nft.gToken(), address(vault));
    }

    function test_IsListedByOwner() public {
        lock(alice, 1000 * USDT, 14 days);
        lock(bob, 1000 * USDT, 14 days);
        lock(alice, 1000 * USDT, 30 days);
        vm.assertEq(nft.balanceOf(alice), 2);
        vm.assertEq(nft.tokenOfOwnerByIndex(alice, 1), 3);
    }

    function test_DrawsItselfFromTheChain() public {
        uint256 id = lock(alice, 1000 * USDT, 100 days);
        vm.warp(START + 25 days);
        string memory uri = nft.tokenURI(id);
        string memory json = string(decoded(uri, "data:application/json;base64,"));
        requireIn(json, '"name":"mUSDT lock #1"');
        requireIn(json, '{"trait_type":"Shares (mUSDT)","value":"1013.69"}');
        requireIn(json, '{"display_type":"date","trait_type":"Unlocks","value":1808640000}');
        string memory image = string(decoded(between(json, '"image":"', '"'), "data:image/svg+xml;base64,"));
        requireIn(image, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"');
        requireIn(image, "25% of the lock");
        // A quarter of the ring.
        requireIn(image, 'stroke-dasharray="138.23 553"');
        requireIn(image, "1013.69 USDT");
        requireIn(image, "2027-04-25");
        vm.warp(START + 100 days);
        requireIn(
            string(
                decoded(
                    between(string(decoded(nft.tokenURI(id), "data:application/json;base64,")), '"image":"', '"'),
                    "data:image/svg+xml;base64,"
                )
            ),
            "can be unlocked"
        );
        expectRevert(abi.encodeWithSelector(IERC721Errors.ERC721NonexistentToken.selector, 9));
        nft.tokenURI(9);
    }

    function test_Dates() public {
        MusdtNftDesign design = new MusdtNftDesign();
        vm.assertEq(design.date(0), "1970-01-01");
        vm.assertEq(design.date(951_782_400), "2000-02-29");
        vm.assertEq(design.date(1_800_000_000), "2027-01-15");
        vm.assertEq(design.date(4_107_542_400), "2100-03-01");
        vm.assertEq(design.date(4_107_542_399), "2100-02-28");
        vm.assertEq(design.date(1_798_761_599), "2026-12-31");
    }

    function test_Amounts() public {
        MusdtNftDesign design = new MusdtNftDesign();
        vm.assertEq(design.amount(1_234_567, 6), "1.23");
        vm.assertEq(design.amount(1_009_999, 6), "1.00");
        vm.assertEq(design.amount(0, 6), "0.00");
    }

    function test_ProgressIs100OnlyWhenItCanBeUnlocked() public {
        MusdtNftDesign design = new MusdtNftDesign();
        LockedDeposit memory locked = LockedDeposit(alice, 1, 1, 1, START, 14 days);
        vm.assertEq(design.progress(locked), 0);
        vm.warp(START + 14 days - 1);
        vm.assertEq(design.progress(locked), 99);
        vm.warp(START + 14 days);
        vm.assertEq(design.progress(locked), 100);
    }

    /// @dev What a data URI carries.
    function decoded(string memory uri, string memory prefix) private pure returns (bytes memory) {
        return Base64.decode(between(string.concat(uri, "\n"), prefix, "\n"));
    }

    /// @dev The text between the first `start` and the next `end`. Reverts when there is none.
    function between(string memory text, string memory start, string memory end) private pure returns (string memory) {
        uint256 from = find(text, start, 0) + bytes(start).length;
        uint256 to = find(text, end, from);
        bytes memory part = new bytes(to - from);
        for (uint256 i = 0; i < part.length; ++i) {
            part[i] = bytes(text)[from + i];
        }
        return string(part);
    }

    function requireIn(string memory text, string memory part) private pure {
        find(text, part, 0);
    }

    /// @dev Place of `part`. Reverts with it when it is not there.
    function find(string memory text, string memory part, uint256 from) private pure returns (uint256) {
        bytes memory a = bytes(text);
        bytes memory b = bytes(part);
        for (uint256 i = from; i + b.length <= a.length; ++i) {
            uint256 j = 0;
            while (j < b.length && a[i + j] == b[j]) ++j;
            if (j == b.length) return i;
        }
        revert(string.concat("not there: ", part));
    }
}
