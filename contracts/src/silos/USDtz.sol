// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @title USDtz
/// @notice 6 decimals. Its supply is "Silo 0": what circulates and what the reserve holds as inventory. The reserve, which
/// creates it, mints and burns, and nobody can ever be given that right. rules.md S16
contract USDtz is ERC20 {
    /// @notice The only contract that mints, takes and burns.
    address public immutable reserve;

    /// @notice Only the reserve may do this.
    error Silos_NotReserve(address caller);

    /// @dev Reverts with Silos_NotReserve for any other caller.
    modifier onlyReserve() {
        if (msg.sender != reserve) revert Silos_NotReserve(msg.sender);
        _;
    }

    /// @dev The creator is the reserve.
    constructor() ERC20("USD Tez", "USDtz") {
        reserve = msg.sender;
    }

    /// @notice Mints. Reserve only.
    /// @param to Recipient.
    /// @param amount USDtz (6 decimals).
    function mint(address to, uint256 amount) external onlyReserve {
        _mint(to, amount);
    }

    /// @notice Burns. Reserve only, which names nobody but itself and who redeems.
    /// @param from Holder.
    /// @param amount USDtz (6 decimals).
    function burn(address from, uint256 amount) external onlyReserve {
        _burn(from, amount);
    }

    /// @notice Brings redeemed tokens back to the reserve's inventory. Reserve only, which names nobody but who redeems.
    /// @param from Holder.
    /// @param amount USDtz (6 decimals).
    function take(address from, uint256 amount) external onlyReserve {
        _transfer(from, reserve, amount);
    }

    /// @notice 6, like USDC.
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
