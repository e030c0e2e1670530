// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What a wallet lets its accounts delegate to, for local chains and tests
/// @notice With its code (EIP-7702) an account makes several calls in one transaction: all of them or none.
contract BatchAccount {
    /// @param to Whom to call.
    /// @param value Ether to send along (wei).
    /// @param data Calldata.
    struct Call {
        address to;
        uint256 value;
        bytes data;
    }

    /// @notice Only the account itself may make calls in its name.
    error NotTheAccount(address caller);

    /// @notice Ether still arrives.
    receive() external payable {}

    /// @notice Makes the calls in their order, in the account's own name.
    /// @dev Reverts with NotTheAccount, and with what the first failing call reverts with.
    function execute(Call[] calldata calls) external payable {
        if (msg.sender != address(this)) revert NotTheAccount(msg.sender);
        for (uint256 index = 0; index < calls.length; ++index) {
            (bool isOk, bytes memory answer) = calls[index].to.call{value: calls[index].value}(calls[index].data);
            if (isOk) continue;
            // The reason, byte for byte.
            assembly ("memory-safe") {
                revert(add(answer, 32), mload(answer))
            }
        }
    }
}
