/**
 * Serves a build as production does: same headers, same caching, no rewriting of unknown paths (routes live behind the
 * hash). `npx jiti devnet/serve.ts [--dir dist] [--port 4173]`
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { cacheControl, deploymentOf, productionHeaders, shared, type Config } from './headers'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const isText = (type: string) => /^text|json|svg/.test(type)

export type Served = {
  /** Address to open. */
  readonly url: string
  readonly port: number
  readonly stop: () => Promise<void>
}

type ServeOptions = {
  /** A build. */
  readonly dir: string
  /** 0 or absent: any free port. */
  readonly port?: number
  /** Answered as config.json in place of the build's own. */
  readonly config?: Config
  /** Nodes the policy allows; absent: those of the config. */
  readonly rpcUrls?: readonly string[]
}

/** Serves the folder `dir` until stopped. */
export function serve({ dir, port = 0, config, rpcUrls }: ServeOptions): Promise<Served> {
  const root = resolve(dir)
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} holds no build: index.html is missing.`)
  const configText = config ? JSON.stringify(config) : readFileSync(join(root, 'config.json'), 'utf8')
  const deployment = deploymentOf(JSON.parse(configText) as Config)
  const headers = productionHeaders({ ...deployment, ...(rpcUrls && { rpcUrls }) })

  function find(path: string) {
    if (path === '/config.json') return { status: 200, type: '.json', body: Buffer.from(configText) }
    const file = normalize(join(root, path === '/' ? 'index.html' : path))
    if (file.startsWith(root + sep) && existsSync(file) && statSync(file).isFile())
      return { status: 200, type: extname(file), body: readFileSync(file) }
    const page = join(root, '404.html')
    if (existsSync(page)) return { status: 404, type: '.html', body: readFileSync(page) }
    return { status: 404, type: '.txt', body: Buffer.from('Not found') }
  }

  /** A file with a hash in its name never changes: packed once, however many browsers ask for it. */
  const packed = new Map<string, Buffer>()
  function pack(path: string, body: Buffer): Buffer {
    const known = packed.get(path)
    if (known) return known
    const zipped = gzipSync(body)
    packed.set(path, zipped)
    return zipped
  }

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...headers, Allow: 'GET, HEAD' }).end()
      return
    }
    const path = pathOf(request.url ?? '/')
    const found =
      path === undefined ? { status: 400, type: '.txt', body: Buffer.from('Bad request') } : find(path)
    const type = contentTypes[found.type] ?? 'application/octet-stream'
    const isHashed = found.status === 200 && path?.startsWith('/assets/')
    const isZipped = isText(type) && /\bgzip\b/.test(String(request.headers['accept-encoding']))
    const body = !isZipped
      ? found.body
      : isHashed && path !== undefined
        ? pack(path, found.body)
        : gzipSync(found.body)
    response.writeHead(found.status, {
      ...headers,
      ...(path === shared.path && shared.headers),
      'Cache-Control': isHashed ? cacheControl.hashed : cacheControl.other,
      'Content-Type': type,
      'Content-Length': body.length,
      Vary: 'Accept-Encoding',
      ...(isZipped ? { 'Content-Encoding': 'gzip' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  })

  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const actual = typeof address === 'object' && address !== null ? address.port : port
      done({
        url: `http://127.0.0.1:${actual}/`,
        port: actual,
        stop: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}

/** The decoded path of a request, or undefined when it can't be decoded. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: { dir: { type: 'string', default: 'dist' }, port: { type: 'string', default: '4173' } },
  })
  const site = await serve({ dir: values.dir, port: Number(values.port) })
  console.log(`Serving ${values.dir} at ${site.url}`)
}
