// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesNft} from "./SeriesNft.sol";

/// @title Note: the claim to a principal, repaid at maturity
contract NoteNFT is SeriesNft {
    /// @notice Principal of a Note (USDT, 6 decimals). Reverts with ERC721NonexistentToken.
    function principalOf(uint256 id) external view returns (uint256) {
        return _amount(id);
    }

    /// @notice Kind of token.
    function symbol() public pure override returns (string memory) {
        return "Note";
    }
}
