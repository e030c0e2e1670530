import type { Address } from 'viem'

import type { Plan } from '../tx/plan/plan'
import { useAction } from '../tx/use-action'
import { ActionButton } from '../ui/ActionButton'
import { Disclosure } from '../ui/Disclosure'
import type { Gate } from '../ui/gate'
import { claimCompensation, claimUpfront, claimWarrants } from './plans'
import type { PlanContext, Claim } from './plans'
import { t } from '../words/t'

type ClaimOneByOneProps = {
  context: PlanContext
  due: Claim
  gates: readonly Gate[]
  to: Address
}

/** The parts of a claim apart: a wallet that can't hold NFTs is not kept from its money by its warrants. */
export function ClaimOneByOne({ context, due, gates, to }: ClaimOneByOneProps) {
  const action = useAction()
  const parts: readonly { readonly label: string; readonly isDue: boolean; readonly plan: () => Plan }[] = [
    {
      label: t`Claim upfront share`,
      isDue: due.upfront > 0n,
      plan: () => claimUpfront(context, due.upfront, due.upfrontAsset, to),
    },
    {
      label: t`Claim warrants`,
      isDue: due.warrants > 0n,
      plan: () => claimWarrants(context, due.warrants, to),
    },
    {
      label: t`Claim compensation`,
      isDue: due.mstrAmount > 0n || due.btcAmount > 0n,
      plan: () => claimCompensation(context, due, to),
    },
  ]
  return (
    <Disclosure summary={t`One by one`}>
      <p className="pb-2 text-xs text-muted">
        {t`For wallets that can’t hold NFTs. Released USDT alone: on the Withdraw page.`}
      </p>
      <div className="grid gap-2">
        {parts
          .filter(({ isDue }) => isDue)
          .map(({ label, plan }) => (
            <ActionButton
              key={label}
              label={label}
              variant="secondary"
              gates={gates}
              onPress={() => action.start(plan())}
            />
          ))}
      </div>
    </Disclosure>
  )
}
