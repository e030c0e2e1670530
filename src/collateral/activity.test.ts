import type { AbiEvent } from 'viem'
import { expect, it } from 'vitest'

import { osmAbi } from '../../abis/Osm'
import { taoBackingAbi } from '../../abis/TaoBacking'
import { tusdtBookAbi } from '../../abis/TusdtBook'
import { vaultEngineAbi } from '../../abis/VaultEngine'
import { eventNames } from './activity'
import { eventSources } from './event-sources'

const book = '0x00000000000000000000000000000000000000b0'
const backing = '0x00000000000000000000000000000000000000ba'
const engine = '0x00000000000000000000000000000000000000e1'
const me = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

const persons = ['account', 'owner', 'payer', 'by', 'to', 'starter', 'taker', 'buyer', 'keeper']
const events: readonly AbiEvent[] = [...vaultEngineAbi, ...taoBackingAbi, ...tusdtBookAbi, ...osmAbi].filter(
  ({ type }) => type === 'event',
) as readonly AbiEvent[]

it('finds an account by the first topic of every event that names one', () => {
  const naming = events.filter(
    ({ name, inputs }) =>
      // OpenZeppelin's names who paused, and indexes nothing.
      !['Paused', 'Unpaused'].includes(name) && inputs.some((one) => persons.includes(one.name ?? '')),
  )
  expect(naming.length).toBeGreaterThan(16)
  const others = naming.filter(({ inputs: [first] }) => first?.type !== 'address' || first.indexed !== true)
  expect(others.map(({ name }) => name)).toEqual([])
})

it('tells all of them but what is told by another, and whom only emergency concerns', () => {
  const naming = events.filter(({ inputs: [first] }) => persons.includes(first?.name ?? '') && first?.indexed)
  const untold = naming.map(({ name }) => name).filter((name) => !eventNames.some((told) => told === name))
  expect(untold).toEqual(['CollateralMoved', 'VaultChanged', 'PriceFrozen'])
})

it('tells an event by the contract that emitted it', () => {
  const sources = eventSources({ book, backing }, [{ engine, name: 'SN64', place: 2 }])
  const args = { owner: me, id: 7n }
  const told = (address: string) =>
    sources
      .find((source) => source.address === address)
      ?.describe({
        address: engine,
        eventName: 'Opened',
        args,
      })
  expect(told(engine)?.place).toEqual({ name: 'SN64 vault 7', href: '/collateral/vaults/2/7' })
  expect([told(book), told(backing)]).toEqual([undefined, undefined])
})
