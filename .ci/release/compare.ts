import { plainText } from '../../src/chain/plain-text'
import { manifestName, manifestText, pathsNamed, sha256, type BuildFile } from './manifest'

/** What became of one file of the build on a site. Paths and reasons are text for a terminal. */
export type Finding = {
  readonly path: string
  readonly outcome: 'same' | 'wrong' | 'missing' | 'extra' | 'unknown'
  /** Half a sentence; empty for what is the same. */
  readonly why: string
}

export type Comparison = {
  readonly findings: readonly Finding[]
  /** The host's own file, or why it could not be read: no build has it. */
  readonly config: { readonly text: string } | { readonly why: string }
}

/** How long a file may take, and how many are asked for at a time. */
export type Limits = { readonly fileMs: number; readonly atATime: number }

const usual: Limits = { fileMs: 15_000, atATime: 6 }
/** A hundred times what `config.json` and the list of files are. */
const MOST_OWN_BYTES = 1_000_000
const MOST_EXTRA = 20

/** The address of a site as it is opened, with the slash at its end that its files are found after. */
export function siteAddress(typed: string): URL | undefined {
  if (!URL.canParse(typed)) return undefined
  const url = new URL(typed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined
  url.hash = ''
  url.search = ''
  url.pathname = url.pathname.replace(/index\.html$/, '').replace(/\/?$/, '/')
  return url
}

/**
 * Asks a site for every file of a build, and for its page as it is opened, and compares the bytes. What it says is of this
 * moment and of what the host answers here: it may answer others otherwise.
 */
export async function compare(
  site: URL,
  files: readonly BuildFile[],
  limits: Limits = usual,
): Promise<Comparison> {
  const list = manifestText(files)
  const page = files.find(({ path }) => path === 'index.html')
  const wanted = [
    ...(page ? [{ ...page, path: '' }] : []),
    ...files,
    { path: manifestName, sha256: sha256(list), bytes: Buffer.byteLength(list) },
  ]
  const left = [...wanted.entries()]
  const findings: Finding[] = []
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, file] = next
      findings[index] = await look(site, file, limits)
    }
  }
  await Promise.all(Array.from({ length: limits.atATime }, lane))
  const isListOther = findings.at(-1)?.outcome === 'wrong'
  const [config, extra] = await Promise.all([
    ownFile(site, 'config.json', limits),
    isListOther ? extraFiles(site, files, limits) : [],
  ])
  return { findings: [...findings, ...extra], config }
}

async function look(site: URL, { path, sha256: expected, bytes }: BuildFile, limits: Limits) {
  const say = (outcome: Finding['outcome'], why = ''): Finding => ({
    path: path || 'the page itself',
    outcome,
    why,
  })
  const got = await get(site, path, bytes, limits)
  if ('why' in got) return say(got.isMissing ? 'missing' : 'unknown', got.why)
  if (got.isLonger) return say('wrong', `longer than the ${bytes} bytes of this build`)
  const found = sha256(got.content)
  if (found === expected) return say('same')
  return say('wrong', `other bytes, sha256 ${found}`)
}

/** Files that only the site's own list names. Nobody can ask a host for what it does not name. */
async function extraFiles(site: URL, files: readonly BuildFile[], limits: Limits): Promise<Finding[]> {
  const own = await ownFile(site, manifestName, limits)
  if ('why' in own) return []
  const known = new Set(files.map(({ path }) => path))
  const extra = pathsNamed(own.text).filter((path) => !known.has(path))
  const why = 'the site’s list names it, and this build has no such file'
  return [
    ...extra.slice(0, MOST_EXTRA).map((path) => ({ path: plainText(path), outcome: 'extra' as const, why })),
    ...(extra.length > MOST_EXTRA
      ? [{ path: `${extra.length - MOST_EXTRA} more`, outcome: 'extra' as const, why: 'as those above' }]
      : []),
  ]
}

async function ownFile(site: URL, path: string, limits: Limits): Promise<Comparison['config']> {
  const got = await get(site, path, MOST_OWN_BYTES, limits)
  if ('why' in got) return got
  if (got.isLonger) return { why: `it is longer than ${MOST_OWN_BYTES} bytes` }
  return { text: got.content.toString('utf8') }
}

type Got =
  | { readonly content: Buffer; readonly isLonger: boolean }
  | { readonly why: string; readonly isMissing: boolean }

/** Reads no more than `mostBytes` and one. */
async function get(site: URL, path: string, mostBytes: number, { fileMs }: Limits): Promise<Got> {
  const isMissing = false
  try {
    const url = new URL(path.split('/').map(encodeURIComponent).join('/'), site)
    const signal = AbortSignal.timeout(fileMs)
    const answer = await fetch(url, { signal, cache: 'no-store' })
    if (new URL(answer.url).origin !== site.origin)
      return { why: `the host sends on to ${new URL(answer.url).origin}`, isMissing }
    if (answer.status === 404 || answer.status === 410)
      return { why: 'the host has no such file', isMissing: true }
    if (!answer.ok) return { why: `the host answered ${answer.status}`, isMissing }
    const parts: Uint8Array[] = []
    let bytes = 0
    for await (const part of answer.body ?? []) {
      parts.push(part)
      bytes += part.length
      if (bytes > mostBytes) return { content: Buffer.concat(parts), isLonger: true }
    }
    return { content: Buffer.concat(parts), isLonger: false }
  } catch (error) {
    return { why: reasonOf(error, fileMs), isMissing }
  }
}

function reasonOf(error: unknown, fileMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no whole answer within ${fileMs / 1000} s`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return plainText(cause instanceof Error ? cause.message : String(cause))
}
