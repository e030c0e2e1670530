// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {DevPriceFeed} from "../../src/devnet/DevPriceFeed.sol";
import {TetherUSD} from "../../src/devnet/TetherUSD.sol";
import {STBT} from "../../src/stbt/STBT.sol";
import {StbtMinter} from "../../src/stbt/StbtMinter.sol";
import {StbtMinterSettings} from "../../src/stbt/StbtMinterSettings.sol";
import {StbtTimelockController} from "../../src/stbt/StbtTimelockController.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {WSTBT} from "../../src/stbt/WSTBT.sol";
import {Test} from "../Test.sol";

/// @title STBT with its queue, Minter and wrapper
/// @dev The test contract owns everything, and is moderator, controller and, beside the queue, issuer where a test says
/// so. Alice, Bob and Carol may send and receive. All deposits are USDT.
abstract contract StbtFixture is Test {
    uint256 internal constant WAD = 1e18;
    /// @dev Monday, 4 January 2027, 17:00 in New York.
    uint256 internal constant START = 1_799_100_000;
    /// @dev Number of the first deposit and of the first redemption.
    uint64 internal constant FIRST = uint64(START * 1000);
    uint256 internal constant ISSUE_DELAY = 4 hours;
    uint256 internal constant BURN_DELAY = 2 hours;

    STBT internal stbt;
    StbtTimelockController internal queue;
    StbtMinter internal minter;
    WSTBT internal wrapper;
    TetherUSD internal usdt;
    DevPriceFeed internal feed;

    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal stranger = makeAddr("stranger");
    address internal pool = makeAddr("pool");
    address internal treasury = makeAddr("treasury");

    function setUp() public virtual {
        vm.warp(START);
        usdt = new TetherUSD();
        feed = new DevPriceFeed(8, "STBT reserve");
        deploy(address(0));
    }

    /// @dev New contracts, with a proof of reserve where one is named.
    function deploy(address reserveFeed) internal {
        stbt = new STBT(address(this), reserveFeed, 1 days);
        bytes4[] memory selectors = new bytes4[](3);
        uint256[] memory delays = new uint256[](3);
        (selectors[0], delays[0]) = (stbt.issue.selector, ISSUE_DELAY);
        (selectors[1], delays[1]) = (stbt.redeemFrom.selector, BURN_DELAY);
        (selectors[2], delays[2]) = (stbt.distributeInterests.selector, 1);
        address[] memory nobody = new address[](0);
        address[] memory everybody = new address[](1);
        queue = new StbtTimelockController(nobody, everybody, address(this), selectors, delays);
        minter = new StbtMinter(address(queue), address(stbt), pool);
        queue.grantRole(queue.PROPOSER_ROLE(), address(minter));
        queue.grantRole(queue.CANCELLER_ROLE(), address(this));
        wrapper = new WSTBT("Wrapped STBT", "wSTBT", address(stbt));

        stbt.setIssuer(address(this));
        stbt.setController(address(this));
        stbt.setModerator(address(this));
        stbt.setMaxDistributeRatio(0.01e18);
        stbt.setMinDistributeInterval(20 hours);
        minter.setCoinInfo(address(usdt), uint256(uint160(treasury)) << 96);
        minter.setDepositConfig(address(usdt), StbtMinterSettings.DepositConfig(false, 1e12, 1e6));
        minter.setRedeemConfig(address(usdt), StbtMinterSettings.RedeemConfig(true, 1e12, 1e18));
        permit(alice);
        permit(bob);
        permit(carol);
        permit(pool);
        permit(address(wrapper));
        vm.prank(pool);
        stbt.approve(address(queue), type(uint256).max);
    }

    function permit(address account) internal {
        stbt.setPermission(account, Permission(true, true, 0));
    }

    /// @dev One report a day, for the day that ended now.
    function report(int256 interest) internal {
        vm.warp(block.timestamp + 1 days);
        uint256 from = stbt.lastReportEnd();
        stbt.distributeInterests(interest, from == 0 ? block.timestamp - 1 days : from, block.timestamp);
    }

    /// @dev Id and salt of a request's operation, the `index`th of its kind.
    function scheduled(bytes memory data, bytes32 salt, uint64 index) internal view returns (bytes32 id, bytes32 own) {
        own = keccak256(abi.encodePacked(salt, FIRST + index));
        id = queue.hashOperation(address(stbt), 0, data, 0, own);
    }
}
