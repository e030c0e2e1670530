// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @dev What a proposal is about. Distribution and Cover act at once; the others wait for the public delay, but Cancel,
/// which stops one of those. rules.md S18, S19
enum Kind {
    Distribution,
    Cover,
    Parameter,
    Weights,
    HandOver,
    Cancel
}

/// @dev Where a proposal stands. Lapsed: not executed in its cycle, another distribution came first, or a hand-over
/// came in between. Pending: passed, and waiting for its date.
enum Stage {
    Voting,
    Failed,
    Passed,
    Lapsed,
    Done,
    Pending,
    Cancelled
}

/// @dev A proposal. `cycle`: number of closed cycles when it was made; `weightSet`: whose weights count; `yes`: weight
/// that voted for it; `readyAt`: from when a change may be applied, 0 before it is executed (unix seconds); `data`: the
/// arguments of its kind.
struct Proposal {
    Kind kind;
    bool isDone;
    bool isCancelled;
    uint64 cycle;
    uint64 endsAt;
    uint64 readyAt;
    uint64 weightSet;
    address proposer;
    uint256 yes;
    bytes data;
}
