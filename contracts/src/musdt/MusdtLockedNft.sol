// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC721, ERC721Enumerable} from "@openzeppelin/contracts/token/ERC721/extensions/ERC721Enumerable.sol";
import {Musdt_InvalidReceiver} from "./MusdtErrors.sol";
import {MusdtSinks} from "./MusdtSinks.sol";
import {LockDesign, LockSource} from "./MusdtTypes.sol";

/// @title mNFT: the right to a locked deposit
/// @notice Transferable: whoever holds it, or is approved for it, unlocks the shares. Draws itself. rules.md M4, M5
contract MusdtLockedNft is ERC721Enumerable {
    /// @notice Draws the tokens.
    LockDesign public immutable design;

    /// @notice Vault of the locked deposits, under the name it has in GToken's NFT.
    address public gToken;

    /// @notice Only the vault may mint and burn.
    error Musdt_NotVault(address caller);

    /// @notice There is a vault already.
    error Musdt_AlreadyBound(address vault);

    /// @param design_ Draws the tokens.
    constructor(LockDesign design_) ERC721("mNFT: locked mUSDT", "mNFT") {
        design = design_;
    }

    /// @notice Makes the caller the vault, once; a vault does it while it is deployed. Reverts with Musdt_AlreadyBound.
    function bind() external {
        if (gToken != address(0)) revert Musdt_AlreadyBound(gToken);
        gToken = msg.sender;
    }

    /// @notice Mints a token. Vault only: reverts with Musdt_NotVault.
    /// @dev The recipient, if a contract, is called: the vault changes its own state before.
    /// @param to Recipient; a contract must accept it.
    /// @param tokenId Id of the locked deposit.
    function mint(address to, uint256 tokenId) external {
        _requireVault();
        _safeMint(to, tokenId);
    }

    /// @notice Burns a token. Vault only: reverts with Musdt_NotVault, ERC721NonexistentToken.
    /// @param tokenId Id of the locked deposit.
    function burn(uint256 tokenId) external {
        _requireVault();
        _burn(tokenId);
    }

    /// @notice Metadata as a data URI: JSON with an SVG image, drawn from the vault's state now. Reverts with
    /// ERC721NonexistentToken.
    function tokenURI(uint256 tokenId) public view override returns (string memory) {
        _requireOwned(tokenId);
        LockSource vault = LockSource(gToken);
        return design.tokenUri(tokenId, vault.getLockedDeposit(tokenId), vault.shareToAssetsPrice(), vault.decimals());
    }

    /// @dev Keeps a lock from where nobody could open it: an address nobody has the key to, this contract, the vault,
    /// USDT. Reverts with Musdt_InvalidReceiver. rules.md B16
    function _update(address to, uint256 tokenId, address auth) internal override returns (address) {
        bool isLost = MusdtSinks.isSink(to) || to == address(this) || to == gToken || to == LockSource(gToken).asset();
        if (to != address(0) && isLost) revert Musdt_InvalidReceiver(to);
        return super._update(to, tokenId, auth);
    }

    /// @dev Reverts with Musdt_NotVault.
    function _requireVault() private view {
        if (msg.sender != gToken) revert Musdt_NotVault(msg.sender);
    }
}
