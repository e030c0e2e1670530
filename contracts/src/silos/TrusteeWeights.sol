// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";

/// @dev Proposes. Held by whoever has a weight now; nobody grants it but a vote. rules.md S14
bytes32 constant TRUSTEE_ROLE = keccak256("TRUSTEE_ROLE");

/// @title Who the trustees are, and what each weighs
/// @notice Every change makes a new set; a proposal keeps the set it was made under. rules.md S18
abstract contract TrusteeWeights is AccessControl {
    /// @dev A distribution pays each trustee: so few that it always fits a block.
    uint256 private constant MAX_TRUSTEES = 32;

    /// @dev Up to here nobody has a key.
    uint160 private constant LAST_BURN_ADDRESS = 0xffff;

    /// @notice Number of the set that counts for new proposals; the first is 1.
    uint64 public weightSet;

    mapping(uint64 set => address[]) private _accountsOf;
    mapping(uint64 set => mapping(address account => uint256)) private _weightOf;
    mapping(uint64 set => uint256) private _totalOf;

    /// @notice The trustees and their weights are others from now on.
    event WeightsChanged(uint64 indexed set, address[] accounts, uint256[] weights);

    /// @notice No trustee, too many, or not as many weights as trustees.
    error Silos_WrongNumberOfTrustees(uint256 accounts, uint256 weights, uint256 most);

    /// @notice A burn address, an account twice, or a weight of 0 or beyond 2^96.
    error Silos_InvalidTrustee(address account, uint256 weight);

    /// @notice Trustees of a set and their weights.
    /// @param set Number of the set.
    function trusteesOf(uint64 set) public view returns (address[] memory accounts, uint256[] memory weights) {
        accounts = _accountsOf[set];
        weights = new uint256[](accounts.length);
        for (uint256 i = 0; i < accounts.length; ++i) {
            weights[i] = _weightOf[set][accounts[i]];
        }
    }

    /// @notice Weight of an account in a set.
    /// @param set Number of the set.
    /// @param account Trustee.
    function weightOf(uint64 set, address account) public view returns (uint256) {
        return _weightOf[set][account];
    }

    /// @notice W: all weights of a set.
    /// @param set Number of the set.
    function totalWeight(uint64 set) public view returns (uint256) {
        return _totalOf[set];
    }

    /// @dev Replaces all trustees. Reverts as `_requireTrustees`.
    function _setTrustees(address[] memory accounts, uint256[] memory weights) internal {
        _requireTrustees(accounts, weights);
        address[] storage former = _accountsOf[weightSet];
        for (uint256 i = 0; i < former.length; ++i) {
            _revokeRole(TRUSTEE_ROLE, former[i]);
        }
        uint64 set = ++weightSet;
        _accountsOf[set] = accounts;
        for (uint256 i = 0; i < accounts.length; ++i) {
            _weightOf[set][accounts[i]] = weights[i];
            _totalOf[set] += weights[i];
            _grantRole(TRUSTEE_ROLE, accounts[i]);
        }
        emit WeightsChanged(set, accounts, weights);
    }

    /// @dev Reverts with Silos_WrongNumberOfTrustees, Silos_InvalidTrustee.
    function _requireTrustees(address[] memory accounts, uint256[] memory weights) internal pure {
        bool isCountWrong = accounts.length == 0 || accounts.length > MAX_TRUSTEES;
        if (isCountWrong || accounts.length != weights.length) {
            revert Silos_WrongNumberOfTrustees(accounts.length, weights.length, MAX_TRUSTEES);
        }
        for (uint256 i = 0; i < accounts.length; ++i) {
            bool isInvalid =
                uint160(accounts[i]) <= LAST_BURN_ADDRESS || weights[i] == 0 || weights[i] > type(uint96).max;
            for (uint256 j = 0; j < i; ++j) {
                isInvalid = isInvalid || accounts[j] == accounts[i];
            }
            if (isInvalid) revert Silos_InvalidTrustee(accounts[i], weights[i]);
        }
    }
}
