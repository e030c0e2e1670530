import { useState } from 'react'
import type { Address } from 'viem'

import { useChainSeconds } from '../chain/use-block'
import { amountGate } from '../form/gates'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { useAmount, type Entry } from '../form/use-amount'
import { amountText, displayBps } from '../math/amount'
import { advance } from '../math/silos-advance'
import type { Shares } from '../math/silos-harvest'
import { conditionsOf } from '../math/silos-state'
import { coverMaxUp, valueDown } from '../math/silos'
import { min } from '../math/uint256'
import { BPS } from '../math/units'
import { ActionButton } from '../ui/ActionButton'
import { AmountField } from '../ui/AmountField'
import { Panel } from '../ui/Panel'
import { Conversions } from './Conversions'
import { Credited } from './Credited'
import { outcomeGate } from './gates'
import { HandOverPanel } from './HandOverPanel'
import { kinds } from './kinds'
import { ParameterPanel } from './ParameterPanel'
import { openWords, type ProposeProps } from './propose'
import { ways } from './shares-text'
import { SilosAfter } from './SilosAfter'
import { usdcUnit, xtzUnit } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { proposeCover, proposeDistribution } from './vote-plans'
import { WeightsPanel } from './WeightsPanel'

type ProposePanelsProps = ProposeProps & {
  /** The trustees of now: a dividend is split by their weights. */
  trustees: readonly [readonly Address[], readonly bigint[]] | undefined
}

/** What only a trustee may propose. rules.md S7, S10, S18 */
export function ProposePanels(props: ProposePanelsProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <DistributionPanel {...props} />
      <div className="grid gap-4">
        <CoverPanel {...props} />
        <ParameterPanel {...props} />
        <WeightsPanel {...props} />
        <HandOverPanel {...props} />
      </div>
    </div>
  )
}

const nothing: Entry = { amount: undefined, problem: undefined }
const noEntries: Readonly<Record<keyof Shares, Entry>> = {
  ...{ recapEqualBps: nothing, recapFullBps: nothing, dividendBps: nothing, ecosystemBps: nothing },
}

function DistributionPanel({ silos, state, person, opensAt, trustees }: ProposePanelsProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
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
    sum === BPS ? advance(state, { kind: 'distribute', shares, weights: trustees?.[1] ?? [] }) : undefined
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      sinceGate('Proposals are open', opensAt, now, openWords),
      {
        label: 'The parts sum to 100%',
        isMet: sum === BPS && problem === undefined,
        detail: problem ?? (sum === BPS ? 'They do.' : `They sum to ${displayBps(sum)}.`),
      },
    ],
    plan: (who) => proposeDistribution(who, shares),
  })
  return (
    <Panel title="Propose a distribution" lead="Parts of the whole chamber, run in this order.">
      <div className="grid gap-3">
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
            <p className="text-xs text-muted">If it were carried out now:</p>
            <SilosAfter now={state} after={result.state} />
            <Conversions conversions={result.effects.conversions} />
            <Credited credited={result.effects.credited} />
          </>
        ) : (
          result && (
            <p className="text-xs text-warn">
              {outcomeGate('', result, '').detail} It could be proposed, and is tried again when it is
              executed.
            </p>
          )
        )}
        <ActionButton label="Propose this distribution" {...form} />
      </div>
    </Panel>
  )
}

function CoverPanel({ silos, state, person, opensAt }: ProposeProps) {
  const now = useChainSeconds()
  const context = usePlanContext(silos, person)
  const sold = useAmount(silos.proposalCount.isKnown ? silos.proposalCount.value : undefined)
  const least = useAmount(silos.proposalCount.isKnown ? silos.proposalCount.value : undefined)
  const { low } = conditionsOf(state)
  const v2 = low === 0n ? 0n : valueDown(state.books.x2, low)
  const most = low === 0n ? undefined : min(state.books.x4, coverMaxUp(state.books.f1, v2, low))
  const xtzAmount = sold.entry.amount
  const minProceeds = least.entry.amount ?? 0n
  const result =
    xtzAmount === undefined || xtzAmount === 0n
      ? undefined
      : advance(state, { kind: 'cover', xtzAmount, minProceeds })
  const form = useActionForm({
    person,
    kind: kinds.propose,
    context,
    gates: [
      sinceGate('Proposals are open', opensAt, now, openWords),
      { ...amountGate(sold.entry, undefined, xtzUnit), label: 'XTZ to sell' },
      { ...amountGate(least.entry, undefined, usdcUnit), label: 'Least proceeds' },
    ],
    plan: (who) => (xtzAmount === undefined ? undefined : proposeCover(who, xtzAmount, minProceeds)),
    onStart: () => {
      sold.markStarted()
      least.markStarted()
    },
  })
  return (
    <Panel
      title="Propose a cover"
      lead="After XTZ has risen: Silo 4, and only Silo 4, sells XTZ for Silo 1, and new USDtz goes to the inventory."
    >
      <div className="grid gap-3">
        <AmountField
          label="XTZ of Silo 4 to sell, at most"
          decimals={6}
          symbol="XTZ"
          value={xtzAmount}
          max={most}
          problem={sold.entry.problem}
          hint={most === undefined ? undefined : `Now ${amountText(most, xtzUnit)} could be sold.`}
          onChange={sold.setAmount}
        />
        <AmountField
          label="Proceeds, at least"
          decimals={6}
          symbol="USDC"
          value={least.entry.amount}
          problem={least.entry.problem}
          onChange={least.setAmount}
        />
        {result?.isTaken === true ? (
          <>
            <p className="text-xs text-muted">If it were carried out now:</p>
            <SilosAfter now={state} after={result.state} />
            <Conversions conversions={result.effects.conversions} />
          </>
        ) : (
          result && <p className="text-xs text-warn">{outcomeGate('', result, '').detail}</p>
        )}
        <ActionButton label="Propose this cover" {...form} />
      </div>
    </Panel>
  )
}
