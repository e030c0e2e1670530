import { describe, expect, it } from 'vitest'

import { csvLine, harmless } from './csv'

describe('a csv file', () => {
  it('quotes every cell, doubles quotes and ends lines with CR LF', () => {
    expect(csvLine(['1,5', 'say "x"'])).toBe('"1,5","say ""x"""\r\n')
  })
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠x'])('takes %s as text', (text) => {
    expect(harmless(text)).toBe(`'${text}`)
  })
  it.each([
    ['  =1', "  '=1"],
    ['\t=1', "\t'=1"],
    ['\r=1', "\r'=1"],
    ['A;=cmd|x', "A;'=cmd|x"],
    ['A, =1', "A, '=1"],
    ['A\n@x', "A\n'@x"],
  ])('sees a formula begin in %j', (text, expected) => {
    expect(harmless(text)).toBe(expected)
  })
  it.each(['Series A', 'A-B', 'A = B', 'x@y', '123', '0xabc', '1.5', ''])('leaves %j alone', (text) => {
    expect(harmless(text)).toBe(text)
  })
})
