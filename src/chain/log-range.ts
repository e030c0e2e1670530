/**
 * What nodes say when eth_getLogs asks for too much at once. Codes don't help: the same wish is refused with
 * -32000, -32005, -32012, -32602 or -32614, so the words decide.
 */
const TOO_MUCH =
  /block range|ranges over|range (is )?(too|exceeds|limit)|max(imum)? (block )?range|exceeds? (the )?(max|limit|range)|limited to (a )?[\d,]+|up to (a )?[\d,]+ ?block|more than [\d,]+ (results|logs)|too many (results|logs|blocks)|response size|response is too big|query (timeout|returned more)|logs matched|try with this block range|eth_getLogs (is|requests) limited/i

/** Whether the node refused because the range holds too many blocks or too many logs: ask for less. */
export function isRangeRefusal(message: string): boolean {
  return TOO_MUCH.test(message)
}

/**
 * The number of blocks the node says it allows, if it says one.
 * @example statedRange('eth_getLogs is limited to a 10,000 range') // 10000n
 * @example statedRange('Try with this block range [0x10, 0x1f]') // 16n
 */
export function statedRange(message: string): bigint | undefined {
  const suggested = /\[\s*(0x[\da-f]+|\d+)\s*,\s*(0x[\da-f]+|\d+)\s*\]/i.exec(message)
  if (suggested?.[1] && suggested[2]) {
    const blocks = BigInt(suggested[2]) - BigInt(suggested[1]) + 1n
    if (blocks > 0n) return blocks
  }
  const stated = /([\d,]+)(k?)[ -]*(?:block|range)|range:? ([\d,]+)(k?)(?![\d,k-])/i.exec(message)
  const digits = stated?.[1] ?? stated?.[3]
  if (digits === undefined) return undefined
  const isThousands = Boolean(stated?.[2] ?? stated?.[4])
  const blocks = BigInt(digits.replaceAll(',', '')) * (isThousands ? 1000n : 1n)
  return blocks > 0n ? blocks : undefined
}
