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
 * The number of blocks the node says it allows, if it says one that is below the number it was asked for: some repeat
 * that one as well.
 * @example statedRange('eth_getLogs is limited to a 10,000 range', 50_000n) // 10000n
 * @example statedRange('Try with this block range [0x10, 0x1f]', 50_000n) // 16n
 * @example statedRange('range 50000 exceeds limit of 10000', 50_000n) // 10000n
 */
export function statedRange(message: string, asked: bigint): bigint | undefined {
  const [, first, last] = /\[\s*(0x[\da-f]+|\d+)\s*,\s*(0x[\da-f]+|\d+)\s*\]/i.exec(message) ?? []
  const suggested = first !== undefined && last !== undefined ? [BigInt(last) - BigInt(first) + 1n] : []
  const stated = [
    ...message.matchAll(
      /([\d,]+)(k?)[ -]*(?:block|range)|(?:range|limit(?: of)?):? ([\d,]+)(k?)(?![\d,k-])/gi,
    ),
  ].map(([, before, beforeK, after, afterK]) => {
    const digits = (before ?? after ?? '').replaceAll(',', '')
    return BigInt(digits) * ((beforeK ?? afterK) ? 1000n : 1n)
  })
  return [...suggested, ...stated].find((blocks) => blocks > 0n && blocks < asked)
}
