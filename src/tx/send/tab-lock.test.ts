import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

import { SharedLocks } from '../testing/shared-locks'

/** A tab is the module, loaded anew. */
async function openTab() {
  vi.resetModules()
  return import('./tab-lock')
}

/** Work that ends when the test says so. */
function openWork() {
  let finish: (value: string) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const done = new Promise<string>((resolve, reject) => {
    finish = resolve
    fail = reject
  })
  return { run: () => done, finish, fail }
}

afterEach(() => vi.unstubAllGlobals())

describe('with Web Locks', () => {
  let locks: SharedLocks
  beforeEach(() => {
    locks = new SharedLocks()
    vi.stubGlobal('navigator', { locks })
  })

  it('lets one tab work and turns the other away without running its work', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const work = openWork()
    const first = one.withTabLock('stake', 0, work.run)
    const turnedAway = vi.fn(() => Promise.resolve('twice'))
    expect(await other.withTabLock('stake', 0, turnedAway)).toBeUndefined()
    expect(turnedAway).not.toHaveBeenCalled()
    work.finish('once')
    expect(await first).toBe('once')
  })
  it('does not hold up what is something else', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const work = openWork()
    const first = one.withTabLock('stake', 0, work.run)
    expect(await other.withTabLock('claim', 0, () => Promise.resolve('claimed'))).toBe('claimed')
    work.finish('')
    await first
  })
  it('numbers what this tab gave up, and still turns the other away', async () => {
    const [one, other] = [await openTab(), await openTab()]
    void one.withTabLock('stake', 0, openWork().run)
    const work = openWork()
    const second = one.withTabLock('stake', 0, work.run)
    expect([...locks.held].map((lock) => lock.slice(-7))).toEqual(['stake#0', 'stake#1'])
    expect(await other.withTabLock('stake', 0, () => Promise.resolve('twice'))).toBeUndefined()
    work.finish('again')
    expect(await second).toBe('again')
  })
  it('is free again when the work failed', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const work = openWork()
    const first = one.withTabLock('stake', 0, work.run)
    work.fail(new Error('wallet gone'))
    await expect(first).rejects.toThrow('wallet gone')
    expect(await other.withTabLock('stake', 0, () => Promise.resolve('again'))).toBe('again')
    expect(await one.isAskedInSomeTab('stake')).toBe(false)
  })
  it('knows what another tab is asking, until it is answered', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const work = openWork()
    const first = one.withTabLock('stake:1', 2, work.run)
    expect(await other.isAskedInSomeTab('stake:1')).toBe(true)
    expect(await one.isAskedInSomeTab('stake:1')).toBe(true)
    work.finish('')
    await first
    expect(await other.isAskedInSomeTab('stake:1')).toBe(false)
  })
  it('does not take an intent for one whose key begins the same', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const work = openWork()
    const first = one.withTabLock('stake:10', 0, work.run)
    expect(await other.isAskedInSomeTab('stake:1')).toBe(false)
    expect(await one.isAskedInSomeTab('stake:1')).toBe(false)
    work.finish('')
    await first
  })
  it('takes a tab that closed for one that asks no longer', async () => {
    const [one, other] = [await openTab(), await openTab()]
    void one.withTabLock('stake', 0, openWork().run)
    expect(await other.isAskedInSomeTab('stake')).toBe(true)
    // The browser frees the locks of a tab that closes.
    locks.held.clear()
    expect(await other.isAskedInSomeTab('stake')).toBe(false)
    expect(await other.withTabLock('stake', 0, () => Promise.resolve('done'))).toBe('done')
  })
})

it('does its work and knows its own where the browser has no Web Locks', async () => {
  vi.stubGlobal('navigator', {})
  const tab = await openTab()
  const work = openWork()
  const first = tab.withTabLock('stake', 0, work.run)
  expect(await tab.isAskedInSomeTab('stake')).toBe(true)
  work.finish('done')
  expect(await first).toBe('done')
  expect(await tab.isAskedInSomeTab('stake')).toBe(false)
})
