import { describe, expect, it } from 'vitest'

import { eachInSlices } from './slices'

/** So long that the clock must be looked at, and found late. */
const linger = () => {
  for (const until = performance.now() + 1; performance.now() < until;);
}
const items = Array.from({ length: 300 }, (_, index) => index)

describe('a long list in slices', () => {
  it('does all in order, and lets others have a turn in between', async () => {
    const done: number[] = []
    let turns = 0
    const timer = setInterval(() => (turns += 1), 0)
    await eachInSlices(items, (item) => {
      linger()
      done.push(item)
    })
    clearInterval(timer)
    expect(done).toEqual(items)
    expect(turns).toBeGreaterThan(0)
  })

  it('ends where it is given up, and says so', async () => {
    const run = new AbortController()
    let done = 0
    const all = eachInSlices(
      items,
      () => {
        linger()
        done += 1
        run.abort(new Error('Given up.'))
      },
      run.signal,
    )
    await expect(all).rejects.toThrow('Given up.')
    expect(done).toBeLessThan(items.length)
  })
})
