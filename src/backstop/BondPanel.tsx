import { usdt as usdtText } from '../math/tether'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { Panel } from '../ui/Panel'
import { Tabs } from '../ui/Tabs'
import { Term } from '../ui/Term'
import { ConvertForm, ExerciseForm, RedeemEarlyForm } from './BondForms'
import type { BondPanelProps } from './bond-props'
import { phaseOf } from './enums'
import { RedeemForm } from './RedeemForm'
import { countsOf, isSome, tokensOf } from './series-reads'
import { SplitForm } from './SplitForm'
import { SubscribeForm } from './SubscribeForm'
import { terms as words } from './terms'
import { tokenName } from './token-words'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** The other side of the series: buying Notes, and what a Note or a Warrant can do. rules.md B4, B6, B11 */
export function BondPanel(props: BondPanelProps) {
  const phase = phaseOf(props.state)
  if (phase === 'Announced' || phase === 'Staking' || phase === 'Cancelled') return null
  return (
    <Panel
      title={t`Notes and Warrants`}
      lead={rich`For bond buyers: what can be done with a ${(<Term of={words.note} />)} and a ${(<Term of={words.warrant} />)}.`}
    >
      <div className="grid gap-4">
        {phase === 'Sale' && <SubscribeForm {...props} />}
        <Holdings {...props} />
      </div>
    </Panel>
  )
}

function Holdings(props: BondPanelProps) {
  const { readings, person, state, onMoreTokens } = props
  if (person.account === undefined)
    return <p className="text-sm text-muted">{t`Connect a wallet to see yours.`}</p>
  if (!readings) return null
  const notes = tokensOf(readings, 'note')
  const warrants = tokensOf(readings, 'warrant')
  const phase = phaseOf(state)
  if (notes.length === 0 && warrants.length === 0)
    return phase === 'Sale' ? null : <EmptyState title={t`You hold no Notes or Warrants of this series`} />
  const budget = readings.budgets[0]
  const held = countsOf(readings)
  return (
    <>
      <dl className="grid gap-1 text-sm">
        {notes.map(({ id, usdtAmount }) => (
          <TokenLine
            key={`note ${id}`}
            name={tokenName('Note', id)}
            amount={t`${usdtText(usdtAmount)} principal`}
          />
        ))}
        {warrants.map(({ id, usdtAmount }) => (
          <TokenLine
            key={`warrant ${id}`}
            name={tokenName('Warrant', id)}
            amount={t`${usdtText(usdtAmount)} par`}
          />
        ))}
      </dl>
      {held?.isCut && (
        <p className="flex flex-wrap items-center gap-3 text-xs text-warn">
          {t`${held.notesRead} of ${held.noteCount} Notes and ${held.warrantsRead} of ${held.warrantCount} Warrants have been read.`}
          <Button size="small" onClick={onMoreTokens}>
            {t`Read more`}
          </Button>
        </p>
      )}
      {phase === 'Sale' && isSome(warrants) && <SplitForm {...props} tokens={warrants} />}
      {phase === 'Tenor' && (
        <Tabs
          label={t`What to do with them`}
          tabs={[
            ...(isSome(warrants)
              ? [
                  {
                    id: 'exercise',
                    label: t`Exercise`,
                    panel: <ExerciseForm {...props} tokens={warrants} />,
                  },
                  { id: 'split', label: t`Split`, panel: <SplitForm {...props} tokens={warrants} /> },
                ]
              : []),
            ...(isSome(notes)
              ? [
                  { id: 'convert', label: t`Convert`, panel: <ConvertForm {...props} tokens={notes} /> },
                  {
                    id: 'redeem-early',
                    label: t`Redeem early`,
                    panel: <RedeemEarlyForm {...props} tokens={notes} budget={budget} />,
                  },
                ]
              : []),
          ]}
        />
      )}
      {(phase === 'Matured' || phase === 'Settled') && isSome(notes) && (
        <RedeemForm {...props} tokens={notes} />
      )}
    </>
  )
}

function TokenLine({ name, amount }: { name: string; amount: string }) {
  return (
    <div className="flex justify-between gap-3">
      <dt className="text-muted">{name}</dt>
      <dd className="font-medium">{amount}</dd>
    </div>
  )
}
