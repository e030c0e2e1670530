// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {PAUSER_ROLE} from "../shared/Roles.sol";
import {SiloBase} from "./SiloBase.sol";
import {SiloCycles} from "./SiloCycles.sol";
import {SiloEntries} from "./SiloEntries.sol";
import {SiloHarvest, TRUSTEES_ROLE} from "./SiloHarvest.sol";
import {SiloSettings} from "./SiloSettings.sol";
import {Books, Cycle} from "./SiloTypes.sol";

/// @title The reserve of USDtz: four silos, a surplus chamber, an inventory
/// @notice Silos 1 and 3 hold USDC, 2 and 4 XTZ; each is full when it is worth the supply. Every USDtz redeems for one
/// USDC out of Silo 1, whatever XTZ costs. rules.md S
/// @dev Nobody is an administrator: the trustees' contract has its role for good, and grants the pauser's after a vote.
contract SiloReserve is SiloEntries, SiloCycles, SiloHarvest {
    /// @param usdc_ USDC (6 decimals).
    /// @param xtz_ XTZ as an ERC-20 (6 decimals).
    /// @param settings_ Parameters, addresses and prices; they name the trustees' contract and the first pauser.
    constructor(IERC20 usdc_, IERC20 xtz_, SiloSettings settings_) SiloBase(usdc_, xtz_, settings_) {
        _grantRole(TRUSTEES_ROLE, settings_.trustees());
        _setRoleAdmin(PAUSER_ROLE, TRUSTEES_ROLE);
        _grantRole(PAUSER_ROLE, settings_.parameters().pauser);
    }

    /// @notice Stops mints, gifts, earnings, cover and distributions; never redemptions, claims, closings or
    /// replenishing. PAUSER_ROLE only. rules.md S19
    function pause() external onlyRole(PAUSER_ROLE) {
        _pause();
    }

    /// @notice Ends the pause. PAUSER_ROLE only.
    function unpause() external onlyRole(PAUSER_ROLE) {
        _unpause();
    }

    /// @notice What the reserve holds, as booked.
    function books() external view returns (Books memory) {
        return _books;
    }

    /// @notice Everything that an action changes, in one answer.
    /// @return books_ What the reserve holds.
    /// @return cycle_ Cycles and their closings.
    /// @return supply USDtz (6 decimals), circulating and inventory.
    /// @return inventory_ USDtz (6 decimals) the reserve holds.
    /// @return isLatched_ Whether new supply needs both keys.
    function state()
        external
        view
        returns (Books memory books_, Cycle memory cycle_, uint256 supply, uint256 inventory_, bool isLatched_)
    {
        return (_books, _cycle, _supply(), inventory, isLatched);
    }
}
