import { useState } from 'react'

import { amountGate, balanceGate } from '../form/gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount } from '../form/use-amount'
import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Choices } from '../ui/Choices'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { Conversions } from './Conversions'
import { entriesGate, outcomeGate, soundGate, usdcGates } from './gates'
import { give, type Way } from './give-plans'
import { kinds } from './kinds'
import { SelectField } from './SelectField'
import { SilosAfter } from './SilosAfter'
import type { PageProps } from './SilosFrame'
import { usdcUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { t } from '../words/t'

const ways = [
  { id: 'earnings', label: t`Earnings` },
  { id: 'gift', label: t`A gift` },
] as const satisfies readonly { id: Way; label: string }[]

const siloOptions = [
  { value: '1', label: t`Silo 1, USDC` },
  { value: '2', label: t`Silo 2, XTZ` },
  { value: '3', label: t`Silo 3, USDC` },
  { value: '4', label: t`Silo 4, XTZ` },
] as const

/** What lending and baking have earned, or a gift: anyone brings it, and gets nothing for it. rules.md S3, S17 */
export function GivePanel({ silos, state, person }: PageProps) {
  const context = usePlanContext(silos, person)
  const [chosen, setChosen] = useState<Way>()
  const way = chosen ?? 'earnings'
  const [silo, setSilo] = useState(1n)
  const isDollars = silo % 2n === 1n
  const unit = isDollars ? usdcUnit : xtzUnit
  const { holder } = silos
  const held = isDollars ? holder?.usdc : holder?.xtz
  const balance = knownValue(held)
  const { entry, setAmount, markStarted } = useAmount(balance)
  const { amount } = entry
  const kind = way === 'gift' ? 'seed' : 'reportEarnings'
  const result = amount !== undefined && amount > 0n ? advance(state, { kind, silo, amount }) : undefined
  const form = useActionForm({
    person,
    kind: kinds.give,
    context,
    gates: [
      entriesGate(state),
      ...(isDollars ? [soundGate(state), ...usdcGates(silos)] : []),
      amountGate(entry, undefined, unit),
      balanceGate(unit, held, amount),
      outcomeGate(t`The reserve takes it`, result, t`It takes it.`),
    ],
    plan: (who) =>
      result?.isTaken === true && amount !== undefined ? give(who, { way, silo, amount }) : undefined,
    onStart: markStarted,
  })
  return (
    <Panel
      title={t`Bring in earnings, or give`}
      lead={t`For whoever lends out the USDC or bakes with the XTZ, and for anyone who wants to give. You get nothing in return.`}
    >
      <Choices
        label={t`What it is`}
        choices={ways}
        chosen={chosen}
        onChoose={(id) => setChosen(ways.find((one) => one.id === id)?.id)}
      />
      <div hidden={chosen === undefined} className="mt-4 grid gap-3">
        <p className="text-xs text-muted">
          {way === 'gift'
            ? t`All of it stays in the silo it is given to, until the cycle ends.`
            : t`It fills what is missing in Silos 2, 3 and 4, in this order; the rest waits for the cycle’s end.`}
        </p>
        <SelectField
          label={way === 'gift' ? t`Given to` : t`Earned by`}
          value={`${silo}`}
          options={siloOptions}
          onChange={(chosen) => {
            setSilo(BigInt(chosen))
            setAmount(undefined, undefined)
          }}
        />
        <AmountField
          key={unit.symbol}
          label={t`Amount brought in`}
          decimals={unit.decimals}
          symbol={unit.symbol}
          value={amount}
          max={balance}
          balanceText={balance === undefined ? undefined : t`Balance ${amountText(balance, unit)}`}
          problem={entry.problem}
          onChange={setAmount}
        />
        {result?.isTaken === true && <Conversions conversions={result.effects.conversions} />}
        <ActionButton label={way === 'gift' ? t`Give` : t`Report earnings`} variant="secondary" {...form} />
        <Disclosure summary={t`What it changes in the reserve`}>
          <SilosAfter now={state} after={result?.isTaken === true ? result.state : undefined} />
        </Disclosure>
      </div>
    </Panel>
  )
}
