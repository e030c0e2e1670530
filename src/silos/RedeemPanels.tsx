import { useState } from 'react'
import type { Address } from 'viem'

import { useChainSeconds } from '../chain/use-block'
import { amountGate, balanceGate } from '../form/gates'
import { recipientGate } from '../form/payout-gates'
import { RecipientField } from '../form/RecipientField'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, displayBps, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import { conditionsOf } from '../math/silos-state'
import { afterSlippageDown } from '../math/slippage'
import type { Recipient } from '../tx/plan/recipient'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { Conversions } from './Conversions'
import { priceText } from './format'
import { outcomeGate, payeeGate, priceGate, usdcMovesGates } from './gates'
import { kinds } from './kinds'
import { redeemUsd, redeemXtz } from './plans'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { usdcUnit, usdtzUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

export function RedeemPanels(props: PageProps) {
  return (
    <div className="grid gap-4">
      <RedeemUsdPanel {...props} />
      <RedeemXtzPanel {...props} />
    </div>
  )
}

const toOf = (recipient: Recipient): Address | undefined =>
  recipient.kind === 'other' ? recipient.address : undefined

/** $1 in USDC for each: guaranteed, needs nothing but USDC itself. rules.md S11 */
export function RedeemUsdPanel({ silos, state, person }: PageProps) {
  const context = usePlanContext({ addresses: silos.addresses, state: silos.exitState }, person)
  const held = knownValue(silos.holder?.usdtz)
  const { entry, setAmount, markStarted } = useAmount(held)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const { amount } = entry
  const isEntered = amount !== undefined && amount > 0n
  const result = isEntered ? advance(state, { kind: 'redeemUsd', amount }) : undefined
  const after = result?.isTaken === true ? result.state : undefined
  const back = after && after.inventory - state.inventory
  const form = useActionForm({
    person,
    kind: kinds.redeemUsd,
    context,
    gates: [
      ...usdcMovesGates(silos),
      amountGate(entry, undefined, usdtzUnit),
      balanceGate(usdtzUnit, silos.holder?.usdtz, amount),
      outcomeGate(t`The reserve pays it`, result, t`Silo 1 pays each USDtz.`),
      recipientGate(recipient, undefined),
      payeeGate(recipient.kind === 'other', silos.holder),
    ],
    plan: (who) =>
      after && amount !== undefined && recipient.kind !== 'invalid'
        ? redeemUsd(who, amount, toOf(recipient))
        : undefined,
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Redeem for USDC`}
      lead={t`1 USDC for each USDtz, out of Silo 1. No price of XTZ and no pause of the reserve stops it; a pause of USDC by its issuer would.`}
    >
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of USDtz`}
          decimals={6}
          symbol="USDtz"
          value={amount}
          max={held}
          balanceText={held === undefined ? undefined : t`Balance ${amountText(held, usdtzUnit)}`}
          problem={entry.problem}
          onChange={setAmount}
        />
        <Stat
          label={t`You get`}
          {...(back !== undefined &&
            amount !== undefined && {
              hint: t`${exactText(back, usdtzUnit)} goes back to the inventory, ${exactText(amount - back, usdtzUnit)} is burnt.`,
            })}
        >
          {after && amount !== undefined ? exactText(amount, usdcUnit) : '—'}
        </Stat>
        {person.account !== undefined && (
          <RecipientField account={person.account} recipient={recipient} onChange={setRecipient} />
        )}
        <ActionButton label={t`Redeem for USDC`} {...form} />
        <Disclosure summary={t`What it changes in the reserve`}>
          <SilosAfter now={state} after={after} />
        </Disclosure>
      </div>
    </Panel>
  )
}

/** How far the price may move before the reserve refuses, and how long the person has to sign. */
const SLIPPAGE_BPS = 50n
const DEADLINE_SECONDS = 1_200n

/** $1 in XTZ for each, less the spread: only while Silo 2 is full, at a fresh price. rules.md S11 */
function RedeemXtzPanel({ silos, state, person }: PageProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const held = knownValue(silos.holder?.usdtz)
  const { entry, setAmount, markStarted } = useAmount(held)
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'self' })
  const { amount } = entry
  const isEntered = amount !== undefined && amount > 0n
  const result = isEntered ? advance(state, { kind: 'redeemXtz', amount }) : undefined
  const after = result?.isTaken === true ? result.state : undefined
  const xtzPaid = result?.isTaken === true ? result.effects.xtzPaid : undefined
  const minXtz = xtzPaid === undefined ? undefined : afterSlippageDown(xtzPaid, SLIPPAGE_BPS)
  const { high } = conditionsOf(state)
  const spread = displayBps(state.parameters.xtzSpreadBps)
  const form = useActionForm({
    person,
    kind: kinds.redeemXtz,
    context,
    gates: [
      priceGate(state),
      amountGate(entry, undefined, usdtzUnit),
      balanceGate(usdtzUnit, silos.holder?.usdtz, amount),
      outcomeGate(t`The reserve pays it`, result, t`Silo 2 is full and pays.`),
      recipientGate(recipient, undefined),
    ],
    plan: (who) => {
      const isReady = amount !== undefined && xtzPaid !== undefined && minXtz !== undefined
      if (!isReady || now === undefined || recipient.kind === 'invalid') return undefined
      const deadline = now + DEADLINE_SECONDS
      return redeemXtz(who, { amount, xtzPaid, minXtz, deadline }, toOf(recipient))
    },
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Redeem for XTZ`}
      lead={t`$1 in XTZ for each USDtz, less a spread of ${spread} that stays in Silo 2. Only while there is a price and Silo 2 is full: USDC is what is guaranteed.`}
    >
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of USDtz`}
          decimals={6}
          symbol="USDtz"
          value={amount}
          max={held}
          balanceText={held === undefined ? undefined : t`Balance ${amountText(held, usdtzUnit)}`}
          problem={entry.problem}
          hint={
            high === 0n ? undefined : t`XTZ is paid out at ${priceText(high)}, the higher of the two prices.`
          }
          onChange={setAmount}
        />
        <Stat
          label={t`You get`}
          {...(minXtz !== undefined && {
            hint: t`At least ${exactText(minXtz, xtzUnit)}, with a slippage tolerance of ${displayBps(SLIPPAGE_BPS)}.`,
          })}
        >
          {xtzPaid === undefined ? '—' : exactText(xtzPaid, xtzUnit)}
        </Stat>
        {result?.isTaken === true && <Conversions conversions={result.effects.conversions} />}
        {person.account !== undefined && (
          <RecipientField account={person.account} recipient={recipient} onChange={setRecipient} />
        )}
        <ActionButton label={t`Redeem for XTZ`} {...form} />
        <Disclosure summary={t`What it changes in the reserve`}>
          <SilosAfter now={state} after={after} />
        </Disclosure>
      </div>
    </Panel>
  )
}
