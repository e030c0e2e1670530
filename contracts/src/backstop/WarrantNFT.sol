// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SeriesNft} from "./SeriesNft.sol";

/// @title Warrant: the option to pay par into the series ledger for MSTR at the strike
contract WarrantNFT is SeriesNft {
    /// @notice Par of a Warrant that is not exercised yet (USDT, 6 decimals). Reverts with ERC721NonexistentToken.
    function parOf(uint256 id) external view returns (uint256) {
        return _amount(id);
    }

    /// @notice Kind of token.
    function symbol() public pure override returns (string memory) {
        return "Warrant";
    }
}
