// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {BackstopMathHarness} from "../../src/devnet/BackstopMathHarness.sol";
import {Multicall3} from "../../src/devnet/Multicall3.sol";
import {Fixture} from "./Fixture.sol";

/// @title Multicall3 and the harness of the formulas
contract DevnetTest is Fixture {
    Multicall3 private multicall = new Multicall3();
    BackstopMathHarness private harness = new BackstopMathHarness();

    function test_Aggregate3KeepsFailuresApart() public {
        Multicall3.Call3[] memory calls = new Multicall3.Call3[](2);
        calls[0] = Multicall3.Call3(address(usdt), true, abi.encodeCall(usdt.decimals, ()));
        calls[1] = Multicall3.Call3(address(usdt), true, abi.encodeCall(usdt.pause, ()));
        Multicall3.Result[] memory results = multicall.aggregate3(calls);
        vm.assertTrue(results[0].success);
        vm.assertEq(abi.decode(results[0].returnData, (uint256)), 6);
        vm.assertFalse(results[1].success);
        calls[1].allowFailure = false;
        vm.expectRevert("Multicall3: call failed");
        multicall.aggregate3(calls);
    }

    function test_AggregateFamily() public {
        Multicall3.Call[] memory calls = new Multicall3.Call[](1);
        calls[0] = Multicall3.Call(address(usdt), abi.encodeCall(usdt.pause, ()));
        vm.assertFalse(multicall.tryAggregate(false, calls)[0].success);
        vm.expectRevert("Multicall3: call failed");
        multicall.aggregate(calls);
        vm.expectRevert("Multicall3: call failed");
        multicall.blockAndAggregate(calls);
        calls[0].callData = abi.encodeCall(usdt.paused, ());
        (uint256 number, bytes[] memory data) = multicall.aggregate(calls);
        vm.assertEq(number, block.number);
        vm.assertFalse(abi.decode(data[0], (bool)));
        (, bytes32 hash, Multicall3.Result[] memory results) = multicall.blockAndAggregate(calls);
        vm.assertEq(hash, multicall.getBlockHash(number), "hash");
        vm.assertTrue(results[0].success);
    }

    function test_Aggregate3ValueSpendsWhatWasSent() public {
        Multicall3.Call3Value[] memory calls = new Multicall3.Call3Value[](1);
        calls[0] = Multicall3.Call3Value(address(0xbeef), false, 3, "");
        multicall.aggregate3Value{value: 3}(calls);
        vm.assertEq(multicall.getEthBalance(address(0xbeef)), 3);
        vm.expectRevert("Multicall3: value mismatch");
        multicall.aggregate3Value{value: 4}(calls);
    }

    function test_BlockFacts() public view {
        vm.assertEq(multicall.getBlockNumber(), block.number);
        vm.assertEq(multicall.getCurrentBlockTimestamp(), block.timestamp);
        vm.assertEq(multicall.getCurrentBlockGasLimit(), block.gaslimit);
        vm.assertEq(multicall.getCurrentBlockDifficulty(), block.prevrandao);
        vm.assertEq(multicall.getCurrentBlockCoinbase(), block.coinbase);
        vm.assertEq(multicall.getBasefee(), block.basefee);
        vm.assertEq(multicall.getChainId(), block.chainid);
        vm.assertEq(multicall.getLastBlockHash(), blockhash(block.number - 1), "last hash");
    }

    function test_BatchGivesEmptyBytesForAFailure() public view {
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(harness.requiredForUp, (1, 10_001));
        calls[1] = abi.encodeCall(harness.usdtToAssetDown, (1, 1, 0));
        bytes[] memory results = harness.batch(calls);
        vm.assertEq(abi.decode(results[0], (uint256)), 2);
        vm.assertEq(results[1].length, 0);
    }
}
