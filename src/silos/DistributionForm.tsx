import { useState } from 'react'

import { useChainSeconds } from '../chain/use-block'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import type { Entry } from '../form/use-amount'
import { displayBps } from '../math/amount'
import { knownValue } from '../math/reading'
import { advance } from '../math/silos-advance'
import type { Shares } from '../math/silos-harvest'
import { BPS } from '../math/units'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Conversions } from './Conversions'
import { Credited } from './Credited'
import { outcomeGate } from './gates'
import { kinds } from './kinds'
import { openWords, type ProposeProps } from './propose'
import { ProposeForm } from './ProposeForm'
import { ways } from './shares-text'
import { SilosAfter } from './SilosAfter'
import { usePlanContext } from './use-plan-context'
import { proposeDistribution } from './vote-plans'
import { t } from '../words/t'

const nothing: Entry = { amount: undefined, problem: undefined }
const noEntries: Readonly<Record<keyof Shares, Entry>> = {
  ...{ recapEqualBps: nothing, recapFullBps: nothing, dividendBps: nothing, ecosystemBps: nothing },
}

/** How the harvest is used, in parts of the whole chamber. rules.md S10 */
export function DistributionForm({ silos, state, person, opensAt, board }: ProposeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const ecosystem = knownValue(silos.terms)?.ecosystem
  const [entries, setEntries] = useState(noEntries)
  const partOf = (key: keyof Shares) => entries[key].amount ?? 0n
  const shares: Shares = {
    recapEqualBps: partOf('recapEqualBps'),
    recapFullBps: partOf('recapFullBps'),
    dividendBps: partOf('dividendBps'),
    ecosystemBps: partOf('ecosystemBps'),
  }
  const sum = ways.reduce((all, { key }) => all + shares[key], 0n)
  const problem = ways.map(({ key }) => entries[key].problem).find((one) => one !== undefined)
  const result =
    sum === BPS ? advance(state, { kind: 'distribute', shares, weights: board?.weights ?? [] }) : undefined
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context: context && board && ecosystem ? { ...context, board, ecosystem } : undefined,
    gates: [
      sinceGate(t`Proposals are open`, opensAt, now, openWords),
      {
        label: t`The parts sum to 100%`,
        isMet: sum === BPS && problem === undefined,
        detail: problem ?? (sum === BPS ? t`They do.` : t`They sum to ${displayBps(sum)}.`),
      },
    ],
    plan: (who) => proposeDistribution(who, shares, who.board, BigInt(who.ecosystem)),
  })
  return (
    <ProposeForm title={t`Propose a distribution`} lead={t`Parts of the whole chamber, run in this order.`}>
      {ways.map(({ key, name, means }) => (
        <AmountField
          key={key}
          label={name}
          decimals={2}
          symbol="%"
          value={entries[key].amount}
          problem={entries[key].problem}
          hint={means}
          onChange={(amount, what) => setEntries({ ...entries, [key]: { amount, problem: what } })}
        />
      ))}
      {result?.isTaken === true ? (
        <>
          <p className="text-xs text-muted">{t`If it were carried out now:`}</p>
          <SilosAfter now={state} after={result.state} />
          <Conversions conversions={result.effects.conversions} />
          <Credited credited={result.effects.credited} />
        </>
      ) : (
        result && (
          <p className="text-xs text-warn">
            {t`${outcomeGate('', result, '').detail} It could be proposed, and is tried again when it is executed.`}
          </p>
        )
      )}
      <ActionButton label={t`Propose this distribution`} {...form} />
    </ProposeForm>
  )
}
