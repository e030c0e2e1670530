// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title Addresses at which anything that arrives is lost
library MusdtSinks {
    /// @dev Multicall3, the same on every chain: whoever calls it can take what it holds.
    address private constant MULTICALL3 = 0xcA11bde05977b3631167028862bE2a173976CA11;

    /// @notice Whether nobody, or everybody, has the key to an address: zero and other low numbers, what people burn
    /// tokens with, Multicall3. The app's form refuses the same.
    /// @param to Recipient named by the caller.
    function isSink(address to) internal pure returns (bool) {
        return uint160(to) < 2 ** 16 || to == MULTICALL3 || to == 0x000000000000000000000000000000000000dEaD
            || to == 0xdEAD000000000000000042069420694206942069 || to == 0xdEad000000000000000000000000000000000000
            || to == 0xdeaDDeADDEaDdeaDdEAddEADDEAdDeadDEADDEaD || to == 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE
            || to == 0xFFfFfFffFFfffFFfFFfFFFFFffFFFffffFfFFFfF;
    }
}
