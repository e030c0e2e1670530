import type { Address } from 'viem'

import type { ActivityView, Spender } from '../system/activity'
import { eventSources } from './event-sources'
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
import { knownValue } from '../math/reading'
import type { Collateral, CollateralAddresses, CollateralType } from './snapshot'
import { t } from '../words/t'

type Engine = Omit<PlanType, 'token'> & { readonly token: Address | undefined }
export type Told = { readonly [Token in 'tusdt' | 'usdc' | 'tao']?: Address | undefined } & {
  readonly engines: readonly Engine[]
}

const engineIn = ({ place, name, engine, collateral }: CollateralType): Engine => {
  return { place, name, engine, token: knownValue(collateral) }
}

/** What of TUSDT the activity is made of. */
export function toldOf(collateral: Pick<Collateral, 'tusdt' | 'usdc' | 'tao' | 'types'>): Told {
  const [tusdt, usdc, tao] = [collateral.tusdt, collateral.usdc, collateral.tao].map(knownValue)
  return { tusdt, usdc, tao, engines: collateral.types.map(engineIn) }
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
  return { address, label, takes: t`Takes repayments, and USDC for surplus`, tokens, restsOn }
}

function backingSpender(context: Tokens): Spender {
  const { address, label } = backingOf(context)
  const tokens = [taoAsset(context), tusdtAsset(context), usdcAsset(context)]
  const restsOn = [...tusdtFacts(context), ...backingFacts(context)]
  return { address, label, takes: t`Takes TAO to mint, and TUSDT to redeem`, tokens, restsOn }
}

function engineSpender(addresses: CollateralAddresses, type: PlanType): Spender {
  const { address, label } = engineOf(type)
  return {
    ...{ address, label, takes: t`Takes collateral`, tokens: [collateralAsset(type)] },
    restsOn: [engineFact({ addresses }, type), ...collateralFacts(type)],
  }
}
