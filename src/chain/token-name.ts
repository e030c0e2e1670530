import type { Address } from 'viem'

import { plainText } from './plain-text'

/** What a hurried eye takes for a Latin letter: digits, and letters of other scripts, in lower case. */
const looks: Readonly<Record<string, string>> = {
  ...{ 0: 'o', 1: 'l', 5: 's', 7: 't', 8: 'b', $: 's', '|': 'l', i: 'l', '₮': 't', '₿': 'b', ı: 'l' },
  ...{
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'l',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
  },
  ...{
    ѕ: 's',
    т: 't',
    у: 'y',
    х: 'x',
    ц: 'u',
    α: 'a',
    β: 'b',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    μ: 'u',
    ս: 'u',
  },
  ...{ ᴜ: 'u', ꜱ: 's', ᴅ: 'd', ᴛ: 't', ꓴ: 'u', ꓢ: 's', ꓓ: 'd', ꓔ: 't', ᑌ: 'u', ᗪ: 'd', '∪': 'u' },
}

/** How a name looks: case, accents, invisible marks and signs between letters make no difference. */
function lookOf(name: string): string {
  const letters = Array.from(name.normalize('NFKD').toLowerCase(), (letter) => looks[letter] ?? letter)
  return letters.join('').replace(/[^\p{L}\p{N}]|\p{Lm}/gu, '')
}

/** Whether a name may be taken for another one. trust.md D36 */
export function resembles(name: string, other: string): boolean {
  return lookOf(plainText(name, 60)) === lookOf(other)
}

const mark = 'not the configured'

/** What a token is called that calls itself so: under the label of a configured one never, but by its whole address. */
export function foreignName(symbol: string, address: Address, configured: string): string {
  return resembles(symbol, configured) ? `${address} (${mark} ${configured})` : plainText(symbol, 12)
}

/** It was given such a name. */
export function isForeignName(symbol: string): boolean {
  return symbol.includes(mark)
}
