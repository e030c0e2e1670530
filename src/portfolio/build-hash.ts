import { within } from '../chain/time-limit'
import { t } from '../words/t'

/** What the build says of itself: how many files, and the hash that stands for all of them. */
export type BuildHash =
  | { readonly isKnown: true; readonly sha256: string; readonly files: number }
  | { readonly isKnown: false; readonly reason: string }

const LIMIT_MS = 10_000
/** A hundred times what a build lists. */
const MOST_CHARACTERS = 1_000_000
const line = /^[0-9a-f]{64} {2}\S/

/**
 * Fetches `manifest.sha256` beside the page and hashes it in this browser. Never throws.
 * @param digest SHA-256 of bytes; undefined where the browser has none, as on a page without https
 */
export async function fetchBuildHash(
  digest: ((bytes: BufferSource) => Promise<ArrayBuffer>) | undefined,
): Promise<BuildHash> {
  if (!digest)
    return unknown(t`This browser computes hashes on https pages only: open the site there to see its hash.`)
  try {
    return await within(LIMIT_MS, async (signal) => {
      const answer = await fetch('manifest.sha256', { signal, cache: 'no-cache' })
      const text = answer.ok ? await answer.text() : ''
      const lines = text.split('\n').filter((one) => one !== '')
      if (text.length > MOST_CHARACTERS || lines.length === 0 || !lines.every((one) => line.test(one)))
        return unknown(t`This site serves no list of its files (manifest.sha256).`)
      const hash = new Uint8Array(await digest(new TextEncoder().encode(text)))
      const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
      return { isKnown: true, sha256, files: lines.length }
    })
  } catch {
    return unknown(t`The list of this site’s files (manifest.sha256) could not be loaded.`)
  }
}

function unknown(reason: string): BuildHash {
  return { isKnown: false, reason }
}
