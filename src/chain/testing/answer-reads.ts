import type { Reading } from '../../math/reading'
import type { Read, Readings } from '../read'

/** A call of a tree, and what the test's chain says to it; undefined is a call that fails. */
export type Answerer = (functionName: string, args: readonly unknown[]) => unknown

/** Answers every read of a tree as a snapshot would. */
export function answerReads<Tree>(tree: Tree, answer: Answerer, blockNumber = 1n): Readings<Tree> {
  const answered = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(answered)
    if (typeof node !== 'object' || node === null) return node
    if ('functionName' in node) return readingOf(node as Read<unknown>, answer, blockNumber)
    return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, answered(child)]))
  }
  return answered(tree) as Readings<Tree>
}

function readingOf(
  { address, label, abi, functionName, args }: Read<unknown>,
  answer: Answerer,
  blockNumber: bigint,
): Reading<unknown> {
  const source = { contract: address, label, abi, functionName, args, blockNumber, raw: '0x' }
  const value = answer(functionName, args)
  return value === undefined
    ? { isKnown: false, reason: `${label} did not answer ${functionName}.`, source }
    : { isKnown: true, value, source }
}
