import { expect, it } from 'vitest'

import { watchedIn, watchPath } from './watched'

const alice = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

it('reads what a link to an account names, in whatever case it was written', () => {
  const [, search = ''] = watchPath(alice).split('?')
  for (const text of [search, `watch=${alice.toLowerCase()}`])
    expect(watchedIn(text)?.read).toEqual({ isOk: true, address: alice })
})

it('says why a link can’t be read, with what it says', () => {
  // One character was changed: the checksum tells.
  const text = alice.replace('C8', 'c8')
  expect(watchedIn(`watch=${text}`)).toMatchObject({ text, read: { isOk: false } })
  expect(watchedIn(`watch=${alice},${alice}`)?.read).toMatchObject({ isOk: false })
})

it('is nobody without it', () => {
  expect(watchedIn('')).toBeUndefined()
  expect(watchedIn('watch=')).toBeUndefined()
  expect(watchedIn('series=3')).toBeUndefined()
})
