import * as z from 'zod/mini'

/** More than this is no drawing: our own are a fiftieth of it. In characters of the token's URI. */
const MAX_URI_LENGTH = 200_000

const JSON_PREFIX = 'data:application/json;base64,'
const svgUri = /^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+={0,2}$/
const metadataSchema = z.object({ image: z.string().check(z.regex(svgUri)) })

/**
 * The drawing an mNFT carries in its own URI, for an `<img>`, where no script runs and nothing is fetched; undefined for
 * everything else, above all for pictures that would have to be loaded from elsewhere.
 */
export function pictureOf(tokenUri: string): string | undefined {
  if (tokenUri.length > MAX_URI_LENGTH || !tokenUri.startsWith(JSON_PREFIX)) return undefined
  try {
    const bytes = Uint8Array.from(atob(tokenUri.slice(JSON_PREFIX.length)), (char) => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const metadata = metadataSchema.safeParse(JSON.parse(text))
    return metadata.success ? metadata.data.image : undefined
  } catch {
    return undefined
  }
}
