// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {MUSDTVault} from "../../src/musdt/MUSDTVault.sol";
import {MusdtLockedNft} from "../../src/musdt/MusdtLockedNft.sol";
import {MusdtNftDesign} from "../../src/musdt/MusdtNftDesign.sol";
import {LockDesign, PNL_ROLE, MusdtConfig} from "../../src/musdt/MusdtTypes.sol";
import {Test} from "../Test.sol";

/// @title A token that lets whoever it is told to act in the middle of a transfer
contract HookedToken is ERC20 {
    ReentrancyTest private immutable _attacker = ReentrancyTest(msg.sender);

    constructor() ERC20("Hooked", "HOOK") {
        _mint(msg.sender, 1e15);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (from != address(0)) _attacker.act();
    }
}

/// @title Nothing of the vault can be called in the middle of it
/// @dev The test is everybody: depositor, admin and traders. Every call that hands over control is tried with every call
/// that moves value inside it.
contract ReentrancyTest is Test {
    uint256 private constant USDT = 1e6;

    HookedToken private token;
    MUSDTVault private vault;
    MusdtLockedNft private nft;
    uint256 private id;
    uint256 private tried;
    bool private isArmed;

    function setUp() public {
        vm.warp(1_800_000_000);
        token = new HookedToken();
        nft = new MusdtLockedNft(LockDesign(new MusdtNftDesign()));
        vault = new MUSDTVault(MusdtConfig(address(token), address(nft), address(this), 3 days, 1e12));
        vault.grantRole(PNL_ROLE, address(this));
        token.approve(address(vault), type(uint256).max);
        vault.deposit(100_000 * USDT, address(this));
        id = vault.depositWithDiscountAndLock(1000 * USDT, 14 days, address(this));
        vault.makeWithdrawRequest(10_000 * USDT, address(this));
        vm.warp(block.timestamp + 9 days);
        token.transfer(address(vault), 10_000 * USDT);
    }

    function test_NoCallInsideAnother() public {
        bytes[] memory outer = calls();
        for (uint256 i = 0; i < outer.length; ++i) {
            (isArmed, tried) = (true, 0);
            (bool isDone, bytes memory reason) = address(vault).call(outer[i]);
            isArmed = false;
            if (!isDone) {
                // Neither handing over control nor done: the lock is not over, and others need no outside call.
                vm.assertGe(i, 9, string(reason));
                continue;
            }
            if (i < 9) vm.assertEq(tried, outer.length, "control was not handed over");
        }
    }

    /// @dev In the middle of a call: everything is tried, and nothing is possible.
    function act() public {
        if (!isArmed) return;
        isArmed = false;
        bytes[] memory inner = calls();
        for (uint256 i = 0; i < inner.length; ++i) {
            (bool isDone, bytes memory reason) = address(vault).call(inner[i]);
            vm.assertFalse(isDone);
            vm.assertEq(
                bytes32(bytes4(reason)),
                bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector),
                "another reason"
            );
            ++tried;
        }
    }

    /// @dev A contract receives its mNFT in the middle of a lock.
    function onERC721Received(address, address, uint256, bytes calldata) external returns (bytes4) {
        act();
        return this.onERC721Received.selector;
    }

    /// @dev The first nine hand over control: to the token, or to the receiver of an mNFT.
    function calls() private view returns (bytes[] memory list) {
        address me = address(this);
        list = new bytes[](14);
        list[0] = abi.encodeWithSignature("deposit(uint256,address)", USDT, me);
        list[1] = abi.encodeWithSignature("mint(uint256,address)", USDT, me);
        list[2] = abi.encodeCall(vault.distributeReward, (USDT));
        list[3] = abi.encodeCall(vault.receiveAssets, (USDT, me));
        list[4] = abi.encodeCall(vault.sendAssets, (USDT, me));
        list[5] = abi.encodeWithSignature("redeem(uint256,address,address)", USDT, me, me);
        list[6] = abi.encodeWithSignature("withdraw(uint256,address,address)", USDT, me, me);
        list[7] = abi.encodeCall(vault.recoverSurplus, (me));
        list[8] =
            abi.encodeWithSignature("depositWithDiscountAndLock(uint256,uint256,address)", 100 * USDT, 365 days, me);
        list[9] = abi.encodeWithSignature("mintWithDiscountAndLock(uint256,uint256,address)", 100 * USDT, 365 days, me);
        list[10] = abi.encodeCall(vault.unlockDeposit, (id, me));
        list[11] = abi.encodeWithSignature("makeWithdrawRequest(uint256,address)", USDT, me);
        list[13] = abi.encodeCall(vault.recoverStray, (token, me));
        list[12] = abi.encodeCall(vault.cancelWithdrawRequest, (USDT, me, 4));
    }
}
