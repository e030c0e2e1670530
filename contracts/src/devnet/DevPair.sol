// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Pair} from "../shared/Pair.sol";
import {DevCoin} from "./DevCoin.sol";

/// @title A pair with the rules of Uniswap v2 for local chains and tests
/// @notice Anyone sets its reserves: the market in one call.
contract DevPair is Pair {
    /// @inheritdoc Pair
    address public immutable token0;

    /// @inheritdoc Pair
    address public immutable token1;

    /// @inheritdoc Pair
    uint256 public price0CumulativeLast;

    /// @inheritdoc Pair
    uint256 public price1CumulativeLast;

    uint112 private _reserve0;
    uint112 private _reserve1;
    uint32 private _changedAt;

    /// @notice As Uniswap's.
    event Swap(uint256 amount0In, uint256 amount1In, uint256 amount0Out, uint256 amount1Out, address indexed to);

    /// @notice As Uniswap's.
    event Sync(uint112 reserve0, uint112 reserve1);

    /// @param a One token.
    /// @param b The other.
    constructor(address a, address b) {
        (token0, token1) = a < b ? (a, b) : (b, a);
    }

    /// @notice Sets what is in it: what is missing is minted, what is too much is burnt.
    /// @param token One of the two.
    /// @param amount Reserve of it.
    /// @param otherAmount Reserve of the other.
    function setReserves(address token, uint256 amount, uint256 otherAmount) external {
        (uint256 amount0, uint256 amount1) = token == token0 ? (amount, otherAmount) : (otherAmount, amount);
        _fill(DevCoin(token0), amount0);
        _fill(DevCoin(token1), amount1);
        _sync();
    }

    /// @inheritdoc Pair
    function swap(uint256 amount0Out, uint256 amount1Out, address to, bytes calldata) external {
        require(amount0Out > 0 || amount1Out > 0, "UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
        require(amount0Out < _reserve0 && amount1Out < _reserve1, "UniswapV2: INSUFFICIENT_LIQUIDITY");
        if (amount0Out > 0) require(DevCoin(token0).transfer(to, amount0Out));
        if (amount1Out > 0) require(DevCoin(token1).transfer(to, amount1Out));
        (uint256 balance0, uint256 balance1) = _balances();
        uint256 in0 = balance0 + amount0Out - _reserve0;
        uint256 in1 = balance1 + amount1Out - _reserve1;
        require(in0 > 0 || in1 > 0, "UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
        uint256 product = (balance0 * 1000 - in0 * 3) * (balance1 * 1000 - in1 * 3);
        require(product >= uint256(_reserve0) * _reserve1 * 1e6, "UniswapV2: K");
        _sync();
        emit Swap(in0, in1, amount0Out, amount1Out, to);
    }

    /// @inheritdoc Pair
    function getReserves() external view returns (uint112, uint112, uint32) {
        return (_reserve0, _reserve1, _changedAt);
    }

    function _fill(DevCoin token, uint256 amount) private {
        uint256 balance = token.balanceOf(address(this));
        if (balance < amount) token.faucet(address(this), amount - balance);
        else require(token.transfer(address(0xdead), balance - amount));
    }

    function _balances() private view returns (uint256, uint256) {
        return (DevCoin(token0).balanceOf(address(this)), DevCoin(token1).balanceOf(address(this)));
    }

    /// @dev Carries the sums of prices on, then takes the balances as reserves.
    function _sync() private {
        (uint256 balance0, uint256 balance1) = _balances();
        if (_reserve0 > 0 && _reserve1 > 0) {
            uint256 elapsed = block.timestamp - _changedAt;
            price0CumulativeLast += (uint256(_reserve1) << 112) / _reserve0 * elapsed;
            price1CumulativeLast += (uint256(_reserve0) << 112) / _reserve1 * elapsed;
        }
        // forge-lint: disable-next-line(unsafe-typecast)
        (_reserve0, _reserve1, _changedAt) = (uint112(balance0), uint112(balance1), uint32(block.timestamp));
        emit Sync(_reserve0, _reserve1);
    }
}
