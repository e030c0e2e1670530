/**
 * A node in a process of its own with nothing but transfers in its chain, one a block: `jiti bench/log-node.ts COUNT
 * MILLISECONDS` prints its URL. It is so many milliseconds away, and answers at once: what is measured is who asks.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeAbiParameters, encodeEventTopics, erc20Abi, numberToHex, pad, type Hex } from 'viem'

const [count = 0, milliseconds = 0] = process.argv.slice(2).map((text) => parseInt(text, 10))
const token = '0x52908400098527886E0F7030069857D2E4169EE7'
const people = 500

type Call = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }

const word = (index: number, salt: string): Hex => pad(`0x${salt}${index.toString(16).padStart(8, '0')}`)
const person = (index: number): Hex => `0x${(index % people).toString(16).padStart(40, 'c0ffee')}`
const logs = Array.from({ length: count }, (_, block) =>
  JSON.stringify({
    address: token.toLowerCase(),
    topics: encodeEventTopics({
      abi: erc20Abi,
      eventName: 'Transfer',
      args: { from: person(block), to: person(block * 7 + 1) },
    }),
    data: encodeAbiParameters([{ type: 'uint256' }], [BigInt(block) * 10n ** 18n]),
    blockNumber: numberToHex(block),
    blockHash: word(block, 'b10c'),
    blockTimestamp: numberToHex(1_700_000_000 + 12 * block),
    transactionHash: word(block, '7a11'),
    transactionIndex: '0x1',
    logIndex: '0x2',
    removed: false,
  }),
)

function resultOf({ method, params }: Call): string {
  if (method === 'eth_chainId') return '"0x1"'
  if (method === 'eth_blockNumber') return JSON.stringify(numberToHex(count - 1))
  const { fromBlock, toBlock } = params[0] as { fromBlock: Hex; toBlock: Hex }
  return `[${logs.slice(parseInt(fromBlock, 16), parseInt(toBlock, 16) + 1).join(',')}]`
}

const server = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    const call = JSON.parse(body) as Call
    response.setHeader('content-type', 'application/json')
    const answer = () => response.end(`{"jsonrpc":"2.0","id":${call.id},"result":${resultOf(call)}}`)
    setTimeout(answer, milliseconds)
  })
})
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
