import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { useActionForm } from '../form/use-action-form'
import { amountGate, balanceGate } from '../form/gates'
import { useAmount } from '../form/use-amount'
import { amountText, displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { amountDown, maxTransfer } from '../math/stbt-shares'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Figure } from '../ui/Figure'
import { NowAfter } from '../ui/NowAfter'
import { Panel } from '../ui/Panel'
import { Stat, StatGrid } from '../ui/Stat'
import type { Gate } from '../ui/gate'
import { kinds } from './kinds'
import { permissionGate } from './permission-view'
import { unwrap, wrap } from './plans'
import { stbtUnit, wstbtUnit, type Stbt } from './snapshot'
import { StbtFrame } from './StbtFrame'
import { usePlanContext } from './use-plan-context'
import { unwrapping, wrapping } from './wrap-view'
import { plural, t } from '../words/t'

export default function WrapPage() {
  return (
    <StbtFrame
      title={t`Wrap STBT`}
      lead={t`One wSTBT is one share: the number you hold stays the same while its worth grows, as other protocols need.`}
    >
      {({ stbt, person }) => (
        <>
          <WrapFigures stbt={stbt} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <WrapPanel stbt={stbt} person={person} />
            <UnwrapPanel stbt={stbt} person={person} />
          </div>
        </>
      )}
    </StbtFrame>
  )
}

function WrapFigures({ stbt: { readings, holder, state } }: { stbt: Stbt }) {
  const wrapped = knownValue(holder?.wrapped)
  const size = knownValue(state)
  return (
    <StatGrid columns={3}>
      <Figure
        label={t`One wSTBT`}
        formula={{ rule: 'T14', text: t`Supply ÷ all shares, rounded down` }}
        reading={readings.index}
        format={(value) => displayAmount(value, 18, { maxFractionDigits: 6 })}
        full={(value) => displayAmount(value, 18, { maxFractionDigits: 18 })}
        unit="STBT"
      />
      {holder ? (
        <>
          <Figure
            label={t`My STBT`}
            reading={holder.balance}
            format={(value) => displayAmount(value, 18)}
            full={(value) => exactText(value, stbtUnit)}
            unit="STBT"
          />
          <Figure
            label={t`My wSTBT`}
            reading={holder.wrapped}
            format={(value) => displayAmount(value, 18)}
            full={(value) => exactText(value, wstbtUnit)}
            unit="wSTBT"
            {...(wrapped !== undefined &&
              size !== undefined && {
                hint: t`Worth ${amountText(amountDown(wrapped, size.supply, size.totalShares), stbtUnit)}`,
              })}
          />
        </>
      ) : (
        <Stat label={t`My wSTBT`} hint={t`Connect a wallet to see what it holds.`}>
          –
        </Stat>
      )}
    </StatGrid>
  )
}

/** The person and the wrapper need both permissions, both ways. rules.md T14 */
function permissionGates({ holder, wrapperPermission }: Stbt, now: bigint | undefined): readonly Gate[] {
  const both = { toSend: true, toReceive: true }
  return [
    permissionGate(t`Your permission`, t`You`, holder?.permission, both, now),
    permissionGate(t`The wrapper’s permission`, t`The wrapper`, wrapperPermission, both, now),
  ]
}

const movesGate = (moved: bigint | undefined): Gate => ({
  label: t`Worth a share`,
  isMet: moved !== undefined && moved > 0n,
  detail:
    moved === undefined
      ? t`Enter an amount.`
      : moved === 0n
        ? t`So little is worth no share: nothing would move.`
        : t`${moved === 1n ? exactText(moved, { symbol: t`share`, decimals: 0 }) : exactText(moved, { symbol: t`shares`, decimals: 0 })} move.`,
})

type FormProps = { stbt: Stbt; person: Person }

function WrapPanel({ stbt, person }: FormProps) {
  const now = useChainSeconds()
  const context = usePlanContext(stbt, person)
  const size = knownValue(stbt.state)
  const shares = knownValue(stbt.holder?.shares)
  const wrapped = knownValue(stbt.holder?.wrapped)
  const { entry, setAmount, markStarted } = useAmount(wrapped)
  const { amount } = entry
  const most = size && shares !== undefined ? maxTransfer(shares, size.supply, size.totalShares) : undefined
  const result =
    size && shares !== undefined && amount !== undefined ? wrapping(amount, shares, size) : undefined
  const isTooMuch = amount !== undefined && most !== undefined && amount > most
  const form = useActionForm({
    person,
    kind: kinds.wrap,
    context,
    gates: [
      ...permissionGates(stbt, now),
      amountGate(entry, { value: most, what: t`all of yours` }, stbtUnit),
      movesGate(result?.arrives),
    ],
    plan: (who) => (result ? wrap(who, result) : undefined),
    onStart: markStarted,
  })
  return (
    <Panel title={t`Wrap`} lead={t`STBT goes into the wrapper; you get one wSTBT for each share.`}>
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of STBT`}
          decimals={18}
          symbol="STBT"
          value={amount}
          max={most}
          balanceText={most === undefined ? undefined : t`All ${amountText(most, stbtUnit)}`}
          problem={isTooMuch ? t`More than all of yours, ${amountText(most, stbtUnit)}.` : entry.problem}
          hint={
            result && result.behind > 0n
              ? plural(
                  result.behind,
                  '{n} share stays behind: Max takes all.',
                  '{n} shares stay behind: Max takes all.',
                )
              : undefined
          }
          onChange={setAmount}
        />
        <Stat label={t`You get`}>{result ? exactText(result.arrives, wstbtUnit) : '—'}</Stat>
        <NowAfter
          label="wSTBT"
          now={wrapped}
          after={wrapped === undefined || !result ? undefined : wrapped + result.arrives}
          format={(value) => amountText(value, wstbtUnit)}
        />
        <ActionButton label={t`Wrap`} {...form} />
      </div>
    </Panel>
  )
}

function UnwrapPanel({ stbt, person }: FormProps) {
  const now = useChainSeconds()
  const context = usePlanContext(stbt, person)
  const size = knownValue(stbt.state)
  const shares = knownValue(stbt.holder?.shares)
  const wrapped = knownValue(stbt.holder?.wrapped)
  const { entry, setAmount, markStarted } = useAmount(wrapped)
  const { amount } = entry
  const isTooMuch = amount !== undefined && wrapped !== undefined && amount > wrapped
  const result =
    size && shares !== undefined && amount !== undefined && !isTooMuch
      ? unwrapping(amount, shares, size)
      : undefined
  const form = useActionForm({
    person,
    kind: kinds.unwrap,
    context,
    gates: [
      ...permissionGates(stbt, now),
      balanceGate(wstbtUnit, stbt.holder?.wrapped, amount),
      amountGate(entry, { value: wrapped, what: t`what you hold` }, wstbtUnit),
      movesGate(result && result.asked - result.behind),
    ],
    plan: (who) => (result ? unwrap(who, result) : undefined),
    onStart: markStarted,
  })
  return (
    <Panel title={t`Unwrap`} lead={t`wSTBT is burnt; the STBT of its shares comes back to you.`}>
      <div className="grid gap-3">
        <AmountField
          label={t`Amount of wSTBT`}
          decimals={18}
          symbol="wSTBT"
          value={amount}
          max={wrapped}
          balanceText={wrapped === undefined ? undefined : t`Yours ${amountText(wrapped, wstbtUnit)}`}
          problem={isTooMuch ? t`More than yours, ${amountText(wrapped, wstbtUnit)}.` : entry.problem}
          hint={
            result && result.behind > 0n
              ? plural(
                  result.behind,
                  '{n} share stays in the wrapper, by rounding.',
                  '{n} shares stay in the wrapper, by rounding.',
                )
              : undefined
          }
          onChange={setAmount}
        />
        <Stat label={t`You get`}>{result ? exactText(result.arrives, stbtUnit) : '—'}</Stat>
        <NowAfter
          label="wSTBT"
          now={wrapped}
          after={wrapped === undefined || !result ? undefined : wrapped - result.leaves}
          format={(value) => amountText(value, wstbtUnit)}
        />
        <ActionButton label={t`Unwrap`} {...form} />
      </div>
    </Panel>
  )
}
