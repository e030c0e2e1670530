// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PAUSER_ROLE} from "../shared/Roles.sol";
import {SiloMath} from "./SiloMath.sol";
import {SiloReserve} from "./SiloReserve.sol";
import {SiloSettings} from "./SiloSettings.sol";
import {Cycle, Key, Shares} from "./SiloTypes.sol";
import {TRUSTEE_ROLE, TrusteeWeights} from "./TrusteeWeights.sol";
import {Kind, Proposal, Stage} from "./TrusteesTypes.sol";

/// @title The trustees' votes
/// @notice Any trustee proposes, more than half of all weight decides, anyone executes. What changes the rules waits for
/// a public delay and can be cancelled by the same vote until then. No single trustee can do anything, but with more
/// than half of the weight. rules.md S14, S18, S19
/// @dev A vote is for a proposal and final; not to vote is to be against it.
contract Trustees is TrusteeWeights {
    /// @dev Proposals of one trustee in a cycle: a list that people read stays readable.
    uint256 private constant MAX_PROPOSALS = 16;

    /// @notice The reserve that votes act on.
    SiloReserve public immutable reserve;

    /// @notice Parameters that votes change.
    SiloSettings public immutable settings;

    /// @notice Proposals so far; the first is 1.
    uint256 public proposalCount;

    /// @dev Proposals up to this one lapsed with a hand-over.
    uint256 private _lapsedUpTo;

    mapping(uint256 id => Proposal) private _proposals;
    mapping(uint256 id => mapping(address account => bool)) private _hasVoted;
    mapping(uint64 cycle => mapping(address trustee => uint256)) private _proposedIn;

    /// @dev Of a cycle's distributions with a majority the one whose vote ends first; 0: none.
    mapping(uint64 cycle => uint256 id) private _winnerOf;

    /// @notice A proposal was made. `data`: the arguments of its kind; `endsAt`: unix seconds.
    event Proposed(uint256 indexed id, Kind indexed kind, address indexed proposer, uint256 endsAt, bytes data);

    /// @notice A trustee voted for a proposal. `yes`: all weight for it so far.
    event Voted(uint256 indexed id, address indexed trustee, uint256 weight, uint256 yes);

    /// @notice A vote was carried out; `readyAt`: from when the change may be applied, 0 where it acted at once.
    event Executed(uint256 indexed id, uint256 readyAt);

    /// @notice A change holds from now on.
    event Applied(uint256 indexed id);

    /// @notice A change was stopped by another vote.
    event CancelledBy(uint256 indexed id, uint256 indexed by);

    /// @notice Proposals open when the last closing can't be repeated any more. Unix seconds.
    error Silos_ProposalsClosed(uint256 opensAt, uint256 now_);

    /// @notice The trustee has made as many proposals in this cycle as one may.
    error Silos_TooManyProposals(uint256 most);

    /// @notice The parts of a distribution must sum to 10000.
    error Silos_WrongShares(uint256 sum);

    /// @notice The account has no weight in this proposal, or has voted.
    error Silos_CannotVote(uint256 id, address account);

    /// @notice The proposal does not stand where this would need it to.
    error Silos_WrongStage(uint256 id, Stage stage);

    /// @notice The change is public, but not to be applied yet. Unix seconds.
    error Silos_NotReady(uint256 id, uint256 readyAt, uint256 now_);

    /// @param reserve_ The reserve; it gives this contract its role.
    /// @param settings_ The reserve's settings.
    /// @param accounts The first trustees.
    /// @param weights Their weights.
    constructor(SiloReserve reserve_, SiloSettings settings_, address[] memory accounts, uint256[] memory weights) {
        (reserve, settings) = (reserve_, settings_);
        _setTrustees(accounts, weights);
    }

    /// @notice Proposes how to distribute the chamber. The ecosystem's address is the one of now. rules.md S10
    /// @dev Reverts with Silos_WrongShares and as every proposal: AccessControlUnauthorizedAccount,
    /// Silos_ProposalsClosed, Silos_TooManyProposals.
    /// @param shares Parts in basis points; they sum to 10000.
    /// @return id Number of the proposal.
    function proposeDistribution(Shares calldata shares) external returns (uint256 id) {
        uint256 sum = uint256(shares.recapEqualBps) + shares.recapFullBps + shares.dividendBps + shares.ecosystemBps;
        if (sum != SiloMath.BPS) revert Silos_WrongShares(sum);
        return _propose(Kind.Distribution, abi.encode(shares, settings.parameters().ecosystem));
    }

    /// @notice Proposes to sell XTZ of Silo 4 for Silo 1. rules.md S7
    /// @param xtzAmount The most XTZ to sell (6 decimals).
    /// @param minProceeds Least USDC (6 decimals).
    /// @return id Number of the proposal.
    function proposeCover(uint256 xtzAmount, uint256 minProceeds) external returns (uint256 id) {
        return _propose(Kind.Cover, abi.encode(xtzAmount, minProceeds));
    }

    /// @notice Proposes another value of a parameter. Reverts as `SiloSettings.check`, too. rules.md S19
    /// @param key Which.
    /// @param value In its own unit; an address as a number.
    /// @return id Number of the proposal.
    function proposeParameter(Key key, uint256 value) external returns (uint256 id) {
        settings.check(key, value);
        return _propose(Kind.Parameter, abi.encode(key, value));
    }

    /// @notice Proposes other trustees or weights. Reverts with Silos_WrongNumberOfTrustees, Silos_InvalidTrustee, too.
    /// @param accounts Trustees.
    /// @param weights Their weights.
    /// @return id Number of the proposal.
    function proposeWeights(address[] calldata accounts, uint256[] calldata weights) external returns (uint256 id) {
        _requireTrustees(accounts, weights);
        return _propose(Kind.Weights, abi.encode(accounts, weights));
    }

    /// @notice Proposes that one account, the governor of a DAO, takes all weight. Every proposal made before it takes
    /// over then lapses, pending changes included; dividends stay claimable. rules.md S18
    /// @param governor The only trustee from then on.
    /// @return id Number of the proposal.
    function proposeHandOver(address governor) external returns (uint256 id) {
        (address[] memory accounts, uint256[] memory weights) = _only(governor);
        _requireTrustees(accounts, weights);
        return _propose(Kind.HandOver, abi.encode(governor));
    }

    /// @notice Proposes to stop a pending change. Reverts with Silos_WrongStage, too. rules.md S19
    /// @param change Number of its proposal.
    /// @return id Number of the proposal.
    function proposeCancel(uint256 change) external returns (uint256 id) {
        _requireStage(change, Stage.Pending);
        return _propose(Kind.Cancel, abi.encode(change));
    }

    /// @notice Votes for a proposal with all the weight the caller has in it, once and for good.
    /// @dev Reverts with Silos_WrongStage, Silos_CannotVote.
    /// @param id Number of the proposal.
    function vote(uint256 id) external {
        _requireStage(id, Stage.Voting);
        Proposal storage made = _proposals[id];
        uint256 weight = weightOf(made.weightSet, msg.sender);
        if (weight == 0 || _hasVoted[id][msg.sender]) revert Silos_CannotVote(id, msg.sender);
        _hasVoted[id][msg.sender] = true;
        made.yes += weight;
        if (made.kind == Kind.Distribution && _isCarried(made)) _runFor(id, made);
        emit Voted(id, msg.sender, weight, made.yes);
    }

    /// @notice Carries a vote out once it has ended with more than half of all weight; anyone may, until the next
    /// closing. Of distributions only the first of a cycle. rules.md S18
    /// @dev Reverts with Silos_WrongStage, and with what the reserve reverts with: then it may be tried again.
    /// @param id Number of the proposal.
    function execute(uint256 id) external {
        _requireStage(id, Stage.Passed);
        Proposal storage made = _proposals[id];
        made.isDone = true;
        Kind kind = made.kind;
        uint256 readyAt = 0;
        bool isChange = kind == Kind.Parameter || kind == Kind.Weights || kind == Kind.HandOver;
        if (isChange) {
            readyAt = block.timestamp + settings.parameters().delaySeconds;
            // forge-lint: disable-next-line(unsafe-typecast)
            made.readyAt = uint64(readyAt);
            made.isDone = false;
        }
        emit Executed(id, readyAt);
        if (kind == Kind.Distribution) _distribute(made);
        else if (kind == Kind.Cover) _cover(made.data);
        else if (kind == Kind.Cancel) _cancel(id, abi.decode(made.data, (uint256)));
    }

    /// @notice Lets a change hold once its public delay is over; anyone may. rules.md S19
    /// @dev Reverts with Silos_WrongStage, Silos_NotReady, and as `SiloSettings.set`.
    /// @param id Number of its proposal.
    function applyChange(uint256 id) external {
        _requireStage(id, Stage.Pending);
        Proposal storage made = _proposals[id];
        if (block.timestamp < made.readyAt) revert Silos_NotReady(id, made.readyAt, block.timestamp);
        made.isDone = true;
        emit Applied(id);
        if (made.kind == Kind.Parameter) {
            (Key key, uint256 value) = abi.decode(made.data, (Key, uint256));
            _setParameter(key, value);
        } else if (made.kind == Kind.Weights) {
            (address[] memory accounts, uint256[] memory weights) = abi.decode(made.data, (address[], uint256[]));
            _setTrustees(accounts, weights);
        } else {
            (address[] memory accounts, uint256[] memory weights) = _only(abi.decode(made.data, (address)));
            _setTrustees(accounts, weights);
            _lapsedUpTo = proposalCount;
        }
    }

    /// @notice A proposal.
    /// @param id Its number.
    function proposal(uint256 id) external view returns (Proposal memory) {
        return _proposals[id];
    }

    /// @notice Whether an account has voted for a proposal.
    /// @param id Number of the proposal.
    /// @param account Trustee.
    function hasVoted(uint256 id, address account) external view returns (bool) {
        return _hasVoted[id][account];
    }

    /// @notice When proposals open, or have opened, in this cycle. rules.md S18
    /// @return Unix seconds.
    function proposalsOpenAt() public view returns (uint256) {
        return reserve.cycle().closedAt + settings.parameters().repeatSeconds;
    }

    /// @notice Where a proposal stands. rules.md S18
    /// @param id Its number; one that does not exist is Lapsed.
    function stageOf(uint256 id) public view returns (Stage) {
        Proposal storage made = _proposals[id];
        if (made.isDone) return Stage.Done;
        if (made.isCancelled) return Stage.Cancelled;
        if (id <= _lapsedUpTo) return Stage.Lapsed;
        if (made.readyAt != 0) return Stage.Pending;
        if (made.endsAt == 0 || made.cycle != reserve.cycle().number) return Stage.Lapsed;
        if (block.timestamp < made.endsAt) return Stage.Voting;
        if (!_isCarried(made)) return Stage.Failed;
        if (made.kind == Kind.Distribution && _winnerOf[made.cycle] != id) return Stage.Lapsed;
        return Stage.Passed;
    }

    function _propose(Kind kind, bytes memory data) private onlyRole(TRUSTEE_ROLE) returns (uint256 id) {
        uint256 opensAt = proposalsOpenAt();
        if (block.timestamp < opensAt) revert Silos_ProposalsClosed(opensAt, block.timestamp);
        uint64 cycle = reserve.cycle().number;
        if (_proposedIn[cycle][msg.sender] >= MAX_PROPOSALS) revert Silos_TooManyProposals(MAX_PROPOSALS);
        _proposedIn[cycle][msg.sender] += 1;
        id = ++proposalCount;
        Proposal storage made = _proposals[id];
        uint256 endsAt = block.timestamp + settings.parameters().voteSeconds;
        (made.kind, made.proposer, made.data) = (kind, msg.sender, data);
        // forge-lint: disable-next-line(unsafe-typecast)
        (made.cycle, made.endsAt, made.weightSet) = (cycle, uint64(endsAt), weightSet);
        emit Proposed(id, kind, msg.sender, endsAt, data);
    }

    /// @dev Whether more than half of all weight is for it.
    function _isCarried(Proposal storage made) private view returns (bool) {
        return made.yes * 2 > totalWeight(made.weightSet);
    }

    /// @dev Of a cycle's distributions the one whose vote ends first wins, of those that end together the older one.
    function _runFor(uint256 id, Proposal storage made) private {
        uint256 winner = _winnerOf[made.cycle];
        uint256 endsAt = _proposals[winner].endsAt;
        // One that lapsed with a hand-over stands in nobody's way.
        bool isNone = winner == 0 || (winner <= _lapsedUpTo && !_proposals[winner].isDone);
        bool isFirst = isNone || made.endsAt < endsAt || (made.endsAt == endsAt && id < winner);
        if (isFirst) _winnerOf[made.cycle] = id;
    }

    function _distribute(Proposal storage made) private {
        (Shares memory shares, address ecosystem) = abi.decode(made.data, (Shares, address));
        (address[] memory accounts, uint256[] memory weights) = trusteesOf(made.weightSet);
        reserve.distribute(shares, ecosystem, accounts, weights);
    }

    function _cover(bytes memory data) private {
        (uint256 xtzAmount, uint256 minProceeds) = abi.decode(data, (uint256, uint256));
        reserve.cover(xtzAmount, minProceeds);
    }

    function _cancel(uint256 id, uint256 change) private {
        _requireStage(change, Stage.Pending);
        _proposals[change].isCancelled = true;
        emit CancelledBy(change, id);
    }

    /// @dev The pauser is a role on the reserve, too.
    function _setParameter(Key key, uint256 value) private {
        if (key == Key.Pauser) {
            reserve.revokeRole(PAUSER_ROLE, settings.parameters().pauser);
            // Within uint160: the bounds of the settings.
            // forge-lint: disable-next-line(unsafe-typecast)
            reserve.grantRole(PAUSER_ROLE, address(uint160(value)));
        }
        settings.set(key, value);
    }

    /// @dev All weight to one account.
    function _only(address governor) private pure returns (address[] memory accounts, uint256[] memory weights) {
        accounts = new address[](1);
        weights = new uint256[](1);
        (accounts[0], weights[0]) = (governor, 1);
    }

    /// @dev Reverts with Silos_WrongStage.
    function _requireStage(uint256 id, Stage needed) private view {
        Stage stage = stageOf(id);
        if (stage != needed) revert Silos_WrongStage(id, stage);
    }
}
