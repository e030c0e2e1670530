import { keccak256, stringToBytes, stringToHex, type Hex } from 'viem'

/** The text of a document's version: what somebody picks as a file to compare. */
export const documentText = (name: string, version: number): string =>
  `${name} of STBT on the local chain, version ${version}.\n`

/** A document's name as STBT has it. */
export const documentName = (name: string): Hex => stringToHex(name, { size: 32 })

/** Name, address and hash of a document's version, as STBT is told. */
export function documentArgs(name: string, version: number): [Hex, string, Hex] {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const hash = keccak256(stringToBytes(documentText(name, version)))
  return [documentName(name), `ipfs://stbt/${slug}-${version}.txt`, hash]
}
