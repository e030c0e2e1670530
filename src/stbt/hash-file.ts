import { sha256 } from '@noble/hashes/sha2'
import { keccak_256 } from '@noble/hashes/sha3'
import { bytesToHex, type Hex } from 'viem'
import { t } from '../words/t'

/** What a person may pick: no document of an issuer is larger, and a browser takes seconds for so much. */
export const MOST_BYTES = 100_000_000

/** About 11 ms each where 2 cores were busy: the page stays responsive in between. */
const PIECE_BYTES = 128 * 1024

export type FileHashes = { readonly keccak256: Hex; readonly sha256: Hex }

export type HashedFile =
  { readonly isOk: true; readonly hashes: FileHashes } | { readonly isOk: false; readonly reason: string }

/**
 * Both hashes of a file, read in pieces and in this browser only. `onProgress` is told percents. Undefined once the
 * signal is given. rules.md T16
 */
export async function hashFile(
  file: Pick<Blob, 'size' | 'slice'>,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<HashedFile | undefined> {
  if (file.size > MOST_BYTES)
    return { isOk: false, reason: t`The file is larger than 100 MB: this page does not read so much.` }
  const [keccak, sha] = [keccak_256.create(), sha256.create()]
  try {
    for (let start = 0; start < file.size; start += PIECE_BYTES) {
      const piece = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer())
      if (signal.aborted) return undefined
      keccak.update(piece)
      sha.update(piece)
      onProgress(Math.floor((Math.min(start + PIECE_BYTES, file.size) * 100) / file.size))
    }
  } catch {
    return {
      isOk: false,
      reason: t`The browser could not read the file. It may have been moved or changed: pick it again.`,
    }
  }
  return {
    isOk: true,
    hashes: { keccak256: bytesToHex(keccak.digest()), sha256: bytesToHex(sha.digest()) },
  }
}
