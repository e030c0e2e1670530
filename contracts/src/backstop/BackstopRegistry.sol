// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {AccessControl} from "@openzeppelin/contracts/access/AccessControl.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MstrToken} from "./MstrToken.sol";
import {MINTER_ROLE, OPERATOR_ROLE, PAYEE_ROLE} from "./BackstopRoles.sol";
import {Treasury} from "./Treasury.sol";
import {TwapOracle} from "./TwapOracle.sol";
import {BackstopPool} from "./BackstopPool.sol";
import {BackstopSeries} from "./BackstopSeries.sol";
import {SeriesAddresses, Terms} from "./BackstopTypes.sol";
import {NoteNFT} from "./NoteNFT.sol";
import {SeriesLedger} from "./SeriesLedger.sol";
import {TermsValidation} from "./TermsValidation.sol";
import {WarrantNFT} from "./WarrantNFT.sol";

/// @title Creates and lists the series
/// @notice Every series gets contracts of its own: no function moves value between series. rules.md B14
/// @dev The registry needs REGISTRAR_ROLE on the treasury and on MSTR. It also keeps the roles the series check.
contract BackstopRegistry is AccessControl {
    /// @notice USDT.
    IERC20 public immutable usdt;

    /// @notice BTC (8 decimals).
    IERC20 public immutable btc;

    /// @notice MSTR.
    MstrToken public immutable mstr;

    /// @notice Treasury of all series.
    Treasury public immutable treasury;

    /// @notice Average price of MSTR.
    TwapOracle public immutable mstrOracle;

    /// @notice Average price of BTC.
    TwapOracle public immutable btcOracle;

    /// @dev Contracts that are cloned.
    SeriesAddresses private _implementations;

    SeriesAddresses[] private _all;

    /// @notice Whether an address is a series of this registry.
    mapping(address series => bool) public isSeries;

    /// @notice Whether an address is a contract of the Backstop, of any series or shared: no payout goes there. rules.md
    /// B16
    mapping(address account => bool) public isProtocol;

    /// @notice A series was created; its id is its index.
    event SeriesCreated(
        uint256 indexed id,
        address indexed series,
        address pool,
        address ledger,
        address note,
        address warrant,
        Terms terms
    );

    /// @notice A series lost rights it has no use for any more.
    event RightsEnded(address indexed series, bool mayMint, bool mayBePaid);

    /// @notice Not a series of this registry.
    error Backstop_UnknownSeries(address series);

    /// @notice The series still needs its rights, or has none left.
    error Backstop_NoRightsToEnd(address series);

    /// @notice There is no series with this id.
    error Backstop_NoSuchSeries(uint256 id, uint256 seriesCount);

    /// @param implementations_ Contracts to clone; tokens, treasury and oracles are those of the series among them.
    /// @param admin Holder of DEFAULT_ADMIN_ROLE.
    constructor(SeriesAddresses memory implementations_, address admin) {
        BackstopSeries series = BackstopSeries(implementations_.series);
        usdt = series.usdt();
        btc = series.btc();
        mstr = series.mstr();
        treasury = series.treasury();
        mstrOracle = series.mstrOracle();
        btcOracle = series.btcOracle();
        _implementations = implementations_;
        _markShared();
        _markSeries(implementations_);
        _grantRole(DEFAULT_ADMIN_ROLE, admin);
    }

    /// @notice Creates a series. OPERATOR_ROLE only. rules.md B1
    /// @dev Reverts with AccessControlUnauthorizedAccount and the errors of TermsValidation.
    /// @param terms Terms, fixed for ever.
    /// @return id Index of the series.
    /// @return created Its contracts.
    function createSeries(Terms calldata terms)
        external
        onlyRole(OPERATOR_ROLE)
        returns (uint256 id, SeriesAddresses memory created)
    {
        TermsValidation.check(terms);
        TermsValidation.checkOracle(terms, mstrOracle);
        TermsValidation.checkOracle(terms, btcOracle);
        TermsValidation.checkStrikes(terms, mstrOracle);
        id = _all.length;
        created = _clone();
        _all.push(created);
        isSeries[created.series] = true;
        _markSeries(created);
        _initialize(created, terms);
        treasury.grantRole(PAYEE_ROLE, created.series);
        mstr.grantRole(MINTER_ROLE, created.series);
        emit SeriesCreated(id, created.series, created.pool, created.ledger, created.note, created.warrant, terms);
    }

    /// @notice Takes from a series the right to mint MSTR once its compensation is fixed, and the right to be paid by the
    /// treasury once it is owed nothing. Anyone may call.
    /// @dev Reverts with Backstop_UnknownSeries, Backstop_NoRightsToEnd.
    /// @param series Series whose rights are over.
    function endRights(address series) external {
        if (!isSeries[series]) revert Backstop_UnknownSeries(series);
        (bool needsMinting, bool needsPay) = BackstopSeries(series).needsRights();
        bool mayMint = mstr.hasRole(MINTER_ROLE, series);
        bool mayBePaid = treasury.hasRole(PAYEE_ROLE, series);
        bool endsMinting = mayMint && !needsMinting;
        bool endsPay = mayBePaid && !needsPay;
        if (!endsMinting && !endsPay) revert Backstop_NoRightsToEnd(series);
        emit RightsEnded(series, mayMint && needsMinting, mayBePaid && needsPay);
        if (endsMinting) mstr.revokeRole(MINTER_ROLE, series);
        if (endsPay) treasury.revokeRole(PAYEE_ROLE, series);
    }

    /// @notice Number of series.
    function seriesCount() external view returns (uint256) {
        return _all.length;
    }

    /// @notice Contracts of series number `id`. Reverts with Backstop_NoSuchSeries.
    function seriesAt(uint256 id) external view returns (SeriesAddresses memory) {
        if (id >= _all.length) revert Backstop_NoSuchSeries(id, _all.length);
        return _all[id];
    }

    /// @notice Contracts of all series, the oldest first.
    function allSeries() external view returns (SeriesAddresses[] memory) {
        return _all;
    }

    /// @notice Contracts that are cloned for a new series.
    function implementations() external view returns (SeriesAddresses memory) {
        return _implementations;
    }

    /// @dev The contracts that all series share, and the registry.
    function _markShared() private {
        isProtocol[address(this)] = true;
        isProtocol[address(usdt)] = true;
        isProtocol[address(btc)] = true;
        isProtocol[address(mstr)] = true;
        isProtocol[address(treasury)] = true;
        isProtocol[address(mstrOracle)] = true;
        isProtocol[address(mstrOracle.adapter())] = true;
        isProtocol[address(btcOracle)] = true;
        isProtocol[address(btcOracle.adapter())] = true;
    }

    /// @dev The contracts of one series.
    function _markSeries(SeriesAddresses memory contracts) private {
        isProtocol[contracts.series] = true;
        isProtocol[contracts.pool] = true;
        isProtocol[contracts.ledger] = true;
        isProtocol[contracts.note] = true;
        isProtocol[contracts.warrant] = true;
    }

    /// @dev Clones without terms; nobody can come between, it is one transaction.
    function _clone() private returns (SeriesAddresses memory) {
        return SeriesAddresses(
            Clones.clone(_implementations.series),
            Clones.clone(_implementations.pool),
            Clones.clone(_implementations.ledger),
            Clones.clone(_implementations.note),
            Clones.clone(_implementations.warrant)
        );
    }

    /// @dev Binds the clones to each other and to the terms.
    function _initialize(SeriesAddresses memory created, Terms calldata terms) private {
        BackstopSeries series = BackstopSeries(created.series);
        series.initialize(terms, created);
        BackstopPool(created.pool).initialize(series, terms.stakingOpen, terms.stakingClose, terms.upfrontAsset);
        SeriesLedger(created.ledger).initialize(created.series);
        NoteNFT(created.note).initialize(created.series, terms.name);
        WarrantNFT(created.warrant).initialize(created.series, terms.name);
    }
}
