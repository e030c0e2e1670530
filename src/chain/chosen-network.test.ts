import { expect, it } from 'vitest'

import { chosenNetwork } from './chosen-network'
import { hrefOfNetwork } from './other-networks'

const first = { chainId: 1 }
const second = { chainId: 8453 }
const networks = [first, second]

it.each([
  ['', first],
  ['?chain=1', first],
  ['?chain=8453', second],
  ['?other=1&chain=8453', second],
  ['?chain=10', undefined],
  ['?chain=', undefined],
  ['?chain=0x2105', undefined],
  ['?chain=8453.0', undefined],
])('of the address %s', (search, network) => {
  expect(chosenNetwork(networks, search)).toBe(network)
})

it('leads to the same page on the other network, and back to the first without naming it', () => {
  expect(hrefOfNetwork(networks, second, '#/settings')).toBe('./?chain=8453#/settings')
  expect(hrefOfNetwork(networks, first, '#/')).toBe('./#/')
})
