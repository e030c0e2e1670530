// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Backing} from "../../src/collateral/Backing.sol";
import {Prices, PriceState} from "../../src/collateral/CollateralTypes.sol";
import {LiquiditySource} from "../../src/collateral/LiquiditySource.sol";
import {PriceModule} from "../../src/collateral/PriceModule.sol";
import {TusdtBook} from "../../src/collateral/TusdtBook.sol";

/// @title Prices as a test says
contract PriceStandIn is PriceModule {
    uint256 public unfrozenAt;

    Prices private _prices;

    /// @dev One price for all of them.
    function set(uint256 price) external {
        set(price, price);
    }

    /// @dev Current is `price`; the lowest of all may be below it.
    function set(uint256 price, uint256 low) public {
        _prices = Prices(PriceState.Fresh, price, 0, price, low, price, block.timestamp, 0, 0);
    }

    function setState(PriceState state) external {
        if (_prices.state == PriceState.Frozen) unfrozenAt = block.timestamp;
        _prices.state = state;
        if (state != PriceState.Fresh) (_prices.low, _prices.high) = (0, 0);
    }

    /// @dev The feed has fallen silent: current is fresh still.
    function silence() external {
        (_prices.low, _prices.high, _prices.live) = (0, 0, 0);
    }

    function prices() external view returns (Prices memory) {
        return _prices;
    }
}

/// @title A pool as a test says
contract LiquidityStandIn is LiquiditySource {
    uint256 private _liquidity;
    uint256 private _updatedAt;

    function set(uint256 liquidity, uint256 updatedAt) external {
        (_liquidity, _updatedAt) = (liquidity, updatedAt);
    }

    function latest() external view returns (uint256, uint256) {
        require(_updatedAt != 0, "broken");
        return (_liquidity, _updatedAt);
    }
}

/// @title A backing that issues TUSDT to whom it likes
contract BackingStandIn is Backing {
    TusdtBook private immutable _book;
    IERC20 public immutable tao;

    /// @dev USD (6 decimals) of surplus.
    uint256 public surplusUsd;

    constructor(TusdtBook book, IERC20 tao_) {
        (_book, tao) = (book, tao_);
    }

    function mint(address to, uint256 amount) external {
        _book.tusdt().mint(to, amount);
    }

    function burn(uint256 amount) external {
        _book.tusdt().burn(amount);
    }

    function addSurplusBacking(uint256 usd) external {
        surplusUsd += usd;
        require(_book.usdc().balanceOf(address(this)) >= surplusUsd, "the USD are not there");
    }
}
