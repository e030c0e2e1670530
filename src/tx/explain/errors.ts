import { errorFacts, isRevert } from './error-facts'
import type { ErrorBook } from './error-book'
import type { ErrorFacts } from './error-facts'
import type { Moved } from './moved'
import { explainRevert } from './revert'
import type { Explained } from './revert'
import { t } from '../../words/t'

/** What was being done when it went wrong; it opens the title of what stays unknown. */
export type ErrorContext = {
  readonly doing: string
  /** Of the system that was spoken to. */
  readonly book?: ErrorBook | undefined
  /** Which tokens the call moves. */
  readonly moved?: Moved | undefined
}

type Case = {
  readonly codes: readonly (number | string)[]
  /** Also recognised by its words, for wallets that give no code. */
  readonly words?: RegExp
  readonly says: readonly [title: string, detail: string, action: string]
  /** It was refused before any contract ran: data that comes along is no revert. */
  readonly isBeforeChain?: true
  /** The person said no. Nothing else rules out that it was sent. trust.md D39 */
  readonly isRefusal?: true
}

/** In the order in which they are believed. Codes: EIP-1193, EIP-1474, EIP-5792, and the names viem gives. */
const cases: readonly Case[] = [
  {
    codes: [4001, 'ACTION_REJECTED', 5000],
    words: /user (rejected|denied|cancel)|rejected by (the )?user|rejected the request|denied transaction/i,
    says: [t`You rejected it in the wallet`, t`Nothing was sent.`, t`Try again when you are ready.`],
    isBeforeChain: true,
    isRefusal: true,
  },
  {
    codes: [-32002],
    words: /already (pending|processing)|request of type .* pending/i,
    says: [
      t`The wallet is already asking something`,
      t`An earlier request is still open there.`,
      t`Open the wallet, answer or close that request, then try again.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [4100],
    words: /not (been )?authorized|unauthorized/i,
    says: [
      t`The wallet does not allow this account here`,
      t`It has not given this page access to the account.`,
      t`Connect the account in the wallet again, then try again.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [4900, 4901],
    words: /(wallet|provider|extension).*disconnect|disconnected from/i,
    says: [
      t`The wallet is not connected to a network`,
      t`It cannot reach its node.`,
      t`Check the network in the wallet, then try again.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [4902],
    words: /unrecognized chain/i,
    says: [
      t`The wallet does not know this network`,
      t`It has to be added there first.`,
      t`Add the network in the wallet, then try again.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [4200, -32601, -32004],
    words: /method .*(not (supported|found|available)|does not exist)|unsupported method/i,
    says: [
      t`This cannot be done with this wallet or node`,
      t`It does not know the request.`,
      t`Use another wallet, or copy the calldata and send it from elsewhere.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [],
    words: /insufficient funds|exceeds (the )?balance of (the )?account/i,
    says: [
      t`Not enough for the network fee`,
      t`The account cannot pay for this transaction.`,
      t`Add some of the coin that fees are paid in to the account, then try again.`,
    ],
    isBeforeChain: true,
  },
  {
    codes: [],
    words: /nonce too low|already known|replacement transaction underpriced|transaction underpriced/i,
    says: [
      t`Another transaction has the same place in the queue`,
      t`The account has a transaction in flight that this one would collide with.`,
      t`Wait until it is included, or speed it up in the wallet.`,
    ],
  },
  {
    codes: [-32005, 429],
    words: /rate limit|too many requests|limit exceeded/i,
    says: [t`The node is busy`, t`It answers only so many requests.`, t`Wait a few seconds and try again.`],
  },
  {
    codes: ['TimeoutError', 'HttpRequestError', 'WebSocketRequestError', 502, 503, 504],
    words: /timed? ?out|failed to fetch|network ?error|load failed|took too long/i,
    says: [
      t`The node did not answer`,
      t`The connection or the node is down.`,
      t`Check your connection and try again; nothing that was sent is forgotten.`,
    ],
  },
  {
    codes: [-32602, -32600],
    says: [
      t`The request was not understood`,
      t`The wallet or node refused its form.`,
      t`Copy the details into a report.`,
    ],
    isBeforeChain: true,
  },
]

/** Says what was thrown, whatever it was. Text from outside is cut short and cleaned. trust.md D7, D36 */
export function explainError(thrown: unknown, context: ErrorContext): Explained {
  const facts = errorFacts(thrown)
  const raw = rawOf(facts)
  const found = caseOf(facts)
  if (facts.revertData !== undefined && isRevert(facts) && !found?.isBeforeChain) {
    const explained = explainRevert(facts.revertData, context.book, context.moved)
    return { ...explained, raw: `${explained.raw}\n${raw}` }
  }
  if (found) {
    const [title, detail, action] = found.says
    return { title, detail, action, raw, ...(found.isRefusal && { isRefusal: true }) }
  }
  if (isRevert(facts)) return { ...explainRevert('0x'), raw }
  const said = facts.messages[0]
  return {
    title: t`${context.doing} did not work`,
    detail: said === undefined ? t`No reason was given.` : t`The answer was: ${said}`,
    action: t`Try again; if it keeps happening, put the copied details into a report.`,
    raw,
  }
}

/**
 * True when the person refused in the wallet. Every other error after the ask may come from a wallet whose window is
 * still open, or that has sent it. trust.md D39
 */
export function isRefusedByPerson(thrown: unknown): boolean {
  return caseOf(errorFacts(thrown))?.isRefusal === true
}

function caseOf(facts: ErrorFacts): Case | undefined {
  // Outer codes are believed before words; -32603 ("internal error") says nothing, so what is inside decides.
  return (
    cases.find(({ codes }) => facts.codes.some((code) => codes.includes(code))) ??
    cases.find(({ words }) => words !== undefined && facts.messages.some((message) => words.test(message)))
  )
}

function rawOf({ codes, messages, revertData }: ErrorFacts): string {
  const lines = [
    codes.length > 0 ? t`Codes: ${codes.join(', ')}` : '',
    ...messages,
    revertData === undefined ? '' : t`Data: ${revertData.slice(0, 2050)}`,
  ]
  return lines.filter((line) => line !== '').join('\n') || t`Nothing was said.`
}
