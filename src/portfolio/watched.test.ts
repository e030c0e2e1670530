import { expect, it } from 'vitest'

import { MOST_WATCHED, watchedIn, watchPath } from './watched'

const alice = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const bob = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

it('reads what a link to an account names, in whatever case it was written', () => {
  const [, search = ''] = watchPath([alice]).split('?')
  for (const text of [search, `watch=${alice.toLowerCase()}`])
    expect(watchedIn(text)?.read).toEqual({ isOk: true, addresses: [alice] })
})

it('reads several, each once, and no more than can be read with every block', () => {
  const [, search = ''] = watchPath([alice, bob]).split('?')
  expect(watchedIn(`${search},${alice.toLowerCase()}`)?.read).toEqual({ isOk: true, addresses: [alice, bob] })
  const many = Array.from({ length: MOST_WATCHED + 1 }, (_, index) => `0x${index}${'0'.repeat(39)}`)
  expect(watchedIn(`watch=${many.slice(1).join(',')}`)?.read).toMatchObject({ isOk: true })
  expect(watchedIn(`watch=${many.join(',')}`)?.read).toMatchObject({
    problem: 'Up to 5 addresses are shown together; it names more.',
  })
})

it('says why a link can’t be read, with what it says', () => {
  // One character was changed: the checksum tells.
  const text = alice.replace('C8', 'c8')
  expect(watchedIn(`watch=${text}`)).toMatchObject({ text, read: { isOk: false } })
  expect(watchedIn(`watch=${alice},0x12`)?.read).toMatchObject({ isOk: false })
})

it('is nobody without it', () => {
  expect(watchedIn('')).toBeUndefined()
  expect(watchedIn('watch=')).toBeUndefined()
  expect(watchedIn('series=3')).toBeUndefined()
})
