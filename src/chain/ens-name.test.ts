import {
  createClient,
  custom,
  decodeFunctionData,
  encodeAbiParameters,
  encodeErrorResult,
  namehash,
  parseAbi,
  type Hex,
} from 'viem'
import { mainnet } from 'viem/chains'
import { packetToBytes } from 'viem/ens'
import { expect, it, vi } from 'vitest'

import { ensNameOf } from './ens-name'

const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'
const resolver = '0xeEeEEEeE14D718C2B47D9923Deab1335E144EeEe'
const abi = parseAbi([
  'function reverseWithGateways(bytes name, uint256 coinType, string[] gateways)',
  'function resolveWithGateways(bytes name, bytes data, string[] gateways)',
  'error ReverseAddressMismatch(string name, bytes account)',
  'error OffchainLookup(address sender, string[] urls, bytes callData, bytes4 callbackFunction, bytes extraData)',
])

const reverse = (name: string) =>
  encodeAbiParameters([{ type: 'string' }, { type: 'address' }, { type: 'address' }], [name, other, other])
const forward = (to: Hex) =>
  encodeAbiParameters(
    [{ type: 'bytes' }, { type: 'address' }],
    [encodeAbiParameters([{ type: 'address' }], [to]), other],
  )

class Reverted extends Error {
  code = 3
  constructor(readonly data: Hex) {
    super('execution reverted')
  }
}

/** A node behind which the resolver answers so; what it was asked is in `asked`. */
function nodeWith(answer: (functionName: string) => Hex | Promise<Hex>) {
  const asked: unknown[] = []
  const request = vi.fn(async ({ params }: { params: [{ data: Hex; to: string }] }) => {
    const call = decodeFunctionData({ abi, data: params[0].data })
    expect(params[0].to).toBe(resolver)
    asked.push(call)
    return answer(call.functionName)
  })
  const client = createClient({ chain: mainnet, transport: custom({ request }, { retryCount: 0 }) })
  return { asked, client }
}

const naming = (name: string, leadsTo: Hex = account) =>
  nodeWith((functionName) => (functionName === 'reverseWithGateways' ? reverse(name) : forward(leadsTo)))

it.each(['ballast.eth', 'pay.ballast.eth', 'مثال.eth', 'münze.eth'])(
  'knows %s, which leads back',
  async (name) => {
    const { client, asked } = naming(name)
    expect(await ensNameOf(client, resolver, account)).toBe(name)
    const { args } = asked[1] as { args: readonly [Hex, Hex] }
    expect(args[0]).toBe(`0x${Buffer.from(packetToBytes(name)).toString('hex')}`)
    expect(args[1]).toContain(namehash(name).slice(2))
  },
)

it('knows no name that leads to somebody else, whatever the reverse record says', async () => {
  expect(await ensNameOf(naming('ballast.eth', other).client, resolver, account)).toBeUndefined()
  expect(
    await ensNameOf(naming('ballast.eth', `0x${'0'.repeat(40)}`).client, resolver, account),
  ).toBeUndefined()
})

it.each([
  ['no name', ''],
  ['no dot', 'ballast'],
  ['capitals, which are not its normal form', 'Ballast.eth'],
  ['Cyrillic among Latin letters', 'b\u0430llast.eth'],
  ['Cyrillic that looks Latin throughout', '\u0430\u0440\u0440\u0435.eth'],
  ['an invisible joiner', 'bal\u200dlast.eth'],
  ['a mark that turns the text around', '\u202eballast.eth'],
  ['a space', 'ballast .eth'],
  ['the hash of a label in place of it', `[${'1'.repeat(50)}].eth`],
  ['too many characters', `${'a'.repeat(60)}.eth`],
  ['a book', 'a.'.repeat(10_000)],
])('shows nothing for a name with %s, and does not ask where it leads', async (_, name) => {
  const { client, asked } = naming(name)
  expect(await ensNameOf(client, resolver, account)).toBeUndefined()
  expect(asked).toHaveLength(1)
})

it('has no name where the resolver says that it leads elsewhere', async () => {
  const data = encodeErrorResult({ abi, errorName: 'ReverseAddressMismatch', args: ['ballast.eth', other] })
  const { client } = nodeWith(() => Promise.reject(new Reverted(data)))
  expect(await ensNameOf(client, resolver, account)).toBeUndefined()
})

it('asks no host that a contract names (CCIP-read)', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const args = [resolver, ['https://gateway.example/{sender}/{data}'], '0x12', '0x12345678', '0x'] as const
  const data = encodeErrorResult({ abi, errorName: 'OffchainLookup', args })
  const { client } = nodeWith(() => Promise.reject(new Reverted(data)))
  await expect(ensNameOf(client, resolver, account)).rejects.toThrow()
  expect(fetched).not.toHaveBeenCalled()
  fetched.mockRestore()
})

it('waits 10 seconds for a slow node, and no longer', async () => {
  vi.useFakeTimers()
  const { client } = nodeWith(() => new Promise(() => undefined))
  const asked = expect(ensNameOf(client, resolver, account)).rejects.toThrow()
  await vi.advanceTimersByTimeAsync(10_000)
  await asked
  vi.useRealTimers()
})
