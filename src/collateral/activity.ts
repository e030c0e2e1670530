import { useMemo } from 'react'
import type { Address } from 'viem'

import { useNetwork } from '../chain/network'
import { useKnownSnapshot } from '../chain/use-known-snapshot'
import { knownValue } from '../math/reading'
import type { ActivityView, Spender } from '../system/activity'
import { collateralContracts } from './contracts'
import { accountEventsAbi, eventSources } from './event-sources'
import {
  backingFacts,
  backingOf,
  bookOf,
  collateralAsset,
  collateralFacts,
  engineFact,
  engineOf,
  taoAsset,
  tusdtAsset,
  tusdtFacts,
  usdcAsset,
  type BackingContext,
  type PlanType,
} from './plan-parts'
import { collateralOf, collateralSource, type CollateralAddresses, type CollateralType } from './snapshot'

export const eventsAbi = accountEventsAbi
export const eventNames = accountEventsAbi.map(({ name }) => name)

const lists = { vaults: false, auctions: false }

/** The backing, the book and every engine in it. */
export function useActivity(): ActivityView {
  const network = useNetwork()
  const addresses = useMemo(() => collateralContracts(network), [network])
  const live = useKnownSnapshot(
    'collateral',
    useMemo(() => collateralSource(addresses, lists), [addresses]),
  )
  const told = live.status === 'ready' ? collateralOf(live.snapshot.data, live.known) : undefined
  const [tusdt, usdc, tao] = [knownValue(told?.tusdt), knownValue(told?.usdc), knownValue(told?.tao)]
  // The same object for as long as it says the same: a new one would begin the history anew.
  const said = told && JSON.stringify({ tusdt, usdc, tao, engines: told.types.map(engineIn) } satisfies Told)
  const view = useMemo(
    () => (said === undefined ? undefined : activityOf(addresses, JSON.parse(said) as Told)),
    [addresses, said],
  )
  if (live.status === 'error') return live
  if (told && !told.book.isKnown)
    return { status: 'error', reason: told.book.reason, retry: () => window.location.reload() }
  return view ?? { status: 'loading' }
}

type Engine = Omit<PlanType, 'token'> & { readonly token: Address | undefined }
type Told = { readonly [Token in 'tusdt' | 'usdc' | 'tao']?: Address | undefined } & {
  readonly engines: readonly Engine[]
}

const engineIn = ({ place, name, engine, collateral }: CollateralType): Engine => {
  return { place, name, engine, token: knownValue(collateral) }
}

/** The spenders and the event sources of TUSDT. */
export function activityOf(
  addresses: CollateralAddresses,
  { tusdt, usdc, tao, engines }: Told,
): Extract<ActivityView, { status: 'ready' }> {
  const tokens = tusdt && usdc && tao && { addresses, tusdt, usdc, tao }
  return {
    status: 'ready',
    spenders: [
      ...(tokens ? [bookSpender(tokens), backingSpender(tokens)] : []),
      ...engines.flatMap(({ token, ...engine }) =>
        token ? [engineSpender(addresses, { ...engine, token })] : [],
      ),
    ],
    sources: eventSources(addresses, engines),
  }
}

type Tokens = Pick<BackingContext, 'addresses' | 'tusdt' | 'usdc' | 'tao'>

function bookSpender(context: Tokens): Spender {
  const { address, label } = bookOf(context)
  const tokens = [tusdtAsset(context), usdcAsset(context)]
  const restsOn = [...tusdtFacts(context), ...backingFacts(context)]
  return { address, label, takes: 'Takes repayments, and USDC for surplus', tokens, restsOn }
}

function backingSpender(context: Tokens): Spender {
  const { address, label } = backingOf(context)
  const tokens = [taoAsset(context), tusdtAsset(context), usdcAsset(context)]
  const restsOn = [...tusdtFacts(context), ...backingFacts(context)]
  return { address, label, takes: 'Takes TAO to mint, and TUSDT to redeem', tokens, restsOn }
}

function engineSpender(addresses: CollateralAddresses, type: PlanType): Spender {
  const { address, label } = engineOf(type)
  return {
    ...{ address, label, takes: 'Takes collateral', tokens: [collateralAsset(type)] },
    restsOn: [engineFact({ addresses }, type), ...collateralFacts(type)],
  }
}
