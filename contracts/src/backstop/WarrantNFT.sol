// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesNft} from "./SeriesNft.sol";

/// @title Warrant: the option to pay par into the series ledger for MSTR at the strike
contract WarrantNFT is SeriesNft {
    /// @notice Par of a Warrant that is not exercised yet (USDT, 6 decimals). Reverts with ERC721NonexistentToken.
    function parOf(uint256 id) external view returns (uint256) {
        return _amount(id);
    }

    /// @notice A Warrant was split. `parUsdt` and `restUsdt`: USDT par of the two parts (6 decimals).
    event WarrantSplit(
        address indexed holder,
        uint256 indexed warrantId,
        uint256 partId,
        uint256 restId,
        uint256 parUsdt,
        uint256 restUsdt
    );

    /// @notice Not a part of the Warrant: nothing, or no less than the whole. USDT, 6 decimals.
    error Backstop_NotAPart(uint256 id, uint256 parUsdt, uint256 available);

    /// @notice Splits a Warrant of the caller into two, which can be sold apart; its own id is burnt. rules.md B10, B19
    /// @dev Reverts with ERC721IncorrectOwner, ERC721NonexistentToken, Backstop_NotAPart.
    /// @param id Id of the Warrant.
    /// @param parUsdt USDT par of the first part (6 decimals), above 0 and below the whole.
    /// @return partId Id of the part with `parUsdt`.
    /// @return restId Id of the part with the rest.
    function split(uint256 id, uint256 parUsdt) external returns (uint256 partId, uint256 restId) {
        address owner = _requireOwned(id);
        if (owner != msg.sender) revert ERC721IncorrectOwner(msg.sender, id, owner);
        uint256 available = _amount(id);
        if (parUsdt == 0 || parUsdt >= available) revert Backstop_NotAPart(id, parUsdt, available);
        _burnWhole(id);
        partId = _mintRest(msg.sender, parUsdt);
        restId = _mintRest(msg.sender, available - parUsdt);
        emit WarrantSplit(msg.sender, id, partId, restId, parUsdt, available - parUsdt);
    }

    /// @notice Kind of token.
    function symbol() public pure override returns (string memory) {
        return "Warrant";
    }
}
