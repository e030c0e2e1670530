import { parseAbi } from 'viem'

import { displayAmount } from '../../math/amount'
import type { ErrorBook } from './error-book'
import { amountIn, notForYou, plain, refresh, report, text, whole } from './error-words'
import { t } from '../../words/t'

/** Every EVM chain counts its own coin with 18 decimals, whatever it is called. */
const coin = (value: unknown) => displayAmount(whole(value), 18, { maxFractionDigits: 18 })

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
      t`${text(account)} does not have the role for this (${text(neededRole).slice(0, 10)}…).`,
      t`Use an account that has it.`,
    ],
    AccessControlBadConfirmation: () => [
      t`A role can only be given up by the account that has it.`,
      notForYou,
    ],
    EnforcedPause: () => [t`The contract is paused for entries.`, t`Exits still work; wait for the rest.`],
    ExpectedPause: () => [t`The contract is not paused.`, refresh],
    ReentrancyGuardReentrantCall: () => [t`The contract was called again while it was running.`, report],
    InvalidInitialization: () => [t`The contract has been set up already.`, report],
    NotInitializing: () => [t`The contract is not being set up.`, report],
    FailedDeployment: () => [t`A contract could not be created.`, report],
    InsufficientBalance: ({ balance, needed }) => [
      t`${coin(needed)} of the chain’s own coin is needed, and there is ${coin(balance)}.`,
      t`Add some of the coin that fees are paid in to the account, then try again.`,
    ],
    SafeERC20FailedOperation: ({ token }) => [
      t`The token ${text(token)} refused the transfer.`,
      t`Check the balance, the allowance and whether the token is paused.`,
    ],
    SafeCastOverflowedIntToUint: ({ value }) => [t`A number is out of range: ${text(value)}.`, report],
    SafeCastOverflowedUintDowncast: ({ value }) => [t`A number is out of range: ${text(value)}.`, report],
    ERC20InsufficientBalance: ({ sender, balance, needed }, moved) => {
      const unit = sender === moved?.account ? moved?.gives : moved?.gets
      const is = t`${amountIn(needed, unit)} is needed, and there is ${amountIn(balance, unit)}.`
      return [unit ? is : t`Too little of a token: ${is}`, t`Lower the amount, or add to the balance.`]
    },
    ERC20InsufficientAllowance: ({ allowance, needed }, moved) => {
      const unit = moved?.gives
      const is = t`${amountIn(needed, unit)} would be taken, and ${amountIn(allowance, unit)} is allowed.`
      return [
        unit ? is : t`Too little of a token is allowed: ${is}`,
        t`Close this and try again: the allowance is checked anew.`,
      ]
    },
    ERC20InvalidApprover: () => [t`The token does not accept this account as the one that allows.`, report],
    ERC20InvalidReceiver: ({ receiver }) => [
      t`The token cannot be sent to ${text(receiver)}.`,
      t`Choose another address.`,
    ],
    ERC20InvalidSender: ({ sender }) => [t`The token cannot be sent by ${text(sender)}.`, report],
    ERC20InvalidSpender: ({ spender }) => [t`${text(spender)} cannot be allowed to spend.`, report],
    ERC721EnumerableForbiddenBatchMint: () => [t`Tokens can only be made one by one.`, report],
    ERC721IncorrectOwner: ({ tokenId, owner }) => [
      t`Number ${plain(tokenId)} belongs to ${text(owner)}.`,
      t`Use the account that owns it.`,
    ],
    ERC721InsufficientApproval: ({ operator, tokenId }) => [
      t`${text(operator)} may not move number ${plain(tokenId)}.`,
      t`Its owner has to allow it first.`,
    ],
    ERC721InvalidApprover: () => [
      t`Only the owner may allow others to move this token.`,
      t`Use the account that owns it.`,
    ],
    ERC721InvalidOperator: ({ operator }) => [t`${text(operator)} cannot be allowed to move tokens.`, report],
    ERC721InvalidOwner: ({ owner }) => [t`${text(owner)} cannot own tokens.`, report],
    ERC721InvalidReceiver: ({ receiver }) => [
      t`${text(receiver)} cannot receive this kind of token.`,
      t`It is a contract that does not accept NFTs: choose another address.`,
    ],
    ERC721InvalidSender: ({ sender }) => [t`The token cannot come from ${text(sender)}.`, report],
    ERC721NonexistentToken: ({ tokenId }) => [
      t`Number ${plain(tokenId)} does not exist, or was used up.`,
      refresh,
    ],
    ERC721OutOfBoundsIndex: ({ index }) => [t`There is no token at place ${plain(index)}.`, refresh],
    SafeCastOverflowedUintToInt: ({ value }) => [t`A number is out of range: ${text(value)}.`, report],
  },
}
