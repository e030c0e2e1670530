// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title A coin that calls somebody back in its transfer, and passes on what that says
contract CallingCoin {
    address private _target;
    bytes private _data;

    function callBack(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
    }

    function balanceOf(address) external pure returns (uint256) {
        return 0;
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        (bool isDone, bytes memory answer) = _target.call(_data);
        if (isDone) return true;
        assembly ("memory-safe") {
            revert(add(answer, 32), mload(answer))
        }
    }
}
