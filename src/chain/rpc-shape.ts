type Check = (result: unknown, params: readonly unknown[]) => boolean

const isQuantity: Check = (result) => typeof result === 'string' && /^0x[\da-f]+$/i.test(result)
const isBytes: Check = (result) => typeof result === 'string' && /^0x([\da-f]{2})*$/i.test(result)
const isList: Check = (result) => Array.isArray(result)

/** An object whose named fields are all hex strings. */
const isRecordWith =
  (...fields: readonly string[]): Check =>
  (result) =>
    typeof result === 'object' &&
    result !== null &&
    fields.every((field) => isBytesOrQuantity((result as Record<string, unknown>)[field]))
const isBytesOrQuantity = (value: unknown) => typeof value === 'string' && /^0x[\da-f]*$/i.test(value)
const orNull =
  (check: Check): Check =>
  (result, params) =>
    result === null || check(result, params)

const isBlock = isRecordWith('number', 'hash', 'parentHash', 'timestamp')
/** The head and the first block always exist; any other may be unknown to this node. */
const isBlockOrUnknown: Check = (result, params) =>
  params[0] === 'latest' || params[0] === '0x0'
    ? isBlock(result, params)
    : result === null || isBlock(result, params)
const isLog = isRecordWith('address', 'data', 'blockNumber', 'blockHash', 'transactionHash', 'logIndex')

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
  eth_feeHistory: isRecordWith('oldestBlock'),
  eth_getBlockByHash: orNull(isBlock),
  eth_getBlockByNumber: isBlockOrUnknown,
  eth_getLogs: (result, params) => Array.isArray(result) && result.every((log) => isLog(log, params)),
  eth_getTransactionByHash: orNull(isRecordWith('hash', 'from', 'nonce')),
  eth_getTransactionReceipt: orNull(isRecordWith('transactionHash', 'blockHash', 'blockNumber', 'from')),
  eth_simulateV1: isList,
}

/** Whether a node's result has the shape its method promises. A method not listed only must have a result. */
export function hasShape(method: string, params: readonly unknown[], result: unknown): boolean {
  const check = shapes[method]
  return check ? check(result, params) : result !== undefined
}
