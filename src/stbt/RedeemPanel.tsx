import { useState } from 'react'

import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { amountGate, readingGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText, exactText } from '../math/amount'
import { knownValue, mapReading } from '../math/reading'
import { maxTransfer } from '../math/stbt-shares'
import { WAD } from '../math/units'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Callout } from '../ui/Callout'
import { Choices } from '../ui/Choices'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { useUrlChoice } from '../ui/use-url-choice'
import { leavingNotes, type NextReport } from './interest-view'
import { kinds } from './kinds'
import type { Coin } from './minter-reads'
import { permissionGate } from './permission-view'
import { redeem } from './plans'
import { QuoteLines } from './QuoteLines'
import type { Assumption } from './redeem-view'
import { permissionOf, stbtUnit, type Stbt, type StbtState } from './snapshot'
import type { Minter } from './use-minter'
import { usePlanContext } from './use-plan-context'
import { wrapping } from './wrap-view'
import { rich } from '../words/rich'
import { t } from '../words/t'

type RedeemPanelProps = {
  stbt: Stbt
  state: StbtState
  minter: Minter
  person: Person
  /** When interest comes next, once the history tells. */
  next: NextReport | undefined
}

/** Amount, coin, and what it would pay line by line. rules.md T6, T9 */
export function RedeemPanel({ stbt, state, minter, person, next }: RedeemPanelProps) {
  const now = useChainSeconds()
  const context = usePlanContext(stbt, person)
  const payable = minter.coins.filter(({ redemption }) => (knownValue(redemption.least) ?? 0n) > 0n)
  const [symbol, choose] = useUrlChoice('coin')
  const coin = payable.find((one) => one.symbol === symbol) ?? payable[0]
  const shares = knownValue(stbt.holder?.shares)
  const balance = knownValue(stbt.holder?.balance)
  const { entry, setAmount, markStarted } = useAmount(shares)
  const { amount } = entry
  const most = shares === undefined ? undefined : maxTransfer(shares, state.supply, state.totalShares)
  const isTooMuch = amount !== undefined && most !== undefined && amount > most
  const sending =
    amount === undefined || shares === undefined || isTooMuch ? undefined : wrapping(amount, shares, state)
  const [assumption, setAssumption] = useState<Assumption>({ sale: undefined, conversionRate: 0n })
  const isOwed = state.kind === 'ours' && state.carry < 0n
  const notes = leavingNotes(next, amount ?? 0n, now ?? stbt.timestamp, isOwed)
  const form = useActionForm({
    person,
    kind: kinds.redeem,
    context,
    gates: [
      ...(person.account === minter.pool ? [poolGate] : []),
      permissionGate(t`Your permission`, t`You`, stbt.holder?.permission, { toSend: true }, now),
      permissionGate(
        t`The pool’s permission`,
        t`The issuer’s pool`,
        mapReading(minter.data.pool, permissionOf),
        { toSend: true, toReceive: true },
        now,
      ),
      ...(coin ? [leastGate(coin, amount)] : []),
      amountGate(entry, { value: most, what: t`all of yours` }, stbtUnit),
    ],
    plan: (who) => {
      const config = knownValue(coin?.redemption.config)
      if (!coin || !config || !sending) return undefined
      const { address, symbol: name, decimals } = coin
      return redeem(who, { coin: { kind: 'erc20', address, symbol: name, decimals }, config, sending, notes })
    },
    onStart: markStarted,
  })
  if (!coin)
    return (
      <Callout tone="warn" title={t`No redemption is taken`}>
        {t`The Minter names no coin that a redemption is paid in.`}
      </Callout>
    )
  return (
    <Panel
      title={t`Ask for a redemption`}
      lead={t`The STBT goes to the issuer’s pool at once and earns nothing for you from then on.`}
    >
      <div className="grid gap-4">
        <AmountField
          label={t`Amount of STBT`}
          decimals={18}
          symbol="STBT"
          value={amount}
          max={most}
          balanceText={most === undefined ? undefined : t`All ${amountText(most, stbtUnit)}`}
          problem={isTooMuch ? t`More than all of yours, ${amountText(most, stbtUnit)}.` : entry.problem}
          onChange={setAmount}
        />
        <div className="grid gap-1">
          <span className="text-xs font-medium text-muted">{t`Paid in`}</span>
          <Choices
            label={t`Paid in`}
            choices={payable.slice(1).map((one) => ({ id: one.symbol, label: one.symbol }))}
            chosen={coin === payable[0] ? undefined : coin.symbol}
            allLabel={payable[0]?.symbol ?? ''}
            onChoose={choose}
          />
        </div>
        <Assumptions value={assumption} onChange={setAssumption} />
        <QuoteLines amount={isTooMuch ? undefined : amount} assumption={assumption} coin={coin} />
        <NowAfter
          label={t`STBT balance`}
          now={balance}
          after={balance === undefined || !sending ? undefined : balance - sending.leaves}
          format={(value) => amountText(value, stbtUnit)}
        />
        <p className="text-xs text-muted">
          {rich`Nothing on chain takes a request back, and no contract enforces the payment: the issuer settles it. ${amount !== undefined && amount > 0n && <span>{notes[0]}</span>}`}
        </p>
        <ActionButton label={t`Redeem`} {...form} />
      </div>
    </Panel>
  )
}

/** From the pool to itself no share moves, and a burn of nothing would be queued. rules.md T6 */
const poolGate = {
  label: t`Not the pool itself`,
  isMet: false,
  detail: t`This account is the issuer’s pool: what it redeems is in the pool already, and nothing would be burnt.`,
}

function leastGate(coin: Coin, amount: bigint | undefined) {
  return readingGate(t`Least redemption`, coin.redemption.least, (least) => ({
    isMet: amount === undefined || amount >= least,
    detail: t`At least ${exactText(least, stbtUnit)} for ${coin.symbol}.`,
  }))
}

type AssumptionsProps = { value: Assumption; onChange: (value: Assumption) => void }

/** What the settlement may bring: an early sale of the bills, and a conversion to the coin. rules.md T9 */
function Assumptions({ value, onChange }: AssumptionsProps) {
  const { sale, conversionRate } = value
  const setSale = (change: Partial<NonNullable<Assumption['sale']>>) =>
    onChange({ ...value, sale: { settlementPrice: WAD, previousPrice: WAD, ...sale, ...change } })
  return (
    <div className="grid gap-2">
      <Choices
        label={t`Early sale`}
        choices={[{ id: 'sale', label: t`With an early sale of bills` }]}
        chosen={sale ? 'sale' : undefined}
        allLabel={t`Without an early sale`}
        onChoose={(id) =>
          onChange({
            ...value,
            sale: id === undefined ? undefined : { settlementPrice: WAD, previousPrice: WAD },
          })
        }
      />
      {sale && (
        <div className="grid gap-3 sm:grid-cols-2">
          <AmountField
            label={t`Settlement price`}
            decimals={18}
            symbol="USD"
            value={sale.settlementPrice}
            onChange={(settlementPrice) => setSale({ settlementPrice })}
          />
          <AmountField
            label={t`Price of the day before`}
            decimals={18}
            symbol="USD"
            value={sale.previousPrice}
            onChange={(previousPrice) => setSale({ previousPrice })}
          />
        </div>
      )}
      <AmountField
        label={t`Conversion rate`}
        decimals={16}
        symbol="%"
        value={conversionRate}
        onChange={(rate) => onChange({ ...value, conversionRate: rate })}
        hint={t`What turning dollars into the coin costs; it is not known in advance.`}
      />
    </div>
  )
}
