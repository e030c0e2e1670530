import { expect, it } from 'vitest'
import { phaseState } from './phases'

const window = { label: 'Staking', startsAt: 100n, endsAt: 200n }

it('opens at its start and closes at its end: [start, end)', () => {
  expect(phaseState(window, 99n)).toBe('future')
  expect(phaseState(window, 100n)).toBe('current')
  expect(phaseState(window, 199n)).toBe('current')
  expect(phaseState(window, 200n)).toBe('past')
})
it('lasts when it has no end', () => {
  expect(phaseState({ label: 'Matured', startsAt: 100n }, 2n ** 64n)).toBe('current')
})
it('is ahead while it waits for something else than its time', () => {
  expect(phaseState({ ...window, isWaiting: true }, 150n)).toBe('future')
})
it('is unknown while the clock of the chain is', () => {
  expect(phaseState(window, undefined)).toBe('unknown')
})
