// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {ERC721} from "@openzeppelin/contracts/token/ERC721/ERC721.sol";
import {ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";
import {Backstop_ExceedsTokenAmount, Backstop_NotSeries} from "./BackstopErrors.sol";

/// @title NFT of a series with a USDT amount in every token
/// @notice Cloned once per series. Only the series mints, and takes out of tokens. A token never shrinks under its id:
/// whoever buys an id gets what it says, or nothing. rules.md B19
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
    /// @param series_ Series that may mint and take.
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
        id = _nextId(usdtAmount);
        _safeMint(to, id);
    }

    /// @notice Takes USDT out of a token: burns it, and mints its owner a new one with what is left, if anything is.
    /// rules.md B19
    /// @dev Series only: reverts with Backstop_NotSeries, Backstop_ExceedsTokenAmount, ERC721NonexistentToken.
    /// @param id Id of the token.
    /// @param usdtAmount USDT (6 decimals) to take out.
    /// @return restId Id of the token with the rest, 0 if there is none.
    function take(uint256 id, uint256 usdtAmount) external returns (uint256 restId) {
        _requireSeries();
        address owner = _requireOwned(id);
        uint256 available = _burnWhole(id);
        if (usdtAmount > available) revert Backstop_ExceedsTokenAmount(id, usdtAmount, available);
        if (usdtAmount != available) restId = _mintRest(owner, available - usdtAmount);
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

    /// @dev Burns a token, whose owner has been checked, and says how much USDT (6 decimals) was in it.
    function _burnWhole(uint256 id) internal returns (uint256 usdtAmount) {
        usdtAmount = _amountOf[id];
        delete _amountOf[id];
        _burn(id);
    }

    /// @dev Mints a part of a token to its owner, who is not asked: having had the whole is enough, and an exit must not
    /// depend on the answer.
    function _mintRest(address owner, uint256 usdtAmount) internal returns (uint256 id) {
        id = _nextId(usdtAmount);
        _mint(owner, id);
    }

    /// @dev The next id, with its amount noted.
    function _nextId(uint256 usdtAmount) private returns (uint256 id) {
        id = ++_lastId;
        _amountOf[id] = usdtAmount;
    }

    /// @dev Reverts with Backstop_NotSeries for any other caller.
    function _requireSeries() private view {
        if (msg.sender != series) revert Backstop_NotSeries(msg.sender);
    }
}
