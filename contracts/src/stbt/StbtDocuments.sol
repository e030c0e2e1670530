// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {StbtOwnable} from "./StbtOwnable.sol";

/// @title Documents by name, as ERC-1643 has them
/// @dev The history of a document is in the events; only the newest version is kept. rules.md T16
abstract contract StbtDocuments is StbtOwnable {
    /// @param docHash keccak256 of the file.
    /// @param lastModified Unix seconds; 0 = there is no such document.
    /// @param uri Where the file is.
    struct Document {
        bytes32 docHash;
        uint256 lastModified;
        string uri;
    }

    /// @notice The newest version of a document.
    mapping(bytes32 docName => Document) public documents;

    /// @notice Place of a document's name in the list, from 1 on; 0 = it is not there.
    mapping(bytes32 docName => uint256) public docIndexes;

    bytes32[] private _names;

    /// @notice A document is new, or has a new version.
    event DocumentUpdated(bytes32 indexed _name, string _uri, bytes32 _documentHash);

    /// @notice A document was taken off the list: what it was.
    event DocumentRemoved(bytes32 indexed _name, string _uri, bytes32 _documentHash);

    /// @notice Adds or replaces a document. Owner only. Reverts with "STBT: INVALID_DOC_NAME", "STBT: INVALID_URL".
    /// @param docName Its name.
    /// @param uri Where the file is.
    /// @param documentHash keccak256 of the file.
    function setDocument(bytes32 docName, string calldata uri, bytes32 documentHash) external onlyOwner {
        require(docName != 0, "STBT: INVALID_DOC_NAME");
        require(bytes(uri).length > 0, "STBT: INVALID_URL");
        if (docIndexes[docName] == 0) {
            _names.push(docName);
            docIndexes[docName] = _names.length;
        }
        documents[docName] = Document(documentHash, block.timestamp, uri);
        emit DocumentUpdated(docName, uri, documentHash);
    }

    /// @notice Takes a document off the list. Owner only. Reverts with "STBT: DOC_NOT_EXIST". rules.md T16
    /// @param docName Its name.
    function removeDocument(bytes32 docName) external onlyOwner {
        uint256 place = docIndexes[docName];
        require(place != 0, "STBT: DOC_NOT_EXIST");
        Document memory removed = documents[docName];
        bytes32 last = _names[_names.length - 1];
        _names[place - 1] = last;
        docIndexes[last] = place;
        _names.pop();
        delete docIndexes[docName];
        delete documents[docName];
        emit DocumentRemoved(docName, removed.uri, removed.docHash);
    }

    /// @notice The newest version of a document.
    /// @param docName Its name.
    /// @return Where the file is.
    /// @return keccak256 of the file.
    /// @return Unix seconds of the change; 0 = there is no such document.
    function getDocument(bytes32 docName) external view returns (string memory, bytes32, uint256) {
        Document storage found = documents[docName];
        return (found.uri, found.docHash, found.lastModified);
    }

    /// @notice The names of all documents, in no order that means anything.
    function getAllDocuments() external view returns (bytes32[] memory) {
        return _names;
    }
}
