// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtMinterStandIn} from "../../src/devnet/StbtMinterStandIn.sol";
import {StbtStandIn} from "../../src/devnet/StbtStandIn.sol";
import {WstbtStandIn} from "../../src/devnet/WstbtStandIn.sol";
import {Permission} from "../../src/stbt/StbtTypes.sol";
import {LiveMinter, LiveStbt, LiveWstbt} from "./LiveKind.sol";
import {StbtFixture} from "./StbtFixture.sol";

/// @title A STBT with the live contract's rules beside ours, and both as an app calls them
abstract contract LiveFixture is StbtFixture {
    LiveStbt internal live;
    LiveMinter internal liveMinter;
    LiveWstbt internal liveWrapper;

    /// @dev Everything as StbtFixture has it, on the same queue.
    function deployLive(address reserveFeed) internal {
        live = LiveStbt(address(new StbtStandIn(address(this), reserveFeed)));
        liveMinter = LiveMinter(address(new StbtMinterStandIn(address(queue), address(live), pool)));
        liveWrapper = LiveWstbt(address(new WstbtStandIn("Wrapped STBT", "wSTBT", address(live))));
        live.setIssuer(address(this));
        live.setController(address(this));
        live.setModerator(address(this));
        live.setMaxDistributeRatio(0.01e18);
        live.setMinDistributeInterval(20 hours);
        liveMinter.setCoinInfo(address(usdt), uint256(uint160(treasury)) << 96);
        liveMinter.setDepositConfig(address(usdt), LiveMinter.Config(false, 1e12, 1e6));
        liveMinter.setRedeemConfig(address(usdt), LiveMinter.Config(true, 1e12, 1e18));
        address[5] memory permitted = [alice, bob, carol, pool, address(liveWrapper)];
        for (uint256 i = 0; i < permitted.length; i++) {
            live.setPermission(permitted[i], Permission(true, true, 0));
        }
        vm.prank(pool);
        live.approve(address(queue), type(uint256).max);
        queue.grantRole(queue.PROPOSER_ROLE(), address(liveMinter));
    }

    /// @dev The newest request's operation, as calldata and salt.
    function execute(address target, bytes memory data, bytes32 salt, uint64 nonce, uint256 delay) internal {
        vm.warp(block.timestamp + delay);
        queue.execute(target, 0, data, 0, keccak256(abi.encodePacked(salt, nonce)));
    }
}

/// @title One app serves both: the same calls work on ours and on one with the live rules, and come to the same figures
contract StbtInterfaceTest is LiveFixture {
    function test_OurStbt() public {
        journey(LiveStbt(address(stbt)), LiveMinter(address(minter)), LiveWstbt(address(wrapper)));
    }

    function test_LiveStbt() public {
        deployLive(address(0));
        journey(live, liveMinter, liveWrapper);
    }

    /// @dev Mint, execute, rebase up, transfer, wrap, unwrap, redeem, burn, settle.
    function journey(LiveStbt token, LiveMinter requests, LiveWstbt wrapped) private {
        token.setIssuer(address(queue));
        usdt.faucet(alice, 1000e6);
        vm.startPrank(alice);
        usdt.approve(address(requests), 1000e6);
        uint64 nonce = requests.nonceForMint();
        requests.mint(address(usdt), 1000e6, 1000e18, "a", "note");
        vm.stopPrank();
        execute(address(token), abi.encodeCall(LiveStbt.issue, (alice, 1000e18, "note")), "a", nonce, ISSUE_DELAY);
        vm.assertEq(token.balanceOf(alice), 1000e18);
        vm.assertEq(usdt.balanceOf(treasury), 1000e6);

        token.setIssuer(address(this));
        vm.warp(block.timestamp + 1 days);
        token.distributeInterests(3e18, block.timestamp - 1 days, block.timestamp);
        vm.assertEq(token.balanceOf(alice), 1003e18);
        vm.assertEq(token.lastDistributeTime(), block.timestamp);

        vm.startPrank(alice);
        token.transfer(bob, 100e18);
        uint256 moved = uint256(100e18) * 1000 / 1003;
        vm.assertEq(token.sharesOf(bob), moved);
        token.approve(address(wrapped), 200e18);
        uint256 shares = wrapped.wrap(200e18);
        vm.assertEq(shares, uint256(200e18) * 1000 / 1003);
        vm.assertEq(wrapped.unwrap(shares), shares * 1003 / 1000);
        vm.assertEq(wrapped.totalSupply(), 0);
        nonce = requests.nonceForRedeem();
        // An amount of whole shares: what moves is worth it.
        token.approve(address(requests), 501.5e18);
        requests.redeem(501.5e18, address(usdt), "b", "");
        vm.stopPrank();
        vm.assertEq(requests.redeemTargetMap(nonce), alice);
        token.setIssuer(address(queue));
        bytes memory burn = abi.encodeCall(LiveStbt.redeemFrom, (pool, 501.5e18, ""));
        execute(address(token), burn, "b", nonce, BURN_DELAY);
        vm.assertEq(token.totalSupply(), 501.5e18);
        usdt.faucet(address(requests), 501e6);
        requests.redeemSettle(address(usdt), 501e6, nonce, "tx", 0.001e18, 1e18);
        vm.assertEq(usdt.balanceOf(alice), 501e6);
        requests.rescue(address(usdt), treasury, 0);

        token.setDocument("Prospectus", "ipfs://a", "hash");
        (, bytes32 hash,) = token.getDocument("Prospectus");
        vm.assertEq(hash, "hash", "document");
        token.removeDocument("Prospectus");
        vm.assertEq(token.getAllDocuments().length, 0);
    }
}
