import { afterEach, describe, expect, it, vi } from 'vitest'

import { loadConfig, parseConfig } from './config'
import type { ContractNeeds } from './contract-needs'

const usdt = '0xdAC17F958D2ee523a2206206994597C13D831ec7'
const needs: readonly ContractNeeds[] = [
  { group: 'well', required: ['pump', 'bucket'], shared: ['usdt'] },
  { group: 'mill', required: ['wheel'], optional: ['sail'] },
]
const contracts = { shared: { usdt }, well: { pump: usdt, bucket: usdt }, mill: { wheel: usdt } }
const good = {
  chainId: 1,
  name: 'Ethereum',
  isDevnet: false,
  rpcUrls: ['https://rpc.example', 'http://127.0.0.1:8545'],
  deploymentBlock: 21_000_000,
  finalityBlocks: 64,
  blockSeconds: 12,
  contracts,
}

function problemsOf(change: object): readonly string[] {
  const result = parseConfig({ networks: [{ ...good, ...change }] }, needs)
  return result.isOk ? [] : result.problems
}

describe('parseConfig', () => {
  it('accepts a whole configuration and turns the block into bigint', () => {
    const result = parseConfig({ networks: [good] }, needs)
    expect(result).toEqual({
      isOk: true,
      config: { networks: [{ ...good, deploymentBlock: 21_000_000n }] },
    })
  })

  it.each([
    ['another case', usdt.toLowerCase()],
    ['one digit changed', usdt.replace('D2', 'd2')],
    ['too short', '0x12'],
    ['a name', 'tether.eth'],
    ['a number', 5],
  ])('names the path of an address with %s', (_, address) => {
    const [problem] = problemsOf({ contracts: { ...contracts, mill: { wheel: address } } })
    expect(problem).toMatch(/^networks\[0\]\.contracts\.mill\.wheel is not an address with a valid checksum/)
  })

  it.each<[object, RegExp]>([
    [{ rpcUrls: [] }, /^networks\[0\]\.rpcUrls has no RPC URL/],
    [{ rpcUrls: ['http://rpc.example'] }, /^networks\[0\]\.rpcUrls\[0\] must be an https:\/\/ URL/],
    [{ rpcUrls: ['https://name:secret@rpc.example'] }, /^networks\[0\]\.rpcUrls\[0\]/],
    [{ historyUrl: 'http://events.example' }, /^networks\[0\]\.historyUrl must be an https/],
    [{ explorerUrl: 'javascript:alert(1)' }, /^networks\[0\]\.explorerUrl must be an https/],
    [{ chainId: '1' }, /^networks\[0\]\.chainId must be a whole number/],
    [{ chainId: 1.5 }, /^networks\[0\]\.chainId must be a whole number/],
    [{ deploymentBlock: -1 }, /^networks\[0\]\.deploymentBlock must be 0 or more/],
    [{ blockSeconds: 0 }, /^networks\[0\]\.blockSeconds must be more than 0/],
    [{ isDevnet: undefined }, /^networks\[0\]\.isDevnet must be true or false/],
    [{ contracts: undefined }, /^networks\[0\]\.contracts has to be grouped by system/],
    [
      { contracts: { usdt, pump: usdt, wheel: usdt } },
      /contracts has to be grouped by system: \{ "shared": \{ "usdt": "0x…" \}, "well": \{ "pump": "0x…", "bucket": "0x…" \}, "mill": \{ "wheel": "0x…" \} \}\.$/,
    ],
    [{ contracts: { shared: { usdt } } }, /contracts names no system: give at least one of well, mill\./],
    [{ contracts: { well: contracts.well } }, /contracts\.shared\.usdt is missing: well needs it\./],
    [{ contracts: { ...contracts, well: { pump: usdt } } }, /contracts\.well\.bucket is not an address/],
    [{ contracts: { ...contracts, inn: {} } }, /contracts has a setting that does not exist: inn\./],
    [{ codeHashes: { shared: { usdt: '0x12' } } }, /^networks\[0\]\.codeHashes\.shared\.usdt is not a hash/],
    [
      { codeHashes: { well: { tether: usdt } } },
      /codeHashes\.well has a setting that does not exist: tether/,
    ],
    [{ policies: { dry: {} } }, /^networks\[0\]\.policies has to be grouped by system, like contracts/],
    [{ policies: 'none' }, /^networks\[0\]\.policies has to be grouped by system/],
    [{ rpcUrl: 'https://rpc.example' }, /^networks\[0\] has a setting that does not exist: rpcUrl/],
  ])('explains %o', (change, sentence) => {
    expect(problemsOf(change).join('\n')).toMatch(sentence)
  })

  it('says of a setting that is not there what it has to be, and names all that do not exist', () => {
    const { isDevnet, rpcUrls, ...rest } = good
    expect(parseConfig({ networks: [{ ...rest, isDevNet: isDevnet, rpcUrl: rpcUrls }] }, needs)).toEqual({
      isOk: false,
      problems: [
        'networks[0].isDevnet must be true or false.',
        'networks[0].rpcUrls must be a list of URLs.',
        'networks[0] has a setting that does not exist: isDevNet, rpcUrl.',
      ],
    })
  })

  it.each([
    ['config.json', []],
    ['networks[0]', { networks: [[]] }],
    ['networks[0].contracts.mill', { networks: [{ ...good, contracts: { mill: [usdt] } }] }],
  ])('takes no list for an object: %s', (place, json) => {
    const result = parseConfig(json, needs)
    expect(result.isOk ? [] : result.problems).toContain(`${place} is missing or of the wrong type.`)
  })

  it('is complete with one system only, and with the hash of one contract', () => {
    const hash = `0x${'1'.repeat(64)}`
    expect(problemsOf({ contracts: { mill: { wheel: usdt, sail: usdt } } })).toEqual([])
    expect(problemsOf({ codeHashes: { well: { bucket: hash } } })).toEqual([])
    expect(problemsOf({ policies: { well: { depth: 7 } } })).toEqual([])
  })

  it.each([
    [['https://app.safe.global'], undefined],
    [['https://app.safe.global/'], 'safeOrigins[0] must end after the host: "https://app.safe.global".'],
    [['https://*.safe.global/app'], 'safeOrigins[0] must end after the host: "https://app.safe.global".'],
    [['http://app.safe.global'], 'safeOrigins[0] must be an https:// URL (http:// only for this machine).'],
    ['https://app.safe.global', 'safeOrigins must be a list of origins.'],
  ])('takes %j for the pages that may frame it: %s', (safeOrigins, problem) => {
    const result = parseConfig({ networks: [good], safeOrigins }, needs)
    expect(result.isOk ? undefined : result.problems[0]).toBe(problem)
  })

  it.each([
    [{ projectId: 'abc' }, undefined],
    [{ projectId: 'abc', relayUrl: 'https://relay.example' }, undefined],
    [
      { projectId: 'abc', relayUrl: 'wss://relay.example' },
      'walletConnect.relayUrl must be an https:// URL (http:// only for this machine).',
    ],
    [{}, 'walletConnect.projectId must be a name in quotes.'],
    ['abc', 'walletConnect is missing or of the wrong type.'],
  ])('takes %j for the way to wallets elsewhere: %s', (walletConnect, problem) => {
    const result = parseConfig({ networks: [good], walletConnect }, needs)
    expect(result.isOk ? undefined : result.problems[0]).toBe(problem)
  })

  it('says every problem at once', () => {
    expect(problemsOf({ chainId: 'x', name: '', rpcUrls: 7 })).toHaveLength(3)
  })

  it('refuses the same chain twice, no network, and what is no configuration at all', () => {
    const twice = parseConfig({ networks: [good, good] }, needs)
    expect(twice.isOk ? '' : twice.problems[0]).toBe('networks lists the same chainId twice.')
    for (const json of [{ networks: [] }, {}, null, [], 'text', 5])
      expect(parseConfig(json, needs).isOk).toBe(false)
  })
})

describe('config.json', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('that never comes is said after the limit, while its head and while its body is awaited', async () => {
    const never = () => new Promise<never>(() => undefined)
    for (const answer of [never, () => Promise.resolve({ ok: true, status: 200, text: never })]) {
      vi.stubGlobal('fetch', answer)
      const loaded = await loadConfig(needs, 5)
      expect(loaded.isOk ? '' : loaded.problems.join()).toContain('has not answered in time')
    }
  })
})
