import { useState } from 'react'

import { amountGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { tetherUnit, usdt as usdtText, USDT_DECIMALS } from '../math/tether'
import { exactText } from '../math/amount'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { splitWarrant } from './bond-plans'
import type { BondPanelProps } from './bond-props'
import { kinds } from './kinds'
import type { Some, Token } from './series-reads'
import { TokenSelect } from './TokenSelect'
import { usePlanContextFor } from './use-plan-context'
import { t } from '../words/t'

/** Makes two Warrants of one, so that a part can be sold. rules.md B10, B19 */
export function SplitForm({
  series,
  usdt,
  person,
  tokens,
}: BondPanelProps & { readonly tokens: Some<Token> }) {
  const context = usePlanContextFor(person, usdt)(series)
  const [chosenId, setChosenId] = useState<bigint>()
  const token = tokens.find(({ id }) => id === chosenId) ?? tokens[0]
  const { entry, setAmount, markStarted } = useAmount(token.usdtAmount)
  const { amount } = entry
  const rest = amount === undefined ? 0n : token.usdtAmount - amount
  const isPart = amount !== undefined && amount > 0n && rest > 0n
  const form = useActionForm({
    person,
    kind: kinds.splitWarrant,
    context,
    gates: [
      amountGate(entry, {
        value: token.usdtAmount - 1n,
        what: t`what a part of Warrant ${token.id} can have`,
      }),
    ],
    plan: (who) =>
      amount === undefined
        ? undefined
        : splitWarrant(who, { id: token.id, parUsdt: token.usdtAmount }, amount),
    onStart: markStarted,
  })
  return (
    <div className="grid gap-3">
      <TokenSelect kind="Warrant" tokens={tokens} chosen={token} onChange={({ id }) => setChosenId(id)} />
      <AmountField
        label={t`Par of the first part`}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        value={amount}
        balanceText={t`Warrant ${token.id}: ${usdtText(token.usdtAmount)}`}
        problem={
          amount !== undefined && rest <= 0n
            ? t`Less than the ${usdtText(token.usdtAmount)} of this Warrant: both parts need some.`
            : undefined
        }
        onChange={setAmount}
      />
      <p className="text-xs text-muted">
        {isPart
          ? t`Warrant ${token.id} ends. Two new ones take its place: ${exactText(amount, tetherUnit)} and ${exactText(rest, tetherUnit)} par.`
          : t`Warrant ${token.id} would end, and two new ones take its place. Whoever was offered it under its number has to be offered them anew.`}
      </p>
      <ActionButton label={t`Split`} {...form} />
    </div>
  )
}
