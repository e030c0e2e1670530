import type { ComponentProps } from 'react'

import { displayBps, exactText, type Unit } from '../math/amount'
import type { BackingNow } from '../math/collateral-backing'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import { Stat } from '../ui/Stat'
import { BackingAfter } from './BackingAfter'
import { SLIPPAGE_BPS, type BackingProps } from './backing-props'
import { PayoutField, type Payout } from './use-payout'
import { t } from '../words/t'

type BackingEndProps = Pick<BackingProps, 'collateral' | 'state'> & {
  payout: Payout
  after: BackingNow | undefined
  action: ComponentProps<typeof ActionButton>
}

/** How each form of the backing ends: who gets it, the button, and what it changes in the backing. */
export function BackingEnd({ collateral, state, payout, after, action }: BackingEndProps) {
  return (
    <>
      <PayoutField payout={payout} />
      <ActionButton {...action} />
      <Disclosure summary={t`What it changes in the backing`}>
        <BackingAfter state={state} after={after} timestamp={collateral.timestamp} />
      </Disclosure>
    </>
  )
}

type GetsProps = {
  got: bigint | undefined
  unit: Unit
  /** What the chain may give instead; undefined while there is nothing to get. */
  least: bigint | undefined
  /** Where not a unit less is accepted. */
  isExact?: boolean
}

/** What an exchange with the backing gives, and at least. */
export function Gets({ got, unit, least, isExact = false }: GetsProps) {
  return (
    <Stat
      label={t`You get`}
      {...(least !== undefined && {
        hint: isExact
          ? t`To the unit, or nothing happens.`
          : t`At least ${exactText(least, unit)}, with a slippage tolerance of ${displayBps(SLIPPAGE_BPS)}.`,
      })}
    >
      {got === undefined ? '—' : exactText(got, unit)}
    </Stat>
  )
}
