/**
 * The one source of the production headers (trust.md X1, X2, X4). The static server sends them; `npm run
 * headers` writes them as files for static hosts (`public/_headers`: Netlify, Cloudflare Pages) and nginx.
 */
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * The content security policy. 'unsafe-inline' styles are RainbowKit's need; scripts have no exception. The app may ask
 * the nodes at `rpcUrls`.
 */
export function contentSecurityPolicy(rpcUrls: readonly string[]): string {
  const origins = [...new Set(rpcUrls.map((url) => new URL(url).origin))]
  return [...policy(["'self'", ...origins]), `frame-ancestors 'none'`].join('; ')
}

/**
 * The same policy for a <meta> tag, where nobody sets headers (IPFS). config.json names the nodes after the build, so
 * the tag lets any node be asked over https; a browser ignores `frame-ancestors` in a tag.
 */
export const metaSecurityPolicy = policy([
  "'self'",
  'https:',
  'http://127.0.0.1:*',
  'http://localhost:*',
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
export function productionHeaders({ rpcUrls }: { rpcUrls: readonly string[] }): Record<string, string> {
  const closed = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'serial', 'usb', 'hid']
  return {
    'Content-Security-Policy': contentSecurityPolicy(rpcUrls),
    'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    'Permissions-Policy': closed.map((feature) => `${feature}=()`).join(', '),
  }
}

/** Vite names what is below `assets/` by its content: it never changes. The rest is asked for again each time. */
export const cacheControl = { hashed: 'public, max-age=31536000, immutable', other: 'no-cache' }

export function hostHeadersFile(rpcUrls: readonly string[]): string {
  const lines = Object.entries(productionHeaders({ rpcUrls })).map(([name, value]) => `  ${name}: ${value}`)
  const cache = [
    '/',
    `  Cache-Control: ${cacheControl.other}`,
    '/index.html',
    `  Cache-Control: ${cacheControl.other}`,
    '/config.json',
    `  Cache-Control: ${cacheControl.other}`,
    '/assets/*',
    `  Cache-Control: ${cacheControl.hashed}`,
  ]
  return `# Written by devnet/headers.ts\n/*\n${[...lines, ...cache].join('\n')}\n`
}

export function nginxConfiguration(rpcUrls: readonly string[]): string {
  const headers = Object.entries(productionHeaders({ rpcUrls })).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  )
  // nginx forgets inherited headers in a location that adds its own: one place, and a map for the cache.
  return `# Written by devnet/headers.ts. Include the map in http { } and the rest in the site's server { }.
map "$status $uri" $ballast_cache {
  default "${cacheControl.other}";
  "~^(200|304) /assets/" "${cacheControl.hashed}";
}

server {
  listen 443 ssl;
  root /srv/ballast;
  gzip on;
  # Debian's mime.types calls scripts application/javascript, newer ones text/javascript.
  gzip_types text/css text/javascript application/javascript application/json image/svg+xml;
  add_header Cache-Control $ballast_cache always;
  ${headers.join('\n  ')}
  error_page 404 /404.html;
  location / {
    try_files $uri $uri/index.html =404;
  }
}
`
}

type Networks = { readonly networks: readonly { readonly rpcUrls: readonly string[] }[] }

/** Node addresses of a config.json. */
export function rpcUrlsOf(config: Networks): string[] {
  return config.networks.flatMap((network) => network.rpcUrls)
}

/** The generated files and what must be in them, from the config the app is built with. */
export function headerFiles(): { file: URL; text: string }[] {
  const root = new URL('../', import.meta.url)
  const config = JSON.parse(readFileSync(new URL('public/config.json', root), 'utf8')) as Networks
  const rpcUrls = rpcUrlsOf(config)
  return [
    { file: new URL('public/_headers', root), text: hostHeadersFile(rpcUrls) },
    { file: new URL('docs/nginx.conf', root), text: nginxConfiguration(rpcUrls) },
  ]
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, text } of headerFiles()) writeFileSync(file, text)
}
