import { keccak256, sha256, stringToBytes } from 'viem'
import { describe, expect, it } from 'vitest'

import { hashFile, MOST_BYTES } from './hash-file'

const going = () => new AbortController().signal
const nothing = () => undefined

describe('hashing a file, rules.md T16', () => {
  it('is that of all its bytes, over several pieces', async () => {
    const bytes = stringToBytes('0123456789abcde\n'.repeat(50_000))
    const told: number[] = []
    const found = await hashFile(new Blob([new Uint8Array(bytes)]), (percent) => told.push(percent), going())
    expect(found).toEqual({ isOk: true, hashes: { keccak256: keccak256(bytes), sha256: sha256(bytes) } })
    expect(told).toEqual([16, 32, 49, 65, 81, 98, 100])
  })

  it('knows the empty file', async () => {
    const found = await hashFile(new Blob([]), nothing, going())
    const none = new Uint8Array()
    expect(found).toEqual({ isOk: true, hashes: { keccak256: keccak256(none), sha256: sha256(none) } })
  })

  it('touches nothing of a file that is too large', async () => {
    const slice = () => {
      throw new Error('It was read.')
    }
    expect(await hashFile({ size: MOST_BYTES + 1, slice }, nothing, going())).toEqual({
      isOk: false,
      reason: 'The file is larger than 100 MB: this page does not read so much.',
    })
  })

  it('says so where the browser refuses', async () => {
    const broken = { arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as Blob
    const found = await hashFile({ size: 5, slice: () => broken }, nothing, going())
    expect(found).toMatchObject({ isOk: false, reason: expect.stringContaining('pick it again') as string })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await hashFile(new Blob(['text']), nothing, stop.signal)).toBeUndefined()
  })
})
