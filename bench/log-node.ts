/**
 * A node in a process of its own with nothing but transfers in its chain: `jiti bench/log-node.ts COUNT MILLISECONDS
 * [BLOCKS [MOST_BLOCKS [MOST_LOGS]]]` prints its URL. It is so many milliseconds away, and answers at once: what is
 * measured is who asks. One transfer in so many blocks, one where nothing is said; it refuses more blocks or logs than named.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeAbiParameters, encodeEventTopics, erc20Abi, numberToHex, pad, type Hex } from 'viem'

const [count = 0, milliseconds = 0, blocks = 1, mostBlocks = Infinity, mostLogs = Infinity] = process.argv
  .slice(2)
  .map((text) => parseInt(text, 10))
const token = '0x52908400098527886E0F7030069857D2E4169EE7'
const people = 500

type Call = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

const word = (index: number, salt: string): Hex => pad(`0x${salt}${index.toString(16).padStart(8, '0')}`)
const person = (index: number): Hex => `0x${(index % people).toString(16).padStart(40, 'c0ffee')}`
const logs = Array.from({ length: count }, (_, index) =>
  JSON.stringify({
    address: token.toLowerCase(),
    topics: encodeEventTopics({
      abi: erc20Abi,
      eventName: 'Transfer',
      args: { from: person(index), to: person(index * 7 + 1) },
    }),
    data: encodeAbiParameters([{ type: 'uint256' }], [BigInt(index) * 10n ** 18n]),
    blockNumber: numberToHex(index * blocks),
    blockHash: word(index, 'b10c'),
    blockTimestamp: numberToHex(1_700_000_000 + 12 * blocks * index),
    transactionHash: word(index, '7a11'),
    transactionIndex: '0x1',
    logIndex: '0x2',
    removed: false,
  }),
)

/** What follows the id in its answer. */
function answerOf({ method, params }: Call): string {
  if (method === 'eth_chainId') return '"result":"0x1"'
  if (method === 'eth_blockNumber') return `"result":${JSON.stringify(numberToHex(count * blocks - 1))}`
  const [from, to] = ['fromBlock', 'toBlock'].map((name) =>
    parseInt((params[0] as Readonly<Record<string, Hex>>)[name] ?? '', 16),
  ) as [number, number]
  if (to - from >= mostBlocks) return refusal(`eth_getLogs is limited to a ${mostBlocks} range`)
  const found = logs.slice(Math.ceil(from / blocks), Math.floor(to / blocks) + 1)
  if (found.length <= mostLogs) return `"result":[${found.join(',')}]`
  const last = (Math.ceil(from / blocks) + mostLogs) * blocks - 1
  return refusal(
    `query returned more than ${mostLogs} results. Try with this block range [${numberToHex(from)}, ${numberToHex(last)}].`,
  )
}

const refusal = (message: string) => `"error":${JSON.stringify({ code: -32005, message })}`

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    const call = JSON.parse(body) as Call
    response.setHeader('content-type', 'application/json')
    const answer = () => response.end(`{"jsonrpc":"2.0","id":${call.id},${answerOf(call)}}`)
    setTimeout(answer, milliseconds)
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
