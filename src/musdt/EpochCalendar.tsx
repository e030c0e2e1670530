import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Badge } from '../ui/Badge'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import { Term } from '../ui/Term'
import type { Column } from '../ui/Table'
import { epochDueGate, vaultReadGate } from './exit-gates'
import { calendar } from './exit-view'
import type { CalendarRow } from './exit-view'
import { kinds } from './kinds'
import { beginEpoch } from './plans'
import type { EpochFeed, Epochs, Erc20, Vault, VaultState } from './snapshot'
import { terms } from './terms'
import { usePlanContext } from './use-plan-context'
import { epochWindow } from './view'
import { amountText } from '../math/amount'
import { t } from '../words/t'

type EpochCalendarProps = { vault: Vault; state: VaultState; epochs: Epochs; person: Person }

/** The running epoch and the next four, with the account's requests in them. rules.md M8 */
export function EpochCalendar({ vault, state, epochs, person }: EpochCalendarProps) {
  const now = useChainSeconds() ?? vault.timestamp
  const isPoked = state.kind === 'gToken'
  return (
    <Panel
      title={t`Epochs`}
      aside={<Term of={terms.epoch}>{t`What an epoch is`}</Term>}
      lead={
        isPoked
          ? t`The vault’s feed sets their rhythm, and an epoch begins only when somebody starts it: these dates are the earliest.`
          : t`They follow one another at these times, by the chain’s clock.`
      }
    >
      <div className="grid gap-4">
        <Table
          caption={t`The running epoch and the next four`}
          isCaptionHidden
          columns={columnsFor(vault.identity.share)}
          rows={calendar(state, knownValue(vault.holder), now)}
          getKey={({ epoch }) => epoch.number.toString()}
        />
        {epochs.feed && (
          <BeginEpoch feed={epochs.feed} vault={vault} state={state} epochs={epochs} person={person} />
        )}
      </div>
    </Panel>
  )
}

function columnsFor(share: Erc20): readonly Column<CalendarRow>[] {
  return [
    {
      header: t`Epoch`,
      isRowHeader: true,
      isNamed: true,
      cell: ({ epoch, isRunning }) => (
        <span className="inline-flex items-center gap-2">
          {epoch.number.toString()}
          {isRunning && <Badge tone="info">{t`Running`}</Badge>}
        </span>
      ),
    },
    { header: t`Begins`, cell: ({ epoch }) => displayDateTime(epoch.startsAt) },
    { header: t`Requests until`, cell: ({ epoch }) => displayDateTime(epoch.requestsUntil) },
    { header: t`Redeeming until`, cell: ({ epoch }) => displayDateTime(epoch.redeemUntil) },
    {
      header: t`Mine`,
      align: 'end',
      cell: ({ mine, isNextExit }) => (
        <>
          {mine > 0n ? amountText(mine, share) : '–'}
          {isNextExit && (
            <span className="block text-xs text-muted">{t`A request made now is for this one`}</span>
          )}
        </>
      ),
    },
  ]
}

/** A GToken's epoch lasts until somebody begins the next one. */
function BeginEpoch({ feed, vault, state, epochs, person }: EpochCalendarProps & { feed: EpochFeed }) {
  const now = useChainSeconds()
  const context = usePlanContext(vault, person)
  const next = epochs.current + 1n
  const form = useActionForm({
    person,
    kind: kinds.beginEpoch,
    context,
    gates: [vaultReadGate(vault.state), epochDueGate(epochWindow(state, epochs.current), now)],
    plan: (who) => beginEpoch(who, feed.address, next),
  })
  return (
    <div className="border-t pt-4">
      <div className="grid gap-2 sm:max-w-sm">
        <ActionButton label={t`Begin next epoch`} variant="secondary" {...form} />
        <p className="text-xs text-muted">
          {t`Price and collateral ratio follow the traders’ gains and losses only then. It costs gas and nothing else. Of open trades, what the feed was told meanwhile counts; if that is too little, what it knew before.`}
        </p>
      </div>
    </div>
  )
}
