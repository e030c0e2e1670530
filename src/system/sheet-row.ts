import type { Told } from '../chain/told'
import { answerLines, calldataOf, signatureOf } from '../ui/call-text'

/** Longer than this no row is: the rest is a press away. */
const MOST_SIGNS = 120

/** What a call was answered, in one line. */
export function answerText({ reading }: Told): string {
  if (!reading.isKnown) return reading.reason
  const found = answerLines(reading.source)
  const [first, ...more] = found?.lines ?? []
  if (!found || !first) return reading.source.raw.slice(0, MOST_SIGNS)
  const named = more.length > 0 && first.name !== ''
  const text = `${named ? `${first.name}: ` : ''}${first.text}`.slice(0, MOST_SIGNS)
  return more.length + found.left > 0 ? `${text} … (${found.lines.length + found.left})` : text
}

/** The call as code has it, with its arguments. */
export function callText({ reading: { source } }: Told): string {
  return `${source.functionName}(${source.args.map(String).join(', ')})`
}

/** Fewer digits are in too many answers to tell anything. */
const LEAST_DIGITS = 2

/** The digits that a number on a page begins with, whatever its unit has of decimals: "1,017.5%" is 10175; else undefined. */
function digitsOf(word: string): string | undefined {
  const digits = word.replaceAll(/[.,%−-]/g, '').replace(/^0+/, '')
  return /^\d+$/.test(digits) && digits.length >= LEAST_DIGITS ? digits : undefined
}

/** An amount on screen is an answer's digits, cut at some place. */
function tellsNumber({ reading: { source } }: Told, digits: string): boolean {
  const lines = answerLines(source)?.lines ?? []
  return lines.some(({ type, text }) => /^u?int/.test(type) && text.replace('-', '').startsWith(digits))
}

/** Whether a row is among what is looked for: by contract, address, function, argument, rule, or a number that it tells. */
export function isFound(told: Told, text: string): boolean {
  const { label, contract, rule = '' } = told.reading.source
  const all = `${label} ${contract} ${callText(told)} ${rule}`.toLowerCase()
  // "B8" is a rule, and somewhere in many an address.
  const names = all.replaceAll(/0x[0-9a-f]+/g, '')
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => {
      if ((word.startsWith('0x') ? all : names).includes(word)) return true
      const digits = digitsOf(word)
      return digits !== undefined && tellsNumber(told, digits)
    })
}

/** The sheet as a file: enough for anybody to make every call again and compare. */
export function sheetJson(
  network: { readonly name: string; readonly chainId: number },
  host: string,
  rows: readonly Told[],
): string {
  const calls = rows.map(({ reading, block }) => {
    const { source } = reading
    return {
      contract: source.label,
      address: source.contract,
      function: signatureOf(source),
      arguments: source.args,
      ...(source.rule !== undefined && { rule: source.rule }),
      block: { number: block.number, hash: block.hash, timestamp: block.timestamp },
      calldata: calldataOf(source),
      answer: source.raw,
      ...(reading.isKnown ? { decoded: reading.value } : { unknown: reading.reason }),
    }
  })
  const sheet = { network: network.name, chainId: network.chainId, askedFirst: host, calls }
  return JSON.stringify(sheet, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value), 2)
}
