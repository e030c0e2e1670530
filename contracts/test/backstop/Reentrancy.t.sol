// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PAYEE_ROLE, TREASURER_ROLE} from "../../src/backstop/BackstopRoles.sol";
import {Payer} from "../../src/backstop/BackstopTypes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Fixture} from "./Fixture.sol";

/// @dev Calls back once a token of its moves, and remembers how that was answered.
contract Trap {
    address private _target;
    bytes private _data;
    bytes4 public answer;

    function set(address target, bytes calldata data) external {
        (_target, _data, answer) = (target, data, 0);
    }

    function spring() external {
        (bool isOk, bytes memory result) = _target.call(_data);
        answer = isOk ? bytes4(0xffffffff) : bytes4(result);
    }
}

/// @dev Code for a token that hands control to a trap in every transfer.
contract TrapToken {
    Trap private immutable _trap;

    constructor(Trap trap) {
        _trap = trap;
    }

    function balanceOf(address) external pure returns (uint256) {
        return 1e30;
    }

    function transfer(address, uint256) external returns (bool) {
        _trap.spring();
        return true;
    }

    function transferFrom(address, address, uint256) external returns (bool) {
        _trap.spring();
        return true;
    }
}

/// @title Whatever a token calls back into meets the guard first, before any other reason
contract ReentrancyTest is Fixture {
    Trap private trap;
    bytes private code;

    function setUp() public override {
        super.setUp();
        open();
        stake(alice, 400_000 * USDT);
        subscribe(buyer, 320_000 * USDT);
        finalize();
        trap = new Trap();
        code = address(new TrapToken(trap)).code;
    }

    function checkGuarded() private view {
        vm.assertEq(
            bytes32(trap.answer()), bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector), "guard"
        );
    }

    function test_SeriesIsGuarded() public {
        bytes[13] memory calls = [
            abi.encodeCall(series.subscribe, (1, 0)),
            abi.encodeCall(series.finalizeSale, ()),
            abi.encodeCall(series.reserveMstr, ()),
            abi.encodeCall(series.fundUpfront, ()),
            abi.encodeCall(series.exercise, (1, 1)),
            abi.encodeCall(series.convert, (1, 1)),
            abi.encodeCall(series.redeemEarly, (1, 1, Payer.Ledger, alice)),
            abi.encodeCall(series.fundSeriesBtc, (1)),
            abi.encodeCall(series.settle, ()),
            abi.encodeCall(series.fixCompensation, ()),
            abi.encodeCall(series.fundMakeWhole, ()),
            abi.encodeCall(series.returnSeriesBtc, ()),
            abi.encodeCall(series.sweepLedger, ())
        ];
        vm.etch(address(btc), code);
        for (uint256 i = 0; i < calls.length; ++i) {
            trap.set(address(series), calls[i]);
            series.fundSeriesBtc(1);
            checkGuarded();
        }
        trap.set(address(series), abi.encodeCall(series.redeem, (1, alice)));
        series.fundSeriesBtc(1);
        checkGuarded();
        trap.set(address(series), abi.encodeCall(series.recoverStray, (IERC20(address(usdt)))));
        series.fundSeriesBtc(1);
        checkGuarded();
    }

    /// @dev Tokens that the series has moved and not counted yet are no gift.
    function test_NothingStraysWhileTheSeriesIsAtWork() public {
        address[2] memory places = [address(pool), address(ledger)];
        vm.etch(address(btc), code);
        for (uint256 i = 0; i < 2; ++i) {
            usdt.faucet(places[i], 1);
            trap.set(places[i], abi.encodeCall(pool.recoverStray, (IERC20(address(usdt)))));
            series.fundSeriesBtc(1);
            checkGuarded();
        }
    }

    function test_PoolIsGuarded() public {
        bytes[8] memory calls = [
            abi.encodeCall(pool.recoverStray, (IERC20(address(btc)))),
            abi.encodeCall(pool.stake, (1, 0)),
            abi.encodeCall(pool.unstake, (1, alice)),
            abi.encodeCall(pool.withdraw, (1, alice)),
            abi.encodeCall(pool.claim, (alice)),
            abi.encodeCall(pool.claimUpfront, (alice)),
            abi.encodeCall(pool.claimWarrants, (alice)),
            abi.encodeCall(pool.claimCompensation, (alice))
        ];
        vm.etch(address(usdt), code);
        for (uint256 i = 0; i < calls.length; ++i) {
            trap.set(address(pool), calls[i]);
            vm.prank(alice);
            pool.withdraw(1, alice);
            checkGuarded();
        }
    }

    function test_TreasuryIsGuarded() public {
        vm.prank(address(registry));
        treasury.grantRole(PAYEE_ROLE, address(trap));
        treasury.grantRole(TREASURER_ROLE, address(trap));
        bytes[3] memory calls = [
            abi.encodeCall(treasury.pull, (IERC20(address(usdt)), 1, alice)),
            abi.encodeCall(treasury.payEarlyRedemption, (alice, 1)),
            abi.encodeCall(treasury.withdraw, (IERC20(address(usdt)), 1, alice))
        ];
        vm.etch(address(usdt), code);
        for (uint256 i = 0; i < calls.length; ++i) {
            trap.set(address(treasury), calls[i]);
            treasury.withdraw(IERC20(address(usdt)), 1, alice);
            checkGuarded();
        }
    }
}
