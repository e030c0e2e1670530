import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../.ci/engines.mjs'

/** How WebDriver names an element in JSON. */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'
type Element = { readonly [elementKey]: string }

/** One WebDriver command: its name at Firefox, its HTTP method and path elsewhere, and its parameters. */
type Command = {
  readonly name: string
  readonly path: string
  readonly body?: Record<string, unknown>
}
type Send = (command: Command) => Promise<unknown>

/** What a test does with a browser that Playwright can't drive: the few commands of WebDriver it takes. */
export class Driver {
  readonly #send: Send
  readonly #stop: () => void

  private constructor(send: Send, stop: () => void) {
    this.#send = send
    this.#stop = stop
  }

  static async start(engine: Engine): Promise<Driver> {
    const profile = mkdtempSync(join(tmpdir(), 'ballast-engine-'))
    const port = await freePort()
    const { command, args } = engine.start({ port, profile })
    for (const [file, text] of Object.entries(engine.files?.(port) ?? {}))
      writeFileSync(join(profile, file), text)
    // A process group of its own: the browser's children end with it.
    const browser = spawn(command, args, {
      stdio: 'ignore',
      detached: true,
      env: { ...process.env, HOME: profile, TMPDIR: profile },
    })
    const stop = () => {
      end(browser)
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    }
    try {
      const send =
        engine.protocol === 'marionette' ? await marionette(port) : await webDriver(port, engine.capabilities)
      const driver = new Driver(send, stop)
      await driver.resize(1440, 900)
      return driver
    } catch (error) {
      stop()
      throw error
    }
  }

  stop(): void {
    this.#stop()
  }

  async open(url: string): Promise<void> {
    await this.#send({ name: 'Navigate', path: '/url', body: { url } })
  }

  async resize(width: number, height: number): Promise<void> {
    await this.#send({ name: 'SetWindowRect', path: '/window/rect', body: { width, height } })
  }

  /** Runs a function in the page; what it uses has to be in its arguments. */
  async run<Result, Args extends readonly unknown[]>(
    act: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result> {
    const body = { script: `return (${act.toString()}).apply(null, arguments)`, args }
    const value = await this.#send({ name: 'ExecuteScript', path: '/execute/sync', body })
    return value as Result
  }

  /** A press by the browser itself, at the middle of what is visible of it: fails where something lies over it. */
  async click(element: Element): Promise<void> {
    // WebKit's driver does not always do it by itself.
    await this.run(
      (target) => (target as unknown as HTMLElement).scrollIntoView({ block: 'center' }),
      element,
    )
    const id = element[elementKey]
    await this.#send({ name: 'ElementClick', path: `/element/${id}/click`, body: { id } })
  }

  async type(element: Element, text: string): Promise<void> {
    const id = element[elementKey]
    await this.#send({ name: 'ElementSendKeys', path: `/element/${id}/value`, body: { id, text } })
  }
}

/** Firefox's own way of saying WebDriver: `length:[0, id, name, parameters]` over TCP; geckodriver translates to it. */
async function marionette(port: number): Promise<Send> {
  const socket = await patiently(() => connected(port))
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let unread = Buffer.alloc(0)
  socket.on('data', (chunk) => {
    unread = Buffer.concat([unread, chunk])
    for (;;) {
      const colon = unread.indexOf(':')
      const end = colon + 1 + Number(unread.subarray(0, colon).toString())
      if (colon < 0 || unread.length < end) return
      const message = JSON.parse(unread.subarray(colon + 1, end).toString()) as unknown
      unread = unread.subarray(end)
      if (!Array.isArray(message)) continue
      const [, id, error, result] = message as [1, number, { message: string } | null, { value?: unknown }]
      if (error) waiting.get(id)?.reject(new Error(error.message))
      else waiting.get(id)?.resolve(result.value)
      waiting.delete(id)
    }
  })
  const lost = (error?: Error) => {
    for (const { reject } of waiting.values()) reject(error ?? new Error('The browser has gone.'))
  }
  socket.on('error', lost).on('close', () => lost())
  let count = 0
  const send: Send = ({ name, body = {} }) =>
    new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      const text = JSON.stringify([0, count, `WebDriver:${name}`, body])
      socket.write(`${Buffer.byteLength(text)}:${text}`)
    })
  await send({ name: 'NewSession', path: '' })
  return send
}

/** WebDriver as everybody else says it: JSON over HTTP. */
async function webDriver(port: number, capabilities: Record<string, unknown> = {}): Promise<Send> {
  const ask = async (path: string, body: Record<string, unknown>): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (answer.ok) return value
    const { error, message } = value as { error: string; message: string }
    throw new Error(`${error}: ${message}`)
  }
  const session = (await patiently(() => ask('', { capabilities: { alwaysMatch: capabilities } }))) as {
    sessionId: string
  }
  return ({ path, body = {} }) => ask(`/${session.sessionId}${path}`, body)
}

/** A browser takes its time to listen. */
async function patiently<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const until = Date.now() + 60_000
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
}

const connected = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).once('error', reject)
  })

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
