import { expect, it } from 'vitest'
import { firstUnmet } from './gate'

const gate = (label: string, isMet: boolean) => ({ label, isMet, detail: `${label} detail` })

it('names the first unmet gate in the order given', () => {
  expect(firstUnmet([gate('wallet', true), gate('balance', false), gate('window', false)])?.label).toBe(
    'balance',
  )
})
it('names none when all are met', () => {
  expect(firstUnmet([gate('wallet', true)])).toBeUndefined()
  expect(firstUnmet([])).toBeUndefined()
})
