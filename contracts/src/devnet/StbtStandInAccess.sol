// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtOwnable} from "../stbt/StbtOwnable.sol";
import {Permission} from "../stbt/StbtTypes.sol";

/// @title Roles, permissions and documents as the live STBT has them
/// @notice Nothing of it but documents and the owner tells of itself in events.
abstract contract StbtStandInAccess is StbtOwnable {
    struct Document {
        bytes32 docHash;
        uint256 lastModified;
        string uri;
    }

    /// @notice Issues, redeems and rebases: a timelock.
    address public issuer;

    /// @notice Moves and burns by order of a court.
    address public controller;

    /// @notice Gives and takes permissions.
    address public moderator;

    /// @notice Words kept free behind a proxy.
    uint256[300] public placeholders;

    /// @notice What an address may do.
    mapping(address => Permission) public permissions;

    /// @notice The newest version of a document.
    mapping(bytes32 => Document) public documents;

    /// @notice Place of a name in the list, from 1 on. Stays when a document is removed.
    mapping(bytes32 => uint256) public docIndexes;

    bytes32[] private _names;

    event DocumentUpdated(bytes32 indexed _name, string _uri, bytes32 _documentHash);
    event DocumentRemoved(bytes32 indexed _name, string _uri, bytes32 _documentHash);

    modifier onlyIssuer() {
        require(msg.sender == issuer, "STBT: NOT_ISSUER");
        _;
    }

    modifier onlyController() {
        require(msg.sender == controller, "STBT: NOT_CONTROLLER");
        _;
    }

    /// @notice Owner only.
    function setIssuer(address issuer_) external onlyOwner {
        issuer = issuer_;
    }

    /// @notice Owner only.
    function setController(address controller_) external onlyOwner {
        controller = controller_;
    }

    /// @notice Owner only.
    function setModerator(address moderator_) external onlyOwner {
        moderator = moderator_;
    }

    /// @notice Moderator only. Emits nothing.
    function setPermission(address addr, Permission calldata permission) external {
        require(msg.sender == moderator, "STBT: NOT_MODERATOR");
        permissions[addr] = permission;
    }

    /// @notice Adds or replaces a document. Owner only.
    function setDocument(bytes32 name_, string calldata uri, bytes32 documentHash) external onlyOwner {
        require(name_ != 0, "STBT: INVALID_DOC_NAME");
        require(bytes(uri).length > 0, "STBT: INVALID_URL");
        if (documents[name_].lastModified == 0) {
            _names.push(name_);
            docIndexes[name_] = _names.length;
        }
        documents[name_] = Document(documentHash, block.timestamp, uri);
        emit DocumentUpdated(name_, uri, documentHash);
    }

    /// @notice Takes a document off the list; the event is empty. Owner only.
    function removeDocument(bytes32 name_) external onlyOwner {
        require(documents[name_].lastModified != 0, "STBT: DOC_NOT_EXIST");
        uint256 place = docIndexes[name_];
        bytes32 last = _names[_names.length - 1];
        _names[place - 1] = last;
        if (last != name_) docIndexes[last] = place;
        _names.pop();
        delete documents[name_];
        emit DocumentRemoved(name_, "", 0);
    }

    /// @notice The newest version of a document.
    function getDocument(bytes32 name_) external view returns (string memory, bytes32, uint256) {
        Document storage found = documents[name_];
        return (found.uri, found.docHash, found.lastModified);
    }

    /// @notice The names of all documents.
    function getAllDocuments() external view returns (bytes32[] memory) {
        return _names;
    }

    function _isCurrent(Permission storage permission) internal view returns (bool) {
        return permission.expiryTime == 0 || permission.expiryTime > block.timestamp;
    }

    function _checkMaySend(address account) internal view {
        require(permissions[account].sendAllowed, "STBT: NO_SEND_PERMISSION");
        require(_isCurrent(permissions[account]), "STBT: SEND_PERMISSION_EXPIRED");
    }

    function _checkMayReceive(address account) internal view {
        require(permissions[account].receiveAllowed, "STBT: NO_RECEIVE_PERMISSION");
        require(_isCurrent(permissions[account]), "STBT: RECEIVE_PERMISSION_EXPIRED");
    }
}
