import { afterEach, describe, expect, it } from 'vitest'

import { nodesInOrder, preferNode, preferredNode } from './preferred-node'

const network = { chainId: 1, rpcUrls: ['https://one.example', 'https://two.example'] }
afterEach(() => preferNode(1, undefined))

describe('the preferred node', () => {
  it('is the configured first one until another is chosen', () => {
    expect(nodesInOrder(network)).toEqual(network.rpcUrls)
  })
  it('is asked first, once, with the configured ones as its spares', () => {
    preferNode(1, 'https://two.example')
    expect(nodesInOrder(network)).toEqual(['https://two.example', 'https://one.example'])
    preferNode(1, 'http://127.0.0.1:8545')
    expect(nodesInOrder(network)).toEqual(['http://127.0.0.1:8545', ...network.rpcUrls])
  })
  it('is chosen for one chain only', () => {
    preferNode(1, 'https://mine.example')
    expect(nodesInOrder({ ...network, chainId: 2 })).toEqual(network.rpcUrls)
  })
  it.each(['http://mine.example', 'javascript:alert(1)', 'https://me:secret@mine.example', '{}', ''])(
    'is not %j, whatever the storage says',
    (stored) => {
      preferNode(1, stored)
      expect(preferredNode(1)).toBeUndefined()
      expect(nodesInOrder(network)).toEqual(network.rpcUrls)
    },
  )
})
