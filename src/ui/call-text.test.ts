import { execFileSync } from 'node:child_process'
import { decodeFunctionData, encodeFunctionResult, parseAbi, type Abi } from 'viem'
import { describe, expect, it } from 'vitest'

import type { Source } from '../math/reading'
import { answerLines, calldataOf, castCommand, curlCommand, signatureOf } from './call-text'

const abi = parseAbi([
  'struct Leg { address token; uint128 amount; }',
  'function balanceOf(address owner) view returns (uint256)',
  'function pools() view returns (address[] list, bool isWhole)',
  'function quote(Leg[] legs, string note, int256[2] bounds, bytes32 id) view returns ((Leg leg, string name)[] found)',
  'function list(uint256 from) view returns (uint256)',
  'function list(uint256 from, uint256 count) view returns (uint256[])',
])
const contract = '0x00000000000000000000000000000000000000AA'
const owner = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const url = 'https://rpc.example/v2/key?of=us&b=1'

function source(functionName: string, args: readonly unknown[], raw = '0x'): Source {
  return { contract, label: 'Pool', abi, functionName, args, blockNumber: 1_234n, raw }
}

/** What the shell makes of a command: its words. */
const wordsOf = (command: string) =>
  execFileSync('sh', ['-c', `set -- ${command}; printf '%s\\n' "$@"`])
    .toString()
    .trimEnd()
    .split('\n')

describe('the command that makes a call again', () => {
  it('names contract, function, arguments, block and node for cast', () => {
    expect(castCommand(source('balanceOf', [owner]), 'http://127.0.0.1:8545')).toBe(
      `cast call ${contract} 'balanceOf(address)(uint256)' ${owner} --block 1234 --rpc-url http://127.0.0.1:8545`,
    )
  })

  it('has no arguments where the function takes none', () => {
    expect(castCommand(source('pools', []), 'http://a')).toBe(
      `cast call ${contract} 'pools()(address[],bool)' --block 1234 --rpc-url http://a`,
    )
  })

  it('writes lists, structs and texts as cast reads them, whatever a shell would make of them', () => {
    const note = `it's "$HOME" \`x\`; rm -rf *`
    const legs = [{ token: owner, amount: 5n }]
    const quote = source('quote', [legs, note, [-1n, 2n], `0x${'11'.repeat(32)}`])
    expect(wordsOf(castCommand(quote, url))).toEqual([
      ...['cast', 'call', contract],
      'quote((address,uint128)[],string,int256[2],bytes32)(((address,uint128),string)[])',
      ...[`[(${owner},5)]`, note, '[-1,2]', `0x${'11'.repeat(32)}`],
      ...['--block', '1234', '--rpc-url', url],
    ])
  })

  it('is JSON-RPC with the calldata that viem decodes to the same call, for curl', () => {
    const asked = source('balanceOf', [owner])
    const words = wordsOf(curlCommand(asked, url))
    expect(words.slice(0, 5)).toEqual(['curl', '-s', '-H', 'content-type: application/json', '--data'])
    expect(words.at(-1)).toBe(url)
    const data = '0x70a08231000000000000000000000000f39fd6e51aad88f6f4ce6ab8827279cfffb92266'
    expect(JSON.parse(words[5] ?? '')).toEqual({
      ...{ jsonrpc: '2.0', id: 1, method: 'eth_call' },
      params: [{ to: contract, data }, '0x4d2'],
    })
    expect(calldataOf(asked)).toBe(data)
    expect(decodeFunctionData({ abi, data })).toEqual({ functionName: 'balanceOf', args: [owner] })
  })

  it('takes the function that has as many arguments', () => {
    expect(signatureOf(source('list', [1n]))).toBe('list(uint256)(uint256)')
    expect(signatureOf(source('list', [1n, 2n]))).toBe('list(uint256,uint256)(uint256[])')
  })
})

describe('what an answer says', () => {
  const answer = (functionName: string, result: unknown) =>
    encodeFunctionResult<Abi>({ abi, functionName, result })

  it('names every value as the contract does', () => {
    const raw = answer('quote', [{ leg: { token: owner, amount: 7n }, name: 'a\u202eb"é' }])
    expect(answerLines(source('quote', [[], '', [0n, 0n], '0x'], raw))).toEqual({
      lines: [
        { name: 'found[0].leg.token', type: 'address', text: owner },
        { name: 'found[0].leg.amount', type: 'uint128', text: '7' },
        { name: 'found[0].name', type: 'string', text: String.raw`"a\u202eb\"\u00e9"` },
      ],
      left: 0,
    })
  })

  it('tells several values, and one without a name', () => {
    const pools = answerLines(source('pools', [], answer('pools', [[owner], true])))
    expect(pools?.lines.map(({ name, text }) => `${name}=${text}`)).toEqual([
      `list[0]=${owner}`,
      'isWhole=true',
    ])
    const balance = source('balanceOf', [owner])
    expect(answerLines(balance, answer('balanceOf', 2n ** 256n - 1n))?.lines).toEqual([
      { name: '', type: 'uint256', text: `${2n ** 256n - 1n}` },
    ])
  })

  it('counts what a long list leaves out', () => {
    const long = answer('pools', [Array.from({ length: 450 }, () => owner), true])
    expect(answerLines(source('pools', [], long))).toMatchObject({ left: 251 })
  })

  it('is not known of an answer that is none', () => {
    expect(answerLines(source('balanceOf', [owner], '0x'))).toBeUndefined()
    expect(answerLines(source('balanceOf', [owner], '0x1234'))).toBeUndefined()
    const refused = `0x08c379a0${'0'.repeat(62)}20${'0'.repeat(128)}`
    expect(answerLines(source('balanceOf', [owner], refused))).toBeUndefined()
  })
})
