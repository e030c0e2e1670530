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
