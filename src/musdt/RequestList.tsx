import { useNetwork } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import type { Person } from '../chain/use-person'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import { useActionForm } from '../form/use-action-form'
import { ActionButton } from '../ui/ActionButton'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import { calendarFile } from '../ui/calendar-file'
import { saveFile } from '../ui/save-file'
import { vaultReadGate } from './exit-gates'
import { requestsOf, statusText } from './exit-view'
import type { Request, RequestStatus } from './exit-view'
import { windowEvent } from './ics'
import { kinds } from './kinds'
import { cancelRequest } from './plans'
import type { Vault, VaultState } from './snapshot'
import { usePlanContext } from './use-plan-context'
import { amountText, exactText } from '../math/amount'
import { t } from '../words/t'

type RequestListProps = { vault: Vault; state: VaultState; person: Person }

/** Every request of the last three epochs and the next three. rules.md M8 */
export function RequestList({ vault, state, person }: RequestListProps) {
  const now = useChainSeconds()
  const holder = knownValue(vault.holder)
  const requests = holder && now !== undefined ? requestsOf(state, holder, now) : undefined
  return (
    <Panel title={t`My requests`} lead={t`Redeemable in exactly one epoch each, then void.`}>
      {requests === undefined && <p className="text-sm text-muted">{t`Not read yet.`}</p>}
      {requests?.length === 0 && (
        <p className="text-sm text-muted">
          {t`None for the running epoch, the three before and the three after.`}
        </p>
      )}
      {requests !== undefined && requests.length > 0 && (
        <ul className="-my-3 divide-y divide-line">
          {requests.map((request) => (
            <RequestRow
              key={request.epoch.number.toString()}
              request={request}
              vault={vault}
              state={state}
              person={person}
            />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const badges: Record<
  RequestStatus,
  { readonly tone: 'neutral' | 'success' | 'warn'; readonly word: string }
> = {
  pending: { tone: 'neutral', word: t`Pending` },
  open: { tone: 'success', word: t`Redeemable now` },
  closed: { tone: 'warn', word: t`Redeeming closed` },
  void: { tone: 'warn', word: t`Void` },
}

function RequestRow({ request, vault, state, person }: RequestListProps & { request: Request }) {
  const network = useNetwork()
  const now = useChainSeconds()
  const context = usePlanContext(vault, person)
  const { epoch, shares, status } = request
  const { asset, share } = vault.identity
  const { tone, word } = badges[status]
  const form = useActionForm({
    person,
    kind: kinds.cancelRequest,
    context,
    gates: [vaultReadGate(vault.state)],
    plan: (who) => cancelRequest(who, shares, epoch.number),
  })
  const saveToCalendar = () => {
    if (person.account === undefined || now === undefined) return
    const text = calendarFile(
      windowEvent({
        chainId: network.chainId,
        vault: vault.identity.address,
        account: person.account,
        epoch: epoch.number,
        title: t`Redeem ${exactText(shares, share)}`,
        description: calendarNote(request, vault, state),
        startsAt: epoch.startsAt,
        endsAt: epoch.redeemUntil,
        writtenAt: now,
      }),
    )
    saveFile(`redeem-${share.symbol}-epoch-${epoch.number}.ics`, 'text/calendar', text)
  }
  return (
    <li
      aria-label={t`Request for epoch ${epoch.number}`}
      className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <bdi className="font-semibold">{amountText(shares, share)}</bdi>
          <span className="text-sm text-muted">{t`epoch ${epoch.number.toString()}`}</span>
          <Badge tone={tone}>{word}</Badge>
        </p>
        <p className="text-xs text-muted">{statusText(request, state, now)}</p>
        {status !== 'void' && (
          <p className="text-xs text-muted">{t`Worth ${amountText(toAssetsDown(shares, state.price), asset)} at the current price`}</p>
        )}
      </div>
      {status !== 'void' && (
        <div className="flex flex-wrap items-start gap-2">
          {status === 'pending' && (
            <Button aria-label={t`Add to calendar: epoch ${epoch.number}`} onClick={saveToCalendar}>
              {t`Add to calendar`}
            </Button>
          )}
          <ActionButton label={t`Cancel`} variant="secondary" {...form} />
        </div>
      )}
    </li>
  )
}

function calendarNote({ epoch, shares }: Request, { identity }: Vault, { kind }: VaultState): string {
  const lines = [
    t`${exactText(shares, identity.share)} can be redeemed in epoch ${epoch.number} only. After that the request is void, and a new one is needed.`,
    t`Vault ${identity.address}`,
  ]
  if (kind === 'gToken')
    lines.unshift(t`These times are the earliest: an epoch begins only when somebody starts it.`)
  return lines.join('\n')
}
