// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";
import {Backstop_ExceedsTokenAmount, Backstop_NotSeries} from "./BackstopErrors.sol";

/// @title NFT of a series with a USDT amount in every token
/// @notice Cloned once per series. Only the series mints, and lowers a token's amount; at 0 the token is burnt.
abstract contract SeriesNft is ERC721Enumerable, Initializable {
    /// @notice Series the tokens belong to.
    address public series;

    /// @dev Number of tokens ever minted; the ids are 1, 2, 3 and so on.
    uint256 private _lastId;

    /// @dev USDT (6 decimals) in a token.
    mapping(uint256 id => uint256 usdtAmount) private _amountOf;

    /// @dev ERC721 keeps its name in the implementation's storage, where a clone does not find it.
    string private _seriesName;

    constructor() ERC721("", "") {
        _disableInitializers();
    }

    /// @notice Binds a new clone to its series, once.
    /// @param series_ Series that may mint and lower.
    /// @param seriesName Name of the series.
    function initialize(address series_, string calldata seriesName) external initializer {
        series = series_;
        _seriesName = seriesName;
    }

    /// @notice Mints a token. Series only: reverts with Backstop_NotSeries.
    /// @dev The recipient, if a contract, is called: the series changes its own state before.
    /// @param to Recipient.
    /// @param usdtAmount USDT (6 decimals) in the token.
    /// @return id Id of the token.
    function mint(address to, uint256 usdtAmount) external returns (uint256 id) {
        _requireSeries();
        id = ++_lastId;
        _amountOf[id] = usdtAmount;
        _safeMint(to, id);
    }

    /// @notice Lowers a token's amount and burns it at 0. Series only: reverts with Backstop_NotSeries, Backstop_ExceedsTokenAmount.
    /// @param id Id of the token.
    /// @param usdtAmount USDT (6 decimals) to take out.
    function reduce(uint256 id, uint256 usdtAmount) external {
        _requireSeries();
        _requireOwned(id);
        uint256 available = _amountOf[id];
        if (usdtAmount > available) revert Backstop_ExceedsTokenAmount(id, usdtAmount, available);
        _amountOf[id] = available - usdtAmount;
        if (usdtAmount == available) _burn(id);
    }

    /// @notice Name of the series and kind of token (its symbol).
    function name() public view override returns (string memory) {
        return string.concat(_seriesName, " ", symbol());
    }

    /// @dev USDT (6 decimals) in a token; reverts with ERC721NonexistentToken.
    function _amount(uint256 id) internal view returns (uint256) {
        _requireOwned(id);
        return _amountOf[id];
    }

    /// @dev Reverts with Backstop_NotSeries for any other caller.
    function _requireSeries() private view {
        if (msg.sender != series) revert Backstop_NotSeries(msg.sender);
    }
}
