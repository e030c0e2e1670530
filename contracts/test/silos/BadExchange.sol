// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {SiloReserve} from "../../src/silos/SiloReserve.sol";
import {FairExchange} from "./FairExchange.sol";

/// @title An adapter that cheats in one way at a time
contract BadExchange is FairExchange {
    enum Trick {
        None,
        GivesOneLess,
        GivesNothing,
        TakesMore,
        BurnsAllGas,
        Reenters,
        KeepsTheAllowance,
        TakesLater
    }

    Trick public trick;

    /// @notice What it calls on the reserve in the middle of a conversion, where it re-enters, and what came back.
    bytes public reentry;
    bytes public answer;
    SiloReserve private immutable _reserve;
    IERC20 private _remembered;

    constructor(DevCoin usdc_, DevCoin xtz_, SiloReserve reserve_) FairExchange(usdc_, xtz_) {
        _reserve = reserve_;
    }

    function setTrick(Trick trick_) external {
        trick = trick_;
    }

    /// @notice Once, in the next conversion.
    function reenterBy(bytes calldata call) external {
        (trick, reentry, answer) = (Trick.Reenters, call, "");
    }

    function exactInput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 minOut) public override {
        if (trick == Trick.GivesOneLess) return _swap(tokenIn, tokenOut, amountIn, minOut - 1);
        if (trick == Trick.GivesNothing) return _swap(tokenIn, tokenOut, amountIn, 0);
        if (trick == Trick.TakesMore) return _swap(tokenIn, tokenOut, amountIn + 1, minOut);
        _play();
        _remembered = tokenIn;
        super.exactInput(tokenIn, tokenOut, amountIn, minOut);
    }

    function exactOutput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountOut, uint256 maxIn) public override {
        if (trick == Trick.GivesOneLess) return _swap(tokenIn, tokenOut, maxIn, amountOut - 1);
        if (trick == Trick.GivesNothing) return _swap(tokenIn, tokenOut, maxIn, 0);
        if (trick == Trick.TakesMore) return _swap(tokenIn, tokenOut, maxIn + 1, amountOut);
        _play();
        _remembered = tokenIn;
        if (trick == Trick.KeepsTheAllowance) return DevCoin(address(tokenOut)).faucet(msg.sender, amountOut);
        super.exactOutput(tokenIn, tokenOut, amountOut, maxIn);
    }

    /// @dev What an allowance that outlived its call would be good for.
    function takeAllowance() external {
        _remembered.transferFrom(address(_reserve), address(this), 1);
    }

    function _play() private {
        if (trick == Trick.Reenters) {
            trick = Trick.None;
            (, answer) = address(_reserve).call(reentry);
        }
        if (trick == Trick.BurnsAllGas) {
            assembly {
                invalid()
            }
        }
    }

    function _swap(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 out) private {
        tokenIn.transferFrom(msg.sender, address(this), amountIn);
        DevCoin(address(tokenOut)).faucet(msg.sender, out);
    }
}
