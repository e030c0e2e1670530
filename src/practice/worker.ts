/** The practice chain, beside the page: an EVM that thinks does not hold a frame up. */
import { Chain } from './chain'
import { createNode, Refusal } from './node'
import { unpack } from './packed'
import type { Said, Told } from './protocol'

const say = (said: Said) => postMessage(said)
let node: ReturnType<typeof createNode> | undefined

async function begin({ stateUrl, chainId, seed }: Told & { kind: 'begin' }): Promise<void> {
  try {
    const { status, body } = await fetch(stateUrl)
    if (status !== 200 || !body) throw new Error(`the server answered ${status}`)
    const packed = await unpack(body)
    node = createNode(new Chain(packed, chainId, seed))
    say({ kind: 'begun', contracts: packed.contracts })
  } catch (error) {
    say({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

async function answer({ id, method, params }: Told & { kind: 'ask' }): Promise<void> {
  try {
    if (!node) throw new Error('The chain has not begun.')
    say({ kind: 'answer', id, result: await node(method, params) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const refusal = error instanceof Refusal ? error : { code: -32_000, data: undefined }
    say({ kind: 'refusal', id, error: { code: refusal.code, message, data: refusal.data } })
  }
}

addEventListener('message', ({ data }: MessageEvent<Told>) => {
  void (data.kind === 'begin' ? begin(data) : answer(data))
})
