/** A node behind a proxy that compresses its answers, as public nodes do and a local chain does not. */
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'

type PackingNode = { readonly url: string; readonly stop: () => Promise<void> }

export function packAnswersOf(nodeUrl: string): Promise<PackingNode> {
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type',
    // Asked once, as of a node that says for how long.
    'access-control-max-age': '600',
  }
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(204, cors).end()
      return
    }
    const answer = async () => {
      const asked = await buffer(request)
      const told = await fetch(nodeUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: asked.toString(),
      })
      return gzipSync(await told.text())
    }
    answer().then(
      (body) =>
        response
          .writeHead(200, { ...cors, 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(body),
      () => response.writeHead(502, cors).end(),
    )
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      done({
        url: `http://127.0.0.1:${port}`,
        stop: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
  })
}
