import { useState } from 'react'
import type { ReactNode } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { requiredAfterUp } from '../math/backstop-release'
import {
  backingAfterConversion,
  backingAfterEarlyRedemption,
  backingAfterExercise,
} from '../math/backstop-tenor'
import type { Backing } from '../math/backstop-tenor'
import type { Reading } from '../math/reading'
import { knownValue } from '../math/reading'
import type { Plan } from '../tx/plan/plan'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import type { Gate } from '../ui/gate'
import { NowAfter } from '../ui/NowAfter'
import { convert, exercise, redeemEarly } from './bond-plans'
import type { Payer } from './bond-plans'
import type { BondPanelProps } from './bond-props'
import { mstrFor } from './claims-view'
import { amountGate, balanceGate, currentTetherGate, feeGate, tetherGates, windowGate } from '../form/gates'
import { notPausedTetherGate } from '../form/payout-gates'
import { seriesOpenGate } from './gates'
import { coverGate } from './keeper-gates'
import { kinds } from './kinds'
import type { Kind } from './kinds'
import type { PlanContext } from './plans'
import type { Some, Token } from './series-reads'
import { TokenSelect } from './TokenSelect'
import { usePlanContextFor } from './use-plan-context'
import { useAmount } from '../form/use-amount'
import { useActionForm } from '../form/use-action-form'
import { afterFee, noFee, tetherUnit, usdt as usdtText, USDT_DECIMALS } from '../math/tether'
import { mstr } from './format'
import { t } from '../words/t'
import { kindWords, tokenName, type TokenKind } from './token-words'

type FormProps = BondPanelProps & { tokens: Some<Token> }

type TenorFormProps = FormProps & {
  kind: TokenKind
  action: { readonly label: string; readonly kind: Kind }
  gatesFor: (amount: bigint | undefined) => readonly Gate[]
  /** Outstanding principal and ledger after `amount`, for the release it brings. */
  effectOf: (amount: bigint) => Backing | undefined
  planOf: (context: PlanContext, token: Token, amount: bigint) => Plan
  children: (amount: bigint) => ReactNode
}

/** What the three actions of the tenor share: choose a token, choose how much of it, see what it changes. */
function TenorForm(props: TenorFormProps) {
  const {
    series,
    state,
    usdt,
    person,
    tokens,
    kind,
    action: act,
    gatesFor,
    effectOf,
    planOf,
    children,
  } = props
  const now = useChainSeconds()
  const context = usePlanContextFor(person, usdt)(series)
  const [chosenId, setChosenId] = useState<bigint>()
  const token = tokens.find(({ id }) => id === chosenId) ?? tokens[0]
  const { entry, setAmount, markStarted } = useAmount(token.usdtAmount)
  const { amount } = entry
  const isTooMuch = amount !== undefined && amount > token.usdtAmount
  const possible = amount === undefined || isTooMuch ? undefined : amount
  const after = possible === undefined ? undefined : effectOf(possible)
  const form = useActionForm({
    person,
    kind: act.kind,
    context,
    gates: [
      windowGate(t`Tenor`, { open: series.terms.saleClose, close: series.terms.maturity }, now),
      feeGate(usdt),
      amountGate(entry, { value: token.usdtAmount, what: t`what is left of ${tokenName(kind, token.id)}` }),
      ...gatesFor(amount),
    ],
    plan: (who) => (amount === undefined ? undefined : planOf(who, token, amount)),
    onStart: markStarted,
  })
  return (
    <div className="grid gap-3">
      <TokenSelect kind={kind} tokens={tokens} chosen={token} onChange={({ id }) => setChosenId(id)} />
      <AmountField
        label={t`Amount`}
        decimals={USDT_DECIMALS}
        symbol="USDT"
        value={amount}
        max={token.usdtAmount}
        balanceText={`${tokenName(kind, token.id)}: ${usdtText(token.usdtAmount)}`}
        problem={
          isTooMuch ? t`More than the ${usdtText(token.usdtAmount)} of this ${kindWords[kind]}.` : undefined
        }
        onChange={setAmount}
      />
      <div className="divide-y divide-line">
        {children(possible ?? 0n)}
        <NowAfter
          label={tokenName(kind, token.id)}
          hint={t`What is left becomes a new ${kindWords[kind]}`}
          now={token.usdtAmount}
          after={possible === undefined ? undefined : token.usdtAmount - possible}
          format={usdtText}
        />
        <NowAfter
          label={t`Required backstop`}
          hint={t`What it loses is released to the stakers`}
          now={state.requiredUsdt}
          after={
            after &&
            requiredAfterUp(
              state.requiredUsdt,
              after.outstandingUsdt,
              after.ledgerUsdt,
              BigInt(series.terms.coverageBps),
            )
          }
          format={usdtText}
        />
      </div>
      <ActionButton label={act.label} {...form} />
    </div>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-3 py-1.5 text-sm">
      <span className="text-muted">{label}</span>
      <span className="font-medium">{children}</span>
    </div>
  )
}

export function ExerciseForm(props: FormProps) {
  const { series, state, usdt } = props
  const { strikeUsdt } = series.terms
  const fee = knownValue(usdt.fee) ?? noFee
  return (
    <TenorForm
      {...props}
      kind="Warrant"
      action={{ label: t`Exercise`, kind: kinds.exercise }}
      gatesFor={(amount) => [
        seriesOpenGate(series.state),
        ...tetherGates(usdt),
        currentTetherGate(usdt),
        balanceGate(tetherUnit, usdt.balance, amount),
      ]}
      effectOf={(amount) =>
        backingAfterExercise(state.outstandingUsdt, state.ledgerUsdt, afterFee(amount, fee))
      }
      planOf={(context, { id, usdtAmount }, amount) =>
        exercise(context, { id, parUsdt: usdtAmount }, amount, strikeUsdt)
      }
    >
      {(amount) => (
        <Line label={t`Received at ${usdtText(strikeUsdt)} per MSTR`}>
          {mstr(mstrFor(afterFee(amount, fee), strikeUsdt))}
        </Line>
      )}
    </TenorForm>
  )
}

export function ConvertForm(props: FormProps) {
  const { series, state } = props
  const { conversionUsdt } = series.terms
  return (
    <TenorForm
      {...props}
      kind="Note"
      action={{ label: t`Convert`, kind: kinds.convert }}
      gatesFor={() => []}
      effectOf={(amount) => backingAfterConversion(state.outstandingUsdt, state.ledgerUsdt, amount)}
      planOf={(context, { id, usdtAmount }, amount) =>
        convert(context, { id, principalUsdt: usdtAmount }, amount, conversionUsdt)
      }
    >
      {(amount) => (
        <Line label={t`Received at ${usdtText(conversionUsdt)} per MSTR`}>
          {mstr(mstrFor(amount, conversionUsdt))}
        </Line>
      )}
    </TenorForm>
  )
}

export function RedeemEarlyForm(props: FormProps & { budget: Reading<bigint> | undefined }) {
  const { state, usdt, budget } = props
  const [payer, setPayer] = useState<Payer>('Ledger')
  const fee = knownValue(usdt.fee) ?? noFee
  const byLedger = payer === 'Ledger'
  const cover = byLedger ? state.ledgerUsdt : knownValue(budget)
  return (
    <div className="grid gap-3">
      <fieldset className="flex flex-wrap gap-x-4 text-sm">
        <legend className="text-xs font-medium text-muted">{t`Paid by`}</legend>
        {(['Ledger', 'Treasury'] as const).map((one) => (
          <label key={one} className="flex min-h-11 items-center gap-1.5 sm:min-h-8">
            <input
              type="radio"
              className="accent-accent"
              checked={payer === one}
              onChange={() => setPayer(one)}
            />
            {one === 'Ledger' ? t`Ledger` : t`Treasury`}
          </label>
        ))}
      </fieldset>
      <TenorForm
        {...props}
        kind="Note"
        action={{ label: t`Redeem early`, kind: kinds.redeemEarly }}
        gatesFor={(amount) => [
          coverGate(byLedger ? t`Ledger covers it` : t`Treasury budget covers it`, cover, amount),
          notPausedTetherGate(usdt),
        ]}
        effectOf={(amount) =>
          byLedger && amount > state.ledgerUsdt
            ? undefined
            : backingAfterEarlyRedemption(state.outstandingUsdt, state.ledgerUsdt, amount, byLedger)
        }
        planOf={(context, { id, usdtAmount }, amount) =>
          redeemEarly(context, { id, principalUsdt: usdtAmount }, amount, payer)
        }
      >
        {(amount) => <Line label={t`Received`}>{usdtText(afterFee(amount, fee))}</Line>}
      </TenorForm>
    </div>
  )
}
