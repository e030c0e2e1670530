// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title What the old contract passes on to the one Tether has moved to
interface SuccessorToken {
    /// @notice `transfer`.
    function transferByLegacy(address from, address to, uint256 value) external;

    /// @notice `transferFrom`.
    function transferFromByLegacy(address sender, address from, address spender, uint256 value) external;

    /// @notice `approve`.
    function approveByLegacy(address from, address spender, uint256 value) external;

    /// @notice USDT of an account (6 decimals).
    function balanceOf(address who) external view returns (uint256);

    /// @notice What a spender may still take (USDT, 6 decimals).
    function allowance(address owner, address spender) external view returns (uint256);

    /// @notice All USDT (6 decimals).
    function totalSupply() external view returns (uint256);
}

/// @title USDT for local chains and tests
/// @notice Behaves like Tether's token, quirks included (rules.md U1-U6): transfers return nothing, `approve` refuses to
/// change one non-zero allowance into another, a balance or allowance too small ends in an invalid opcode, every other
/// refusal has empty revert data, a transfer fee, a blacklist and a pause can be switched on, and it can move to another
/// contract (`deprecate`). `faucet` and `legacySupply` are the only additions.
contract TetherUSD {
    /// @notice Allowance that is not decremented. rules.md U6
    uint256 public constant MAX_UINT = type(uint256).max;

    /// @notice Token name.
    string public name = "Tether USD";

    /// @notice Token symbol.
    string public symbol = "USDT";

    /// @notice Decimals, as uint256. rules.md U6
    uint256 public decimals = 6;

    /// @notice All USDT of this contract (6 decimals).
    uint256 public legacySupply;

    /// @notice Who may issue, redeem, pause, blacklist and set the fee; receives the transfer fee.
    address public owner = msg.sender;

    /// @notice Transfer fee in basis points. rules.md U4
    uint256 public basisPointsRate;

    /// @notice Most that one transfer costs (USDT, 6 decimals). rules.md U4
    uint256 public maximumFee;

    /// @notice Whether transfers are stopped. rules.md U5
    bool public paused;

    /// @notice Whether Tether has moved to another contract, to which this one passes on what it is asked.
    bool public deprecated;

    /// @notice Contract Tether has moved to.
    address public upgradedAddress;

    /// @notice USDT of an account (6 decimals).
    mapping(address account => uint256) public balances;

    /// @notice What a spender may still take (USDT, 6 decimals).
    mapping(address account => mapping(address spender => uint256)) public allowed;

    /// @notice Whether an account may not send. rules.md U5
    mapping(address account => bool) public isBlackListed;

    /// @notice USDT moved (6 decimals).
    event Transfer(address indexed from, address indexed to, uint256 value);

    /// @notice An allowance was set (USDT, 6 decimals).
    event Approval(address indexed owner, address indexed spender, uint256 value);

    /// @notice The owner issued USDT to itself (6 decimals).
    event Issue(uint256 amount);

    /// @notice The owner destroyed its own USDT (6 decimals).
    event Redeem(uint256 amount);

    /// @notice The transfer fee changed; `maxFee` in USDT (6 decimals).
    event Params(uint256 feeBasisPoints, uint256 maxFee);

    /// @notice An account can no longer send.
    event AddedBlackList(address _user);

    /// @notice An account can send again.
    event RemovedBlackList(address _user);

    /// @notice A blacklisted account's USDT (6 decimals) were destroyed.
    event DestroyedBlackFunds(address _blackListedUser, uint256 _balance);

    /// @notice Tether has moved.
    event Deprecate(address newAddress);

    /// @notice Transfers stopped.
    event Pause();

    /// @notice Transfers run again.
    event Unpause();

    /// @dev Refuses with empty revert data, like all of Tether's checks.
    modifier onlyOwner() {
        require(msg.sender == owner);
        _;
    }

    /// @dev rules.md U5
    modifier whenNotPaused() {
        require(!paused);
        _;
    }

    /// @notice Mints for tests; the real token has no such function.
    /// @param to Recipient.
    /// @param amount USDT (6 decimals).
    function faucet(address to, uint256 amount) external {
        legacySupply += amount;
        balances[to] += amount;
        emit Transfer(address(0), to, amount);
    }

    /// @notice Sends USDT (6 decimals), less the fee. Returns nothing. rules.md U1, U3-U5
    function transfer(address _to, uint256 _value) external whenNotPaused {
        require(!isBlackListed[msg.sender]);
        if (deprecated) SuccessorToken(upgradedAddress).transferByLegacy(msg.sender, _to, _value);
        else _move(msg.sender, _to, _value);
    }

    /// @notice Sends another account's USDT (6 decimals) within the allowance. Returns nothing. rules.md U1, U3-U6
    function transferFrom(address _from, address _to, uint256 _value) external whenNotPaused {
        require(!isBlackListed[_from]);
        if (deprecated) {
            SuccessorToken(upgradedAddress).transferFromByLegacy(msg.sender, _from, _to, _value);
            return;
        }
        uint256 allowance_ = allowed[_from][msg.sender];
        if (allowance_ < MAX_UINT) allowed[_from][msg.sender] = _subtract(allowance_, _value);
        _move(_from, _to, _value);
    }

    /// @notice Sets an allowance (USDT, 6 decimals); from non-zero only to zero. Works while paused. rules.md U1, U2, U5
    function approve(address _spender, uint256 _value) external {
        if (deprecated) {
            SuccessorToken(upgradedAddress).approveByLegacy(msg.sender, _spender, _value);
            return;
        }
        require(_value == 0 || allowed[msg.sender][_spender] == 0);
        allowed[msg.sender][_spender] = _value;
        emit Approval(msg.sender, _spender, _value);
    }

    /// @notice Switches the fee: under 20 bps, a maximum under 50 whole USDT. Owner only. rules.md U4
    function setParams(uint256 newBasisPoints, uint256 newMaxFee) external onlyOwner {
        require(newBasisPoints < 20);
        require(newMaxFee < 50);
        basisPointsRate = newBasisPoints;
        maximumFee = newMaxFee * 10 ** decimals;
        emit Params(basisPointsRate, maximumFee);
    }

    /// @notice Issues USDT (6 decimals) to the owner. Owner only.
    function issue(uint256 amount) external onlyOwner {
        legacySupply += amount;
        balances[owner] += amount;
        emit Issue(amount);
    }

    /// @notice Destroys the owner's USDT (6 decimals). Owner only.
    function redeem(uint256 amount) external onlyOwner {
        require(legacySupply >= amount);
        require(balances[owner] >= amount);
        legacySupply -= amount;
        balances[owner] -= amount;
        emit Redeem(amount);
    }

    /// @notice Stops an account from sending. Owner only. rules.md U5
    function addBlackList(address _evilUser) external onlyOwner {
        isBlackListed[_evilUser] = true;
        emit AddedBlackList(_evilUser);
    }

    /// @notice Lets an account send again. Owner only.
    function removeBlackList(address _clearedUser) external onlyOwner {
        isBlackListed[_clearedUser] = false;
        emit RemovedBlackList(_clearedUser);
    }

    /// @notice Destroys a blacklisted account's USDT. Owner only.
    function destroyBlackFunds(address _blackListedUser) external onlyOwner {
        require(isBlackListed[_blackListedUser]);
        uint256 dirtyFunds = balances[_blackListedUser];
        balances[_blackListedUser] = 0;
        legacySupply -= dirtyFunds;
        emit DestroyedBlackFunds(_blackListedUser, dirtyFunds);
    }

    /// @notice Stops all transfers. Owner only. rules.md U5
    function pause() external onlyOwner whenNotPaused {
        paused = true;
        emit Pause();
    }

    /// @notice Lets transfers run again. Owner only.
    function unpause() external onlyOwner {
        require(paused);
        paused = false;
        emit Unpause();
    }

    /// @notice Moves to another contract, for good. Owner only.
    function deprecate(address _upgradedAddress) external onlyOwner {
        deprecated = true;
        upgradedAddress = _upgradedAddress;
        emit Deprecate(_upgradedAddress);
    }

    /// @notice Hands the token over; the zero address is ignored, as in Tether. Owner only.
    function transferOwnership(address newOwner) external onlyOwner {
        if (newOwner != address(0)) owner = newOwner;
    }

    /// @notice USDT of an account (6 decimals).
    function balanceOf(address who) external view returns (uint256) {
        return deprecated ? SuccessorToken(upgradedAddress).balanceOf(who) : balances[who];
    }

    /// @notice What `_spender` may still take from `_owner` (USDT, 6 decimals).
    function allowance(address _owner, address _spender) external view returns (uint256 remaining) {
        return deprecated ? SuccessorToken(upgradedAddress).allowance(_owner, _spender) : allowed[_owner][_spender];
    }

    /// @notice Whether an account may not send. rules.md U5
    function getBlackListStatus(address _maker) external view returns (bool) {
        return isBlackListed[_maker];
    }

    /// @notice Same as `owner`.
    function getOwner() external view returns (address) {
        return owner;
    }

    /// @notice All USDT (6 decimals).
    function totalSupply() external view returns (uint256) {
        return deprecated ? SuccessorToken(upgradedAddress).totalSupply() : legacySupply;
    }

    /// @notice Same as `legacySupply` (USDT, 6 decimals).
    function _totalSupply() external view returns (uint256) {
        return legacySupply;
    }

    /// @dev The fee rounds down and goes to the owner. rules.md U4
    function _move(address from, address to, uint256 value) private {
        balances[from] = _subtract(balances[from], value);
        uint256 fee = value * basisPointsRate / 10_000;
        if (fee > maximumFee) fee = maximumFee;
        balances[to] += value - fee;
        if (fee > 0) {
            balances[owner] += fee;
            emit Transfer(from, owner, fee);
        }
        emit Transfer(from, to, value - fee);
    }

    /// @dev Too little ends in an invalid opcode: no reason, all gas. rules.md U3
    function _subtract(uint256 a, uint256 b) private pure returns (uint256) {
        if (b > a) {
            assembly ("memory-safe") {
                invalid()
            }
        }
        return a - b;
    }
}
