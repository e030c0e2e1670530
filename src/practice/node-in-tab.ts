import { bytesToHex } from 'viem'

import { PRACTICE_CHAIN_ID } from '../chain/practice'
import type { Packed } from './packed'
import type { Said, Told } from './protocol'

type Question = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

/** A node in a worker of this tab, asked as one is asked over HTTP; it ends with the tab. */
export type NodeInTab = { readonly contracts: Packed['contracts']; readonly ask: typeof fetch }

/** Starts the chain from the state at this URL. Throws when it can't be had. */
export function startNode(stateUrl: string): Promise<NodeInTab> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const tell = (told: Told) => worker.postMessage(told)
  const waiting = new Map<number, (said: Said) => void>()
  let lastId = 0

  async function answerOf({ id, method, params }: Question): Promise<unknown> {
    const said = await new Promise<Said>((resolve) => {
      waiting.set((lastId += 1), resolve)
      tell({ kind: 'ask', id: lastId, method, params })
    })
    const answer =
      said.kind === 'refusal' ? { error: said.error } : 'result' in said && { result: said.result }
    return { jsonrpc: '2.0', id, ...answer }
  }

  async function ask(_: unknown, init?: RequestInit): Promise<Response> {
    const asked = JSON.parse(init?.body as string) as Question | readonly Question[]
    const answer = 'method' in asked ? await answerOf(asked) : await Promise.all(asked.map(answerOf))
    return new Response(JSON.stringify(answer))
  }

  return new Promise((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'begun') resolve({ contracts: data.contracts, ask })
      else if (data.kind === 'failed') reject(new Error(data.reason))
      else {
        waiting.get(data.id)?.(data)
        waiting.delete(data.id)
      }
    })
    // Another one each time: what this browser remembers of an earlier practice is about a chain that is gone.
    const seed = bytesToHex(crypto.getRandomValues(new Uint8Array(8)))
    tell({ kind: 'begin', stateUrl: new URL(stateUrl, location.href).href, chainId: PRACTICE_CHAIN_ID, seed })
  })
}
