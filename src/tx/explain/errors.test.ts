import { encodeErrorResult, parseAbi } from 'viem'
import { describe, expect, it } from 'vitest'

import { explainError, isRefusedByPerson } from './errors'

const explain = (thrown: unknown) => explainError(thrown, { doing: 'Sending' })
const data = encodeErrorResult({
  abi: parseAbi(['error EnforcedPause()']),
  errorName: 'EnforcedPause',
})

describe('what wallets and nodes throw (trust.md D7, F19)', () => {
  it.each([
    [{ code: 4001 }, 'You rejected it in the wallet'],
    [{ code: -32603, data: { originalError: { code: 4001 } } }, 'You rejected it in the wallet'],
    [new Error('MetaMask Tx Signature: User denied transaction signature.'), 'You rejected it in the wallet'],
    ['User rejected', 'You rejected it in the wallet'],
    [{ code: -32002, message: 'Request of type eth_sendTransaction already pending' }, 'already asking'],
    [{ code: 4100 }, 'does not allow this account'],
    [{ code: 4900 }, 'not connected to a network'],
    [{ code: 4902 }, 'does not know this network'],
    [
      { code: -32603, message: 'insufficient funds for gas * price + value' },
      'Not enough for the network fee',
    ],
    [{ code: -32000, message: 'nonce too low' }, 'same place in the queue'],
    [{ code: -32005 }, 'The node is busy'],
    [new Error('Failed to fetch'), 'The node did not answer'],
    [{ code: -32603, data: { data } }, 'The contract refuses this'],
    [{ cause: { cause: { data } } }, 'The contract refuses this'],
    [{}, 'Sending did not work'],
    [undefined, 'Sending did not work'],
    [null, 'Sending did not work'],
    [42, 'Sending did not work'],
  ])('%j → %s', (thrown, title) => expect(explain(thrown).title).toContain(title))

  it('puts a nested revert into its sentence', () =>
    expect(explain({ code: -32603, data: { data } }).detail).toBe('The contract is paused for entries.'))
  it('bounds and cleans text from outside', () => {
    const { detail, raw } = explain(new Error(`\u202e${'<b>x</b>'.repeat(100_000)}`))
    expect(detail.length).toBeLessThan(500)
    expect(raw.length).toBeLessThan(3_000)
    expect(detail).not.toContain('\u202e')
  })
  it('survives circles and getters that throw', () => {
    const circle: Record<string, unknown> = { message: 'round' }
    circle['cause'] = circle
    Object.defineProperty(circle, 'data', {
      get() {
        throw new Error('no')
      },
    })
    expect(explain(circle).detail).toContain('round')
  })
  it('takes only a refusal by the person as proof that nothing was sent', () => {
    expect(isRefusedByPerson({ code: 4001 })).toBe(true)
    expect(isRefusedByPerson({ code: -32603, data: { originalError: { code: 4001 } } })).toBe(true)
    for (const doubt of [
      {},
      'x',
      undefined,
      { code: -32603 },
      { code: -32002 },
      { code: 4900, message: 'The wallet is disconnected' },
      { code: 4100 },
      { code: 4200 },
      { code: -32602 },
      { code: -32603, message: 'insufficient funds for gas' },
      new Error('Failed to fetch'),
      { code: -32000, message: 'already known' },
    ])
      expect(isRefusedByPerson(doubt)).toBe(false)
  })
})
