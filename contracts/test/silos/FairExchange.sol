// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {DevCoin} from "../../src/devnet/DevCoin.sol";
import {Exchange} from "../../src/silos/Exchange.sol";

/// @title Exchanges at a set price, without a fee or an end
contract FairExchange is Exchange {
    DevCoin internal immutable _usdc;
    DevCoin internal immutable _xtz;
    uint256 public price = 1e18;

    constructor(DevCoin usdc_, DevCoin xtz_) {
        (_usdc, _xtz) = (usdc_, xtz_);
    }

    function setPrice(uint256 price_) external {
        price = price_;
    }

    function exactInput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountIn, uint256 minOut) public virtual {
        uint256 out = address(tokenIn) == address(_usdc) ? amountIn * 1e18 / price : amountIn * price / 1e18;
        require(out >= minOut, "below");
        tokenIn.transferFrom(msg.sender, address(this), amountIn);
        DevCoin(address(tokenOut)).faucet(msg.sender, out);
    }

    function exactOutput(IERC20 tokenIn, IERC20 tokenOut, uint256 amountOut, uint256 maxIn) public virtual {
        bool paysUsd = address(tokenIn) == address(_usdc);
        uint256 needed = paysUsd ? (amountOut * price + 1e18 - 1) / 1e18 : (amountOut * 1e18 + price - 1) / price;
        require(needed <= maxIn, "above");
        tokenIn.transferFrom(msg.sender, address(this), needed);
        DevCoin(address(tokenOut)).faucet(msg.sender, amountOut);
    }
}
