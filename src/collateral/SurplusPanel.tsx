import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, exactText } from '../math/amount'
import { USD_UNIT } from '../math/collateral'
import { surplusBought } from '../math/collateral-backing'
import { knownValue } from '../math/reading'
import { min } from '../math/uint256'
import { AmountField } from '../ui/AmountField'
import { Panel } from '../ui/Panel'
import { Stat } from '../ui/Stat'
import { BackingEnd } from './BackingEnd'
import { tusdtText } from './format'
import { kinds } from './kinds'
import type { BackingProps } from './backing-props'
import { tusdtUnit, usdcUnit } from './snapshot'
import { buySurplus } from './upkeep-plans'
import { useBackingContext } from './use-backing-context'
import { usePayout } from './use-payout'
import { t } from '../words/t'

/** Fees and penalties that came in: bad debt is burnt with them first, the rest anyone buys. rules.md C4 */
export function SurplusPanel(props: BackingProps) {
  const { book } = props.collateral
  return (
    <Panel
      title={t`Surplus`}
      lead={t`Fees and penalties of borrowers. They burn bad debt first; what is left anyone buys for a dollar each, and that dollar becomes backing.`}
    >
      {!book.isKnown ? (
        <p className="text-sm text-muted">{book.reason}</p>
      ) : book.value[0].surplus === 0n ? (
        <p className="text-sm">{noneText(book.value[0].badDebt)}</p>
      ) : (
        <SurplusForm {...props} surplus={book.value[0].surplus} />
      )}
    </Panel>
  )
}

const noneText = (badDebt: bigint) =>
  badDebt === 0n
    ? t`There is none now.`
    : t`There is none now: the next ${tusdtText(badDebt)} TUSDT of it burn bad debt.`

function SurplusForm({ collateral, state, person, surplus }: BackingProps & { surplus: bigint }) {
  const context = useBackingContext(collateral, person)
  const { holder } = collateral
  const usdc = knownValue(holder?.usdc)
  const { entry, setAmount, markStarted } = useAmount(knownValue(holder?.tusdt))
  const payout = usePayout(collateral, person)
  const { amount } = entry
  const isTooMuch = amount !== undefined && amount > surplus
  const outcome = amount !== undefined && amount > 0n ? surplusBought(state, surplus, amount) : undefined
  const done = outcome?.isTaken === true && !isTooMuch ? outcome : undefined
  const form = useActionForm({
    person,
    kind: kinds.buySurplus,
    context,
    gates: [
      amountGate(entry, { value: surplus, what: t`the surplus` }, tusdtUnit),
      balanceGate(usdcUnit, holder?.usdc, done?.paid),
      payout.gate,
    ],
    plan: (who) => (done ? buySurplus(who, done.got, done.paid, payout.to) : undefined),
    onStart: markStarted,
  })
  const most = usdc === undefined ? undefined : min(surplus, usdc * USD_UNIT)
  return (
    <div className="grid gap-3">
      <AmountField
        label={t`Amount of surplus`}
        decimals={18}
        symbol="TUSDT"
        value={amount}
        max={most === 0n ? undefined : most}
        balanceText={usdc === undefined ? undefined : t`Balance ${amountText(usdc, usdcUnit)}`}
        problem={isTooMuch ? t`More than there is, ${exactText(surplus, tusdtUnit)}.` : entry.problem}
        hint={t`${exactText(surplus, tusdtUnit)} is for sale.`}
        onChange={setAmount}
      />
      <Stat label={t`You pay`} hint={t`A dollar for each, rounded up to a unit of USDC.`}>
        {done ? exactText(done.paid, usdcUnit) : '—'}
      </Stat>
      <BackingEnd
        {...{ collateral, state, payout }}
        after={done?.after}
        action={{ label: t`Buy surplus`, variant: 'secondary', ...form }}
      />
    </div>
  )
}
