import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { cidOf } from './cid'

const made: string[] = []
afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true })))

function temporary(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ballast-cid-'))
  made.push(dir)
  return dir
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
/** A CID of version 1 over SHA-256, as bytes: 0x55 is a leaf, 0x70 a node. */
const cid = (codec: number, bytes: Buffer) =>
  Buffer.concat([Buffer.from([1, codec, 0x12, 32]), digest(bytes)])
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
const field = (tag: number, bytes: Buffer) => Buffer.concat([Buffer.from([tag, bytes.length]), bytes])

/** Base 32 of RFC 4648 in small letters, without padding; "b" says so. */
function text(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = bits.match(/.{1,5}/g) ?? []
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return `b${letters.map((five) => alphabet.charAt(parseInt(five.padEnd(5, '0'), 2))).join('')}`
}

/** A link of DAG-PB: to what, by which name, and what it weighs. */
const link = (to: Buffer, name: string, weight: number) =>
  field(
    0x12,
    Buffer.concat([field(0x0a, to), field(0x12, Buffer.from(name)), Buffer.from([0x18, ...varint(weight)])]),
  )
const node = (links: readonly Buffer[], data: readonly number[]) =>
  Buffer.concat([...links, field(0x0a, Buffer.from(data))])
const folder = (links: readonly Buffer[]) => text(cid(0x70, node(links, [8, 1])))

it('is the address that the formats of IPFS give a folder, hidden files included', async () => {
  const dir = temporary()
  const [first, second] = [Buffer.from('first'), Buffer.from('hello world')]
  writeFileSync(join(dir, 'b.txt'), second)
  writeFileSync(join(dir, '.a'), first)
  const links = [link(cid(0x55, first), '.a', 5), link(cid(0x55, second), 'b.txt', 11)]
  expect(await cidOf(dir)).toBe(folder(links))
  // Known to every IPFS node.
  expect(text(cid(0x55, second))).toBe('bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e')
})

it('cuts a long file where an IPFS node cuts it', async () => {
  const dir = temporary()
  const [piece, rest] = [Buffer.alloc(262_144, 1), Buffer.alloc(10, 2)]
  writeFileSync(join(dir, 'long'), Buffer.concat([piece, rest]))
  const pieces = [link(cid(0x55, piece), '', piece.length), link(cid(0x55, rest), '', rest.length)]
  const file = node(pieces, [8, 2, 0x18, ...varint(262_154), 0x20, ...varint(262_144), 0x20, 10])
  expect(await cidOf(dir)).toBe(folder([link(cid(0x70, file), 'long', file.length + 262_154)]))
})
