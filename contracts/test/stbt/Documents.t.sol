// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtDocuments} from "../../src/stbt/StbtDocuments.sol";
import {StbtFixture} from "./StbtFixture.sol";

contract DocumentsTest is StbtFixture {
    function test_T16_documents_are_added_replaced_and_removed() public {
        for (uint256 i = 1; i <= 3; i++) {
            stbt.setDocument(bytes32(i), "https://a.example", keccak256(abi.encode(i)));
        }
        vm.warp(START + 5);
        vm.expectEmit(address(stbt));
        emit StbtDocuments.DocumentUpdated(bytes32(uint256(1)), "https://b.example", "new");
        stbt.setDocument(bytes32(uint256(1)), "https://b.example", "new");
        (string memory uri, bytes32 hash, uint256 changed) = stbt.getDocument(bytes32(uint256(1)));
        vm.assertEq(uri, "https://b.example");
        vm.assertEq(hash, "new", "hash");
        vm.assertEq(changed, START + 5);
        vm.assertEq(stbt.getAllDocuments().length, 3);

        // The removal says what was removed; the others keep their places.
        vm.expectEmit(address(stbt));
        emit StbtDocuments.DocumentRemoved(bytes32(uint256(1)), "https://b.example", "new");
        stbt.removeDocument(bytes32(uint256(1)));
        (,, changed) = stbt.getDocument(bytes32(uint256(1)));
        vm.assertEq(changed, 0);
        vm.expectRevert("STBT: DOC_NOT_EXIST");
        stbt.removeDocument(bytes32(uint256(1)));
        bytes32[] memory names = stbt.getAllDocuments();
        vm.assertEq(names.length, 2);
        for (uint256 i = 0; i < 2; i++) {
            vm.assertEq(stbt.docIndexes(names[i]), i + 1);
        }
        stbt.removeDocument(names[1]);
        stbt.removeDocument(names[0]);
        vm.assertEq(stbt.getAllDocuments().length, 0);
    }

    function test_T16_what_is_no_document_is_refused() public {
        vm.expectRevert("STBT: INVALID_DOC_NAME");
        stbt.setDocument(0, "https://a.example", "x");
        vm.expectRevert("STBT: INVALID_URL");
        stbt.setDocument("a", "", "x");
        vm.expectRevert("STBT: DOC_NOT_EXIST");
        stbt.removeDocument("a");
        vm.startPrank(stranger);
        vm.expectRevert("Ownable: caller is not the owner");
        stbt.setDocument("a", "https://a.example", "x");
        vm.expectRevert("Ownable: caller is not the owner");
        stbt.removeDocument("a");
    }
}
