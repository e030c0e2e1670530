type Check = (value: unknown, params: readonly unknown[]) => boolean
type Fields = Readonly<Record<string, Check>>

/** A number in hex: at least one digit, at most a word. `0x` alone is none. */
export const isQuantity = (value: unknown): value is `0x${string}` =>
  typeof value === 'string' && /^0x[\da-f]{1,64}$/i.test(value)
export const isBytes = (value: unknown): value is `0x${string}` =>
  typeof value === 'string' && value.length % 2 === 0 && /^0x[\da-f]*$/i.test(value)
/** Bytes of one length: a hash has 32, an address 20. */
const isSized =
  (bytes: number) =>
  (value: unknown): boolean =>
    isBytes(value) && value.length === 2 + bytes * 2
export const isHash = isSized(32)
const isAddress = isSized(20)

const isRecord =
  (fields: Fields): Check =>
  (value, params) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([name, check]) => check((value as Record<string, unknown>)[name], params))
const isListOf =
  (check: Check): Check =>
  (value, params) =>
    Array.isArray(value) && value.every((item) => check(item, params))
const orNull =
  (check: Check): Check =>
  (value, params) =>
    value === null || value === undefined || check(value, params)

const isBlock = isRecord({ number: isQuantity, hash: isHash, parentHash: isHash, timestamp: isQuantity })
/** The head and the first block always exist; any other may be unknown to this node. */
const isBlockOrUnknown: Check = (value, params) =>
  params[0] === 'latest' || params[0] === '0x0' ? isBlock(value, params) : isNullOr(isBlock, value, params)
const isNullOr = (check: Check, value: unknown, params: readonly unknown[]) =>
  value === null || check(value, params)

const isEvent = isRecord({ address: isAddress, data: isBytes, topics: isListOf(isHash) })
const isSimulatedCall = isRecord({
  status: isQuantity,
  returnData: isBytes,
  gasUsed: isQuantity,
  logs: isListOf(isEvent),
})

/** One answer for each call of each simulated block. */
const isSimulation: Check = (value, [wish]) => {
  const asked =
    (wish as { blockStateCalls?: readonly { calls?: readonly unknown[] }[] }).blockStateCalls ?? []
  return (
    Array.isArray(value) &&
    value.length >= asked.length &&
    asked.every(({ calls = [] }, index) => {
      const answers: unknown = (value[index] as { calls?: unknown } | null)?.calls
      return (
        Array.isArray(answers) && answers.length === calls.length && isListOf(isSimulatedCall)(answers, [])
      )
    })
  )
}

/** A list, or what gives one piece by piece: nothing else in JSON can be gone through. */
const isList: Check = (value) => typeof value === 'object' && value !== null && Symbol.iterator in value

const shapes: Readonly<Record<string, Check>> = {
  eth_blockNumber: isQuantity,
  eth_chainId: isQuantity,
  eth_estimateGas: isQuantity,
  eth_gasPrice: isQuantity,
  eth_getBalance: isQuantity,
  eth_getTransactionCount: isQuantity,
  eth_maxPriorityFeePerGas: isQuantity,
  eth_call: isBytes,
  eth_getCode: isBytes,
  eth_getStorageAt: isBytes,
  eth_feeHistory: isRecord({ oldestBlock: isQuantity }),
  eth_getBlockByHash: (value, params) => isNullOr(isBlock, value, params),
  eth_getBlockByNumber: isBlockOrUnknown,
  // Each log is checked by who asked: one bad log must not hide the others.
  eth_getLogs: isList,
  eth_getTransactionByHash: (value, params) =>
    isNullOr(
      isRecord({
        hash: isHash,
        from: isAddress,
        nonce: isQuantity,
        to: orNull(isAddress),
        blockNumber: orNull(isQuantity),
      }),
      value,
      params,
    ),
  eth_getTransactionReceipt: (value, params) =>
    isNullOr(
      isRecord({
        transactionHash: isHash,
        blockHash: isHash,
        blockNumber: isQuantity,
        from: isAddress,
        to: orNull(isAddress),
        logs: orNull(isListOf(isEvent)),
      }),
      value,
      params,
    ),
  eth_simulateV1: isSimulation,
}

/** Whether a node's result has the shape its method promises. A method not listed only must have a result. */
export function hasShape(method: string, params: readonly unknown[], result: unknown): boolean {
  const check = shapes[method]
  return check ? check(result, params) : result !== undefined
}
