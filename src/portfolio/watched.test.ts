import { expect, it } from 'vitest'

import { watchedIn, watchPath } from './watched'

const alice = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const bob = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

it('reads what a link to an account names, in whatever case it was written', () => {
  const [, search = ''] = watchPath(alice).split('?')
  expect(watchedIn(search)).toEqual([alice])
  expect(watchedIn(`watch=${alice.toLowerCase()},${bob}`)).toEqual([alice, bob])
})

it('names each once, and leaves out what is no address', () => {
  expect(watchedIn(`watch=${alice},0x12,${alice.toLowerCase()},`)).toEqual([alice])
  // One character was changed: the checksum tells.
  expect(watchedIn(`watch=${alice.replace('C8', 'c8')}`)).toEqual([])
})

it('is nobody without it', () => {
  expect(watchedIn('')).toEqual([])
  expect(watchedIn('series=3')).toEqual([])
})

it('reads no more than a page can show', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => `0x${`${index}`.padStart(40, '0')}`)
  expect(watchedIn(`watch=${many.join()}`)).toHaveLength(20)
})
