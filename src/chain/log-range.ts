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
