// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {StbtTimelockController} from "../../src/stbt/StbtTimelockController.sol";
import {StbtFixture} from "./StbtFixture.sol";

/// @dev Who has no right is told so, before anything else is: a stranger learns nothing of the queue by its errors.
contract QueueTest is StbtFixture {
    function test_T6_only_proposers_schedule() public {
        expectMissing(queue.PROPOSER_ROLE());
        queue.schedule(address(stbt), 0, "", 0, 0, 0);
    }

    function test_T7_only_cancellers_cancel() public {
        expectMissing(queue.CANCELLER_ROLE());
        queue.cancel("none");
    }

    function test_T7_only_executors_execute_where_not_everybody_may() public {
        address[] memory nobody = new address[](0);
        queue = new StbtTimelockController(nobody, nobody, address(this), new bytes4[](0), new uint256[](0));
        expectMissing(queue.EXECUTOR_ROLE());
        queue.execute(address(stbt), 0, "", 0, 0);
    }

    function expectMissing(bytes32 role) private {
        string memory who = Strings.toHexString(stranger);
        string memory which = Strings.toHexString(uint256(role), 32);
        vm.prank(stranger);
        vm.expectRevert(bytes(string.concat("AccessControl: account ", who, " is missing role ", which)));
    }
}
