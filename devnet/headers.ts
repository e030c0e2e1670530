/**
 * The one source of the production headers (trust.md X1, X2, X4). The static server sends them; `npm run
 * headers` writes them as files for static hosts (`public/_headers`: Netlify, Cloudflare Pages) and nginx.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { relayUrlOf } from '../src/wallet/relay.ts'

/** What config.json decides about the headers. */
export type Deployment = {
  /** Nodes, and servers of events, that the app may ask. */
  readonly rpcUrls: readonly string[]
  /** Pages that may show the app in a frame, where it takes them for a Safe; none: it runs in no frame. */
  readonly safeOrigins: readonly string[]
  /** The relay that wallets elsewhere are reached through; none unless the deployer wants it. */
  readonly relayUrl?: string | undefined
}

/** The content security policy. 'unsafe-inline' styles are RainbowKit's need; scripts have no exception. */
function contentSecurityPolicy({ rpcUrls, safeOrigins, relayUrl }: Deployment): string {
  const asked = relayUrl === undefined ? rpcUrls : [...rpcUrls, relayUrl]
  const origins = [...new Set(asked.map((url) => new URL(url).origin))]
  const framing = safeOrigins.length > 0 ? safeOrigins.join(' ') : "'none'"
  return [...policy(["'self'", ...origins]), `frame-ancestors ${framing}`].join('; ')
}

/**
 * The same policy for a <meta> tag, where nobody sets headers (IPFS). config.json names the nodes and a relay after the
 * build, so the tag lets any be asked over https or wss; a browser ignores `frame-ancestors` in a tag.
 */
export const metaSecurityPolicy = policy([
  "'self'",
  'https:',
  'wss:',
  'http://127.0.0.1:*',
  'http://localhost:*',
  'ws://127.0.0.1:*',
  'ws://localhost:*',
]).join('; ')

function policy(connectSources: readonly string[]): string[] {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `connect-src ${connectSources.join(' ')}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `object-src 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types default`,
  ]
}

/** The headers of every response, whatever its status. */
export function productionHeaders(deployment: Deployment): Record<string, string> {
  const closed = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'serial', 'usb', 'hid']
  return {
    'Content-Security-Policy': contentSecurityPolicy(deployment),
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Permissions-Policy': closed.map((feature) => `${feature}=()`).join(', '),
  }
}

/** Vite names what is below `assets/` by its content: it never changes. The rest is asked for again each time. */
export const cacheControl = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' }

/** The one file that pages of other sites may read: Safe's does, when somebody adds the app there. */
export const shared = { path: '/manifest.json', headers: { 'Access-Control-Allow-Origin': '*' } }

export function hostHeadersFile(deployment: Deployment): string {
  const listed = (headers: Record<string, string>) =>
    Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
  const lines = listed(productionHeaders(deployment))
  const cache = [
    '/',
    `  Cache-Control: ${cacheControl.other}`,
    '/index.html',
    `  Cache-Control: ${cacheControl.other}`,
    '/config.json',
    `  Cache-Control: ${cacheControl.other}`,
    '/assets/*',
    `  Cache-Control: ${cacheControl.hashed}`,
    shared.path,
    ...listed(shared.headers),
  ]
  return `# Written by devnet/headers.ts\n/*\n${[...lines, ...cache].join('\n')}\n`
}

export function nginxConfiguration(deployment: Deployment): string {
  const headers = Object.entries(productionHeaders(deployment)).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  )
  // nginx forgets inherited headers in a location that adds its own: one place, and maps; an empty header is not sent.
  return `# Written by devnet/headers.ts. Include the maps in http { } and the rest in the site's server { }.
map "$status $uri" $ballast_cache {
  default "${cacheControl.other}";
  "~^(200|304) /assets/" "${cacheControl.hashed}";
}
map $uri $ballast_readers {
  "${shared.path}" "${shared.headers['Access-Control-Allow-Origin']}";
}

server {
  listen 443 ssl;
  root /srv/ballast;
  gzip on;
  # Debian's mime.types calls scripts application/javascript, newer ones text/javascript.
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
  add_header Cache-Control $ballast_cache always;
  add_header Access-Control-Allow-Origin $ballast_readers;
  ${headers.join('\n  ')}
  error_page 404 /404.html;
  location / {
    try_files $uri $uri/index.html =404;
  }
}
`
}

export type Config = {
  readonly networks: readonly { readonly rpcUrls: readonly string[]; readonly historyUrl?: string }[]
  readonly safeOrigins?: readonly string[]
  readonly walletConnect?: { readonly projectId: string; readonly relayUrl?: string }
}

export function deploymentOf({ networks, safeOrigins = [], walletConnect }: Config): Deployment {
  return {
    rpcUrls: networks.flatMap((one) => [...one.rpcUrls, one.historyUrl ?? []].flat()),
    safeOrigins,
    relayUrl: walletConnect && relayUrlOf(walletConnect),
  }
}

/** The generated files and what must be in them, from the config the app is built with. */
export function headerFiles(): { file: URL; text: string }[] {
  const root = new URL('../', import.meta.url)
  const config = JSON.parse(readFileSync(new URL('public/config.json', root), 'utf8')) as Config
  const deployment = deploymentOf(config)
  return [
    { file: new URL('public/_headers', root), text: hostHeadersFile(deployment) },
    { file: new URL('docs/nginx.conf', root), text: nginxConfiguration(deployment) },
  ]
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, text } of headerFiles()) writeFileSync(file, text)
}
