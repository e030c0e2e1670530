import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'

import { post, webhookProblem } from './webhook'

async function answering<T>(listener: RequestListener, act: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  try {
    return await act(`http://127.0.0.1:${(server.address() as AddressInfo).port}/secret`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

it('may be https, or http on this machine', () => {
  for (const url of ['https://hook.example/x', 'http://localhost:1/x', 'http://127.0.0.1/x'])
    expect(webhookProblem(url)).toBeUndefined()
  for (const url of ['http://hook.example/x', 'https://me:you@hook.example', 'ftp://hook.example', 'x'])
    expect(webhookProblem(url)).toMatch(/https/)
})

it('is tried three times, and no more', async () => {
  let asked = 0
  const problem = await answering(
    (_, response) => {
      asked += 1
      response.writeHead(500).end()
    },
    (url) => post(url, '{}', [1, 1]),
  )
  expect(asked).toBe(3)
  expect(problem).toMatch(/^The webhook at 127.0.0.1:\d+ answered 500.$/)
})

it('gets JSON, once it answers', async () => {
  let asked = 0
  const bodies: string[] = []
  const problem = await answering(
    (request, response) => {
      asked += 1
      request.on('data', (part: Buffer) =>
        bodies.push(`${request.headers['content-type']} ${part.toString()}`),
      )
      request.on('end', () => response.writeHead(asked === 1 ? 429 : 200).end())
    },
    (url) => post(url, '{"a":1}', [1, 1]),
  )
  expect(problem).toBeUndefined()
  expect(bodies).toEqual(Array.from({ length: 2 }, () => 'application/json {"a":1}'))
})

it('is not followed elsewhere', async () => {
  let elsewhere = 0
  const problem = await answering(
    (_, response) => {
      elsewhere += 1
      response.end()
    },
    (other) =>
      answering(
        (_, response) => response.writeHead(307, { location: other }).end(),
        (url) => post(url, '{}', []),
      ),
  )
  expect(elsewhere).toBe(0)
  expect(problem).toMatch(/did not answer/)
})
