// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Base64} from "@openzeppelin/contracts/utils/Base64.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {MusdtMath} from "./MusdtMath.sol";
import {LockDesign, LockedDeposit} from "./MusdtTypes.sol";

/// @title Draws an mNFT: an instrument with a dial that fills until the deposit can be unlocked
/// @notice Everything drawn is read from the chain at that moment; no file lives anywhere else.
contract MusdtNftDesign is LockDesign {
    using Strings for uint256;

    /// @dev Circumference of the dial in hundredths of its unit: 2 * pi * 88.
    uint256 private constant DIAL_LENGTH = 55_292;

    /// @inheritdoc LockDesign
    function tokenUri(uint256 depositId, LockedDeposit calldata lock, uint256 price, uint8 decimals)
        external
        view
        returns (string memory)
    {
        string memory json = string.concat(
            '{"name":"mUSDT lock #',
            depositId.toString(),
            '","description":"The right to unlock ',
            amount(lock.shares, decimals),
            " mUSDT from ",
            date(lock.atTimestamp + lock.lockDuration),
            ' on. Whoever holds this mNFT can unlock it.","image":"data:image/svg+xml;base64,',
            Base64.encode(bytes(_svg(depositId, lock, price, decimals))),
            '","attributes":[',
            _attributes(lock, decimals),
            "]}"
        );
        return string.concat("data:application/json;base64,", Base64.encode(bytes(json)));
    }

    /// @notice An amount with two decimals, rounded down: 1234567 with 6 decimals is "1.23".
    function amount(uint256 value, uint8 decimals) public pure returns (string memory) {
        uint256 hundredths = Math.mulDiv(value, 100, 10 ** uint256(decimals));
        return string.concat((hundredths / 100).toString(), ".", _twoDigits(hundredths % 100));
    }

    /// @notice A date in UTC, "2026-02-28". Gregorian calendar, years that begin in March and eras of 400 years.
    /// @param time Unix seconds.
    function date(uint256 time) public pure returns (string memory) {
        // 719,468 days lie between 0000-03-01 and 1970-01-01; an era has 146,097 days.
        uint256 day = time / 1 days + 719_468;
        uint256 dayOfEra = day % 146_097;
        uint256 yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        uint256 dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        // Months counted from March; five of them have 153 days.
        uint256 marchMonth = (5 * dayOfYear + 2) / 153;
        uint256 month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        uint256 year = day / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0);
        uint256 dayOfMonth = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
        return string.concat(year.toString(), "-", _twoDigits(month), "-", _twoDigits(dayOfMonth));
    }

    /// @notice Part of the lock that is over, in percent. Rounds down: 100 means that it can be unlocked.
    function progress(LockedDeposit calldata lock) public view returns (uint256) {
        uint256 elapsed = Math.saturatingSub(block.timestamp, lock.atTimestamp);
        return Math.mulDiv(Math.min(elapsed, lock.lockDuration), 100, lock.lockDuration);
    }

    /// @dev The facts as traits; dates are displayed as dates where the reader knows how.
    function _attributes(LockedDeposit calldata lock, uint8 decimals) private pure returns (string memory) {
        return string.concat(
            _trait("Shares (mUSDT)", amount(lock.shares, decimals)),
            ",",
            _trait("Deposited (USDT)", amount(lock.assetsDeposited, decimals)),
            ",",
            _trait("Discount (USDT)", amount(lock.assetsDiscount, decimals)),
            ",",
            _trait("Lock (days)", (lock.lockDuration / 1 days).toString()),
            ',{"display_type":"date","trait_type":"Unlocks","value":',
            (lock.atTimestamp + lock.lockDuration).toString(),
            "}"
        );
    }

    /// @dev One trait.
    function _trait(string memory name, string memory value) private pure returns (string memory) {
        return string.concat('{"trait_type":"', name, '","value":"', value, '"}');
    }

    /// @dev The image: nothing but shapes and system fonts, so that it can be shown under any policy.
    function _svg(uint256 depositId, LockedDeposit calldata lock, uint256 price, uint8 decimals)
        private
        view
        returns (string memory)
    {
        return string.concat(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" font-family="system-ui,sans-serif" ',
            'fill="#e8edf2"><rect width="400" height="400" rx="24" fill="#10161d"/>',
            _text("28", "46", "20", "start", "mUSDT lock"),
            _text("372", "46", "20", "end", string.concat("#", depositId.toString())),
            _dial(progress(lock)),
            _text("200", "170", "34", "middle", amount(lock.shares, decimals)),
            _text("200", "194", "14", "middle", "mUSDT"),
            _facts(lock, price, decimals),
            "</svg>"
        );
    }

    /// @dev Ring from the top, clockwise, as far as the lock is over.
    function _dial(uint256 percent) private pure returns (string memory) {
        string memory ring = percent == 0
            ? ""
            : string.concat(
                '<circle cx="200" cy="180" r="88" stroke="#3fb68b" stroke-linecap="round" stroke-dasharray="',
                amount(DIAL_LENGTH * percent / 100, 2),
                ' 553"/>'
            );
        return string.concat(
            '<g fill="none" stroke-width="10" transform="rotate(-90 200 180)">',
            '<circle cx="200" cy="180" r="88" stroke="#26313c"/>',
            ring,
            "</g>",
            _text(
                "200",
                "220",
                "14",
                "middle",
                percent == 100 ? "can be unlocked" : string.concat(percent.toString(), "% of the lock")
            )
        );
    }

    /// @dev The lines below the dial.
    function _facts(LockedDeposit calldata lock, uint256 price, uint8 decimals) private pure returns (string memory) {
        string memory worth = amount(MusdtMath.toAssetsDown(lock.shares, price), decimals);
        return string.concat(
            _row("306", "Worth now", string.concat(worth, " USDT")),
            _row("332", "Discount", string.concat(amount(lock.assetsDiscount, decimals), " USDT")),
            _row("358", "Unlocks", date(lock.atTimestamp + lock.lockDuration))
        );
    }

    /// @dev A label on the left, its value on the right.
    function _row(string memory y, string memory label, string memory value) private pure returns (string memory) {
        return string.concat(
            '<g fill="#9fb0c0">', _text("28", y, "15", "start", label), "</g>", _text("372", y, "15", "end", value)
        );
    }

    /// @dev A line of text.
    function _text(string memory x, string memory y, string memory size, string memory anchor, string memory words)
        private
        pure
        returns (string memory)
    {
        return string.concat(
            '<text x="', x, '" y="', y, '" font-size="', size, '" text-anchor="', anchor, '">', words, "</text>"
        );
    }

    /// @dev 7 is "07".
    function _twoDigits(uint256 value) private pure returns (string memory) {
        return string.concat(value < 10 ? "0" : "", value.toString());
    }
}
