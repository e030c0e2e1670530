import { keccak256, stringToHex, type Hex } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Reading, Source } from '../math/reading'
import { documentsOf, matchOf, type DocumentLog } from './documents'

const source: Source = {
  contract: '0x',
  label: 'STBT',
  functionName: 'getDocument',
  args: [],
  blockNumber: 9n,
  abi: [],
  raw: '0x',
}
const idOf = (name: string) => stringToHex(name, { size: 32 })
const hashOf = (text: string) => keccak256(stringToHex(text))

type Content = readonly [uri: string, hash: Hex, at: bigint]
const listed = (name: string, content: Content): { name: Hex; version: Reading<Content> } => ({
  name: idOf(name),
  version: { isKnown: true, value: content, source },
})
const log = (
  eventName: DocumentLog['eventName'],
  name: string,
  uri: string,
  hash: Hex,
  at: bigint,
): DocumentLog => ({
  eventName,
  args: { _name: idOf(name), _uri: uri, _documentHash: hash },
  blockNumber: at,
  transactionHash: `0x${at}`,
  blockTimestamp: at,
})
const updated = (name: string, version: number, at: bigint) =>
  log('DocumentUpdated', name, `ipfs://${version}`, hashOf(`${name} ${version}`), at)

const prospectus = listed('Prospectus', ['ipfs://2', hashOf('Prospectus 2'), 5n])
const terms = [updated('Terms', 1, 2n), log('DocumentRemoved', 'Terms', '', `0x${'00'.repeat(32)}`, 6n)]
const logs = [updated('Prospectus', 1, 1n), updated('Prospectus', 2, 5n), ...terms]

describe('documents, rules.md T16', () => {
  it('have what the contract has, what it replaced, and what was removed with the content of its last update', () => {
    expect(documentsOf([prospectus], logs)).toEqual([
      {
        id: idOf('Prospectus'),
        name: 'Prospectus',
        current: { uri: 'ipfs://2', hash: hashOf('Prospectus 2'), at: 5n, transactionHash: '0x5' },
        older: [{ uri: 'ipfs://1', hash: hashOf('Prospectus 1'), at: 1n, transactionHash: '0x1' }],
        removed: undefined,
      },
      {
        id: idOf('Terms'),
        name: 'Terms',
        current: undefined,
        older: [{ uri: 'ipfs://1', hash: hashOf('Terms 1'), at: 2n, transactionHash: '0x2' }],
        removed: { at: 6n },
      },
    ])
  })

  it('believe the contract where its events are behind', () => {
    const [document] = documentsOf([listed('Prospectus', ['ipfs://3', hashOf('new'), 9n])], logs)
    expect(document?.current).toEqual({
      uri: 'ipfs://3',
      hash: hashOf('new'),
      at: 9n,
      transactionHash: undefined,
    })
    expect(document?.older.map(({ uri }) => uri)).toEqual(['ipfs://2', 'ipfs://1'])
  })

  it('come back after a removal', () => {
    const again = [...logs, updated('Terms', 2, 7n)]
    expect(documentsOf([prospectus], again)[1]).toMatchObject({
      removed: undefined,
      current: { uri: 'ipfs://2' },
    })
  })

  it('keep forged texts short and on one line, and show a name that is no text as it is', () => {
    const id: Hex = `0xff${'00'.repeat(31)}`
    const version = {
      isKnown: true,
      value: [`a\n\u202eb${'c'.repeat(900)}`, hashOf(''), 1n],
      source,
    } as const
    const [document] = documentsOf([{ name: id, version }], [])
    expect(document?.name).toBe(id)
    expect(document?.current?.uri).toMatch(/^a bc{296}…$/)
  })
})

describe('a file among them, rules.md T16', () => {
  const documents = documentsOf([prospectus], logs)
  const matching = (keccak: Hex, sha: Hex = '0x', tries256 = false) =>
    matchOf(documents, { keccak256: keccak, sha256: sha }, tries256)

  it('is the newest, an older one, one that was removed, or unknown', () => {
    expect(matching(hashOf('Prospectus 2'))).toMatchObject({
      kind: 'current',
      document: { name: 'Prospectus' },
    })
    expect(matching(hashOf('Prospectus 1'))).toMatchObject({ kind: 'older', version: { at: 1n } })
    expect(matching(hashOf('Terms 1'))).toMatchObject({ kind: 'older', document: { name: 'Terms' } })
    expect(matching(hashOf('else'))).toEqual({ kind: 'unknown' })
  })

  it('is known by SHA-256 only where that is tried', () => {
    expect(matching('0x', hashOf('Prospectus 2'))).toEqual({ kind: 'unknown' })
    expect(matching('0x', hashOf('Prospectus 2'), true)).toMatchObject({ kind: 'current' })
  })
})
