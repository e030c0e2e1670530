import * as v from 'valibot'

/** More than this is no drawing: our own are a fiftieth of it. In characters of the token's URI. */
const MAX_URI_LENGTH = 200_000

const JSON_PREFIX = 'data:application/json;base64,'
const SVG_PREFIX = 'data:image/svg+xml;base64,'
const svgUri = /^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+={0,2}$/
const metadataSchema = v.object({ image: v.pipe(v.string(), v.regex(svgUri)) })

/**
 * The drawing an mNFT carries in its own URI, for an `<img>`, where no script runs and nothing is fetched; undefined for
 * everything else, above all for pictures that would have to be loaded from elsewhere.
 */
export function pictureOf(tokenUri: string): string | undefined {
  if (tokenUri.length > MAX_URI_LENGTH || !tokenUri.startsWith(JSON_PREFIX)) return undefined
  try {
    const bytes = Uint8Array.from(atob(tokenUri.slice(JSON_PREFIX.length)), (char) => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const metadata = v.safeParse(metadataSchema, JSON.parse(text))
    if (!metadata.success) return undefined
    const { image } = metadata.output
    return isSmallDrawing(atob(image.slice(SVG_PREFIX.length))) ? image : undefined
  } catch {
    return undefined
  }
}

const MOST_TAGS = 1_000
const DEEPEST = 32
/** Each may stand for a copy of what has copies in it: 16 at most are some hundreds in all. */
const MOST_COPIES = 16
/** What lets a few characters cost a browser seconds, or stands for another document. */
const COSTLY =
  /<(?:!|\?(?!xml\b)|(?:[\w-]+:)?(?:filter|fe[A-Z]|pattern|mask|image|foreignObject|script|animate|set)\b)/i

/** Whether a browser draws this at once: few elements, flat, and nothing that multiplies. */
function isSmallDrawing(svg: string): boolean {
  if (COSTLY.test(svg)) return false
  let tags = 0
  let depth = 0
  let copies = 0
  for (let at = svg.indexOf('<'); at !== -1; at = svg.indexOf('<', at + 1)) {
    const end = svg.indexOf('>', at)
    const isClosing = svg[at + 1] === '/'
    if (isClosing) depth -= 1
    else if (end !== -1 && svg[end - 1] !== '/' && svg[at + 1] !== '?') depth += 1
    if (/^<(?:[\w-]+:)?use\b/i.test(svg.slice(at, at + 40))) copies += 1
    tags += 1
    if (tags > MOST_TAGS || depth > DEEPEST || copies > MOST_COPIES) return false
  }
  return true
}
