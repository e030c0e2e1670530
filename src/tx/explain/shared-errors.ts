import { parseAbi } from 'viem'

import type { ErrorBook } from './error-book'
import { amountIn, notForYou, plain, refresh, report, text } from './error-words'

/** What contracts of every system may answer: OpenZeppelin's errors. Tether and Multicall3 have none of their own. */
export const sharedErrors: ErrorBook = {
  abis: [
    parseAbi([
      'error InvalidInitialization()',
      'error NotInitializing()',
      'error ReentrancyGuardReentrantCall()',
      'error SafeERC20FailedOperation(address token)',
      'error AccessControlBadConfirmation()',
      'error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)',
      'error FailedDeployment()',
      'error InsufficientBalance(uint256 balance, uint256 needed)',
      'error EnforcedPause()',
      'error ExpectedPause()',
      'error SafeCastOverflowedIntToUint(int256 value)',
      'error SafeCastOverflowedUintToInt(uint256 value)',
      'error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)',
      'error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)',
      'error ERC20InvalidApprover(address approver)',
      'error ERC20InvalidReceiver(address receiver)',
      'error ERC20InvalidSender(address sender)',
      'error ERC20InvalidSpender(address spender)',
      'error ERC721EnumerableForbiddenBatchMint()',
      'error ERC721IncorrectOwner(address sender, uint256 tokenId, address owner)',
      'error ERC721InsufficientApproval(address operator, uint256 tokenId)',
      'error ERC721InvalidApprover(address approver)',
      'error ERC721InvalidOperator(address operator)',
      'error ERC721InvalidOwner(address owner)',
      'error ERC721InvalidReceiver(address receiver)',
      'error ERC721InvalidSender(address sender)',
      'error ERC721NonexistentToken(uint256 tokenId)',
      'error ERC721OutOfBoundsIndex(address owner, uint256 index)',
      'error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)',
    ]),
  ],
  sentences: {
    AccessControlUnauthorizedAccount: ({ account, neededRole }) => [
      `${text(account)} does not have the role for this (${text(neededRole).slice(0, 10)}…).`,
      'Use an account that has it.',
    ],
    AccessControlBadConfirmation: () => [
      'A role can only be given up by the account that has it.',
      notForYou,
    ],
    EnforcedPause: () => ['The contract is paused for entries.', 'Exits still work; wait for the rest.'],
    ExpectedPause: () => ['The contract is not paused.', refresh],
    ReentrancyGuardReentrantCall: () => ['The contract was called again while it was running.', report],
    InvalidInitialization: () => ['The contract has been set up already.', report],
    NotInitializing: () => ['The contract is not being set up.', report],
    FailedDeployment: () => ['A contract could not be created.', report],
    InsufficientBalance: ({ balance, needed }) => [
      `${plain(needed)} wei is needed, and there are ${plain(balance)}.`,
      'Add ether and try again.',
    ],
    SafeERC20FailedOperation: ({ token }) => [
      `The token ${text(token)} refused the transfer.`,
      'Check the balance, the allowance and whether the token is paused.',
    ],
    SafeCastOverflowedIntToUint: ({ value }) => [`A number is out of range: ${text(value)}.`, report],
    SafeCastOverflowedUintDowncast: ({ value }) => [`A number is out of range: ${text(value)}.`, report],
    ERC20InsufficientBalance: ({ sender, balance, needed }, moved) => {
      const unit = sender === moved?.account ? moved?.gives : moved?.gets
      const is = `${amountIn(needed, unit)} is needed, and there is ${amountIn(balance, unit)}.`
      return [unit ? is : `Too little of a token: ${is}`, 'Lower the amount, or add to the balance.']
    },
    ERC20InsufficientAllowance: ({ allowance, needed }, moved) => {
      const unit = moved?.gives
      const is = `${amountIn(needed, unit)} would be taken, and ${amountIn(allowance, unit)} is allowed.`
      return [
        unit ? is : `Too little of a token is allowed: ${is}`,
        'Close this and try again: the allowance is checked anew.',
      ]
    },
    ERC20InvalidApprover: () => ['The token does not accept this account as the one that allows.', report],
    ERC20InvalidReceiver: ({ receiver }) => [
      `The token cannot be sent to ${text(receiver)}.`,
      'Choose another address.',
    ],
    ERC20InvalidSender: ({ sender }) => [`The token cannot be sent by ${text(sender)}.`, report],
    ERC20InvalidSpender: ({ spender }) => [`${text(spender)} cannot be allowed to spend.`, report],
    ERC721EnumerableForbiddenBatchMint: () => ['Tokens can only be made one by one.', report],
    ERC721IncorrectOwner: ({ tokenId, owner }) => [
      `Number ${plain(tokenId)} belongs to ${text(owner)}.`,
      'Use the account that owns it.',
    ],
    ERC721InsufficientApproval: ({ operator, tokenId }) => [
      `${text(operator)} may not move number ${plain(tokenId)}.`,
      'Its owner has to allow it first.',
    ],
    ERC721InvalidApprover: () => [
      'Only the owner may allow others to move this token.',
      'Use the account that owns it.',
    ],
    ERC721InvalidOperator: ({ operator }) => [`${text(operator)} cannot be allowed to move tokens.`, report],
    ERC721InvalidOwner: ({ owner }) => [`${text(owner)} cannot own tokens.`, report],
    ERC721InvalidReceiver: ({ receiver }) => [
      `${text(receiver)} cannot receive this kind of token.`,
      'It is a contract that does not accept NFTs: choose another address.',
    ],
    ERC721InvalidSender: ({ sender }) => [`The token cannot come from ${text(sender)}.`, report],
    ERC721NonexistentToken: ({ tokenId }) => [
      `Number ${plain(tokenId)} does not exist, or was used up.`,
      refresh,
    ],
    ERC721OutOfBoundsIndex: ({ index }) => [`There is no token at place ${plain(index)}.`, refresh],
    SafeCastOverflowedUintToInt: ({ value }) => [`A number is out of range: ${text(value)}.`, report],
  },
}
