import { createPublicClient, http, type Hex } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { account } from '../../devnet/accounts'
import { startAnvil } from '../../devnet/anvil'
import { connect } from '../../devnet/rpc'
import { devnetKeeper } from './keeper'
import { LocalWallet } from './provider'
import { currentRequest } from './requests'
import { selectAccount } from './selected-account'

let chain: Awaited<ReturnType<typeof startAnvil>>
let wallet: LocalWallet

beforeAll(async () => {
  chain = await startAnvil()
  wallet = new LocalWallet(connect(chain.rpcUrl), 31337, devnetKeeper)
})
afterAll(() => chain.stop())
afterEach(() => selectAccount(undefined))

const you = account(0)
const other = account(1)
const send = (from: string, more: object = {}) =>
  wallet.request({ method: 'eth_sendTransaction', params: [{ from, to: other, value: '0x5', ...more }] })

describe('the devnet wallet', () => {
  it('shows no account until a person has chosen one', async () => {
    expect(await wallet.request({ method: 'eth_accounts' })).toEqual([])
    const asked = wallet.request({ method: 'eth_requestAccounts' })
    const request = currentRequest()
    if (request?.kind !== 'connect') return expect.fail('Nobody was asked.')
    request.answer(you)
    expect(await asked).toEqual([you])
    expect(await wallet.request({ method: 'eth_accounts' })).toEqual([you])
    expect(currentRequest()).toBeUndefined()
  })

  it('rejects with 4001 when the person says no', async () => {
    const asked = wallet.request({ method: 'eth_requestAccounts' })
    const request = currentRequest()
    if (request?.kind !== 'connect') return expect.fail('Nobody was asked.')
    request.answer(undefined)
    await expect(asked).rejects.toMatchObject({ code: 4001 })
  })

  it('sends what a person has confirmed, and nothing else', async () => {
    selectAccount(you)
    const balance = async () =>
      BigInt((await wallet.request({ method: 'eth_getBalance', params: [other, 'latest'] })) as string)
    const before = await balance()
    for (const isConfirmed of [false, true]) {
      const sent = send(you).catch((error: unknown) => error)
      const request = currentRequest()
      if (request?.kind !== 'send') return expect.fail('Nobody was asked.')
      expect(await balance()).toBe(before)
      request.answer(isConfirmed)
      const result = await sent
      if (isConfirmed) {
        const client = createPublicClient({ transport: http(chain.rpcUrl), pollingInterval: 50 })
        const receipt = await client.waitForTransactionReceipt({ hash: result as Hex })
        expect(receipt.status).toBe('success')
      } else expect(result).toMatchObject({ code: 4001 })
    }
    expect(await balance()).toBe(before + 5n)
  })

  it('refuses another sender, another chain, signatures and the switches of the node', async () => {
    selectAccount(you)
    await expect(send(other)).rejects.toMatchObject({ code: 4100 })
    await expect(send(you, { chainId: '0x1' })).rejects.toMatchObject({ code: -32602 })
    const refused = [
      'personal_sign',
      'eth_sign',
      'eth_signTypedData_v4',
      'anvil_setBalance',
      'evm_mine',
      'wallet_sendCalls',
    ]
    for (const method of refused)
      await expect(wallet.request({ method })).rejects.toMatchObject({ code: 4200 })
    expect(currentRequest()).toBeUndefined()
  })

  it('stays on its chain', async () => {
    const change = (chainId: string) =>
      wallet.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] })
    expect(await change('0x7a69')).toBeNull()
    await expect(change('0x1')).rejects.toMatchObject({ code: 4902 })
  })

  it('tells when the account changes, and hands on errors of the node with their data', async () => {
    const seen: unknown[] = []
    const listener = (accounts: unknown) => seen.push(accounts)
    wallet.on('accountsChanged', listener)
    selectAccount(you)
    selectAccount(other)
    selectAccount(undefined)
    wallet.removeListener('accountsChanged', listener)
    expect(seen).toEqual([[you], [other], []])
    // PUSH1 1, PUSH1 31, MSTORE8… REVERT(0, 32)
    const data = '0x600160005260206000fd'
    await expect(wallet.request({ method: 'eth_call', params: [{ data }, 'latest'] })).rejects.toMatchObject({
      code: 3,
      data: `0x${'1'.padStart(64, '0')}`,
    })
  })
})
