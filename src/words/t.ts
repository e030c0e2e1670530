import { language, locale, messages } from './chosen'

/** Around what is put into a sentence: it keeps its own direction, and the sentence keeps its order (Unicode UAX 9). */
const [open, close] = language === 'ar' ? ['\u2068', '\u2069'] : ['', '']

/** The chosen language's sentence for the one that stands in the code: the same places, in the order of that language. */
export function sentence(english: TemplateStringsArray): string {
  const key = english.reduce((before, next, index) => `${before}{${index - 1}}${next}`)
  const said = messages[key]
  return typeof said === 'string' ? said : key
}

/** A sentence in the chosen language. English stands in its place, and is what is said where no other is known. */
export function t(english: TemplateStringsArray, ...values: readonly (string | number | bigint)[]): string {
  return sentence(english).replace(/\{(\d+)\}/g, (_, place: `${number}`) => `${open}${values[place]}${close}`)
}

let rules: Intl.PluralRules | undefined

/** A phrase with a whole number in it, in the form the language has for that number: `other` names the phrase. */
export function plural(count: number | bigint, one: string, other: string): string {
  const forms = messages[other] ?? { one, other }
  // eslint-disable-next-line no-restricted-syntax -- a number of things, which decides the form and is shown from `count`
  const form = (rules ??= new Intl.PluralRules(locale)).select(Number(count))
  return typeof forms === 'string' ? forms : (forms[form] ?? forms.other).replace('{n}', `${count}`)
}

/** Several, one after the other, each in its own direction: "4 MSTR, 3 warrants". */
export function inRow(words: readonly string[]): string {
  return words.map((word) => `${open}${word}${close}`).join(language === 'ar' ? '، ' : ', ')
}
