import { expect, it } from 'vitest'
import { countdownText } from './countdown'

it('says what is left', () => {
  expect(countdownText(100_000n, 10_000n)).toBe('in 1 d 1 h')
  expect(countdownText(11n, 10n)).toBe('in 1 s')
})
it('is never negative', () => {
  expect(countdownText(10n, 10n)).toBe('now')
  expect(countdownText(10n, 99n)).toBe('now')
})
