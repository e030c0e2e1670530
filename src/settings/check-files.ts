import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

import { within } from '../chain/time-limit'
import { createTurns } from '../chain/turns'
import { plainText } from '../chain/plain-text'
import { plural, t } from '../words/t'
import type { CheckLine } from './check-line'

const LIST_MS = 10_000
const ALL_MS = 90_000
/** As many as a browser asks one host at a time. */
const AT_A_TIME = 6
/** Ten times what a build has. */
const MOST_FILES = 2_000
const MOST_BYTES = 10_000_000
const MOST_NAMED = 3

type Listed = { readonly path: string; readonly expected: string }

/**
 * Hashes every file that the site's list names, as this browser has it, and the list itself: its hash is the build's. The
 * code that does this came from the same host, so the hash is worth something beside one from elsewhere. trust.md X11
 */
export async function checkFiles(fetchFile: typeof fetch = fetch): Promise<CheckLine> {
  const what = t`Files of this site`
  const unchecked = (says: string): CheckLine => ({ what, outcome: 'unchecked', says })
  let list: Uint8Array
  try {
    list = await within(LIST_MS, (signal) => bytesOf(fetchFile, 'manifest.sha256', signal, 'no-cache'))
  } catch {
    return unchecked(t`The site’s list of its files, manifest.sha256, could not be fetched.`)
  }
  const files = listed(new TextDecoder().decode(list))
  if (!files) return unchecked(t`The site’s list of its files, manifest.sha256, can’t be read.`)
  const hash = hexOf(list)
  const different: string[] = []
  const missing: string[] = []
  try {
    await within(ALL_MS, async (signal) => {
      const inTurn = createTurns(AT_A_TIME)
      const look = async ({ path, expected }: Listed) => {
        try {
          // The page is asked for as it was opened; what the browser has kept is what has run.
          const url = path === 'index.html' ? './' : path.split('/').map(encodeURIComponent).join('/')
          const content = await bytesOf(fetchFile, url, signal, 'force-cache')
          if (hexOf(content) !== expected) different.push(path)
        } catch {
          missing.push(path)
        }
      }
      await Promise.all(files.map((file) => inTurn(signal, () => look(file))))
    })
  } catch {
    return { ...unchecked(t`Not all of its ${files.length} files came within ${ALL_MS / 1000} s.`), hash }
  }
  if (different.length > 0)
    return {
      ...{ what, outcome: 'differs', hash },
      says: t`Not what the site’s own list says: ${named(different)}. An update may be under way: reload, and check again.`,
    }
  if (missing.length > 0) return { ...unchecked(t`Could not be fetched: ${named(missing)}.`), hash }
  return {
    ...{ what, outcome: 'agrees', hash },
    says: plural(
      files.length,
      '{n} file, as this browser was served it, is the one the site’s own list names. The hash of that list stands for the whole build.',
      '{n} files, as this browser was served them, are those the site’s own list names. The hash of that list stands for the whole build.',
    ),
  }
}

/** What `manifest.sha256` names, or undefined where it is something else. */
function listed(text: string): readonly Listed[] | undefined {
  const lines = text.split('\n').filter((line) => line !== '')
  const files = lines.flatMap((line) => {
    const [, expected, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? []
    return expected !== undefined && path !== undefined ? [{ expected, path }] : []
  })
  return files.length > 0 && files.length === lines.length && files.length <= MOST_FILES ? files : undefined
}

async function bytesOf(
  fetchFile: typeof fetch,
  url: string,
  signal: AbortSignal,
  cache: RequestCache,
): Promise<Uint8Array> {
  const answer = await fetchFile(url, { signal, cache })
  const reader = answer.ok ? answer.body?.getReader() : undefined
  if (!reader) throw new Error(`the host answered ${answer.status}`)
  const parts: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > MOST_BYTES) {
      void reader.cancel()
      throw new Error('the file is too long')
    }
    parts.push(part.value)
  }
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function hexOf(content: Uint8Array): string {
  return bytesToHex(sha256(content))
}

function named(paths: readonly string[]): string {
  const few = paths
    .slice(0, MOST_NAMED)
    .map((path) => plainText(path, 80))
    .join(', ')
  return paths.length > MOST_NAMED ? t`${few} and ${paths.length - MOST_NAMED} more` : few
}
