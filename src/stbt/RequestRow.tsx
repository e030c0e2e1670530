import { useNetwork } from '../chain/network'
import type { Person } from '../chain/use-person'
import { sinceGate } from '../form/payout-gates'
import { useActionForm } from '../form/use-action-form'
import { amountText, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { displayDateTime } from '../math/time'
import { TransactionLink } from '../tx/follow/TransactionLink'
import { ActionButton } from '../ui/ActionButton'
import { Badge } from '../ui/Badge'
import { kinds } from './kinds'
import { movedText } from './format'
import { executorGate, shareGate } from './mint-gates'
import { arrivesWhenIssued } from './mint-view'
import { permissionGate } from './permission-view'
import { execute } from './plans'
import { dueOf } from './redeem-view'
import { queueState, type QueueState, type Request } from './requests'
import type { Stbt, StbtState } from './snapshot'
import { mayExecute, type Minter } from './use-minter'
import { usePlanContext } from './use-plan-context'
import { usePolicy } from './use-policy'
import { t } from '../words/t'

type RequestRowProps = {
  request: Request
  stbt: Stbt
  state: StbtState
  minter: Minter
  person: Person
  now: bigint
}

const tones: Record<QueueState['kind'], 'neutral' | 'success' | 'warn'> = {
  waiting: 'neutral',
  ready: 'success',
  done: 'success',
  cancelled: 'warn',
}
const words: Record<QueueState['kind'], (kind: Request['kind']) => string> = {
  waiting: () => t`In the queue`,
  ready: () => t`Ready`,
  done: (kind) => (kind === 'mint' ? t`Issued` : t`Burnt`),
  cancelled: () => t`Cancelled`,
}

/** One request, and where it stands; of a redemption also whether it is paid. rules.md T7, T8 */
export function RequestRow({ request, stbt, state, minter, person, now }: RequestRowProps) {
  const { explorerUrl } = useNetwork()
  const coin = minter.units.get(request.token)
  const timestamp = knownValue(minter.data.states.find(({ id }) => id === request.id)?.timestamp)
  const standing = timestamp === undefined ? undefined : queueState(timestamp, now)
  const inCoin = coin ? amountText(request.inCoin, coin) : t`A coin that is not known`
  const inStbt = request.stbt === undefined ? 'STBT' : movedText(request.stbt)
  const title = `${request.kind === 'mint' ? t`Issue` : t`Burn`} ${inStbt}`
  return (
    <li aria-label={title} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold" translate="no">
            <span>{request.kind === 'mint' ? inCoin : inStbt}</span>
            <span>
              {' '}
              {t`for ${request.kind === 'mint' ? inStbt : (coin?.symbol ?? t`a coin that is not known`)}`}
            </span>
          </span>
          {standing && <Badge tone={tones[standing.kind]}>{words[standing.kind](request.kind)}</Badge>}
        </p>
        <p className="text-xs text-muted">
          {request.askedAt === undefined
            ? t`Asked at an unknown time`
            : t`Asked ${displayDateTime(request.askedAt)}`}
          {standing && <span>. {standingText(standing, request)}</span>}
        </p>
        {request.kind === 'redeem' && <SettlementLine request={request} minter={minter} />}
        <TransactionLink hash={request.transactionHash} explorerUrl={explorerUrl} />
      </div>
      {standing && (standing.kind === 'ready' || standing.kind === 'waiting') && (
        <ExecuteButton {...{ request, stbt, state, minter, person, now, title }} readyAt={standing.readyAt} />
      )}
    </li>
  )
}

function standingText(standing: QueueState, { kind, executedAt }: Request): string {
  const done = kind === 'mint' ? t`Issued` : t`Burnt`
  switch (standing.kind) {
    case 'waiting':
      return t`Can be executed from ${displayDateTime(standing.readyAt)} on.`
    case 'ready':
      return t`Can be executed since ${displayDateTime(standing.readyAt)}.`
    case 'done':
      return executedAt === undefined ? `${done}.` : `${done} ${displayDateTime(executedAt)}.`
    case 'cancelled':
      return kind === 'mint'
        ? t`Taken out of the queue: no STBT is issued for it, and nothing on chain gives the deposit back. Ask the issuer. It may be queued again.`
        : t`Taken out of the queue: the STBT stays in the pool, and nothing on chain gives it back. Ask the issuer. It may be queued again, and be paid all the same.`
  }
}

/** Expected against paid, and the difference by its name. rules.md T8 */
function SettlementLine({ request, minter }: Pick<RequestRowProps, 'request' | 'minter'>) {
  const { settlement, token } = request
  const { policy } = usePolicy()
  if (!settlement) return <p className="text-xs text-muted">{t`Not paid yet.`}</p>
  const coin = minter.units.get(settlement.token)
  const paidIn = minter.coins.find(({ address }) => address === settlement.token)
  const due =
    settlement.token === token ? dueOf(request, knownValue(paidIn?.redemption.scale), policy) : undefined
  if (!coin) return <p className="text-xs text-muted">{t`Paid in a coin that is not known.`}</p>
  const when = settlement.at === undefined ? '' : ` ${displayDateTime(settlement.at)}`
  return (
    <p className="text-xs text-muted" translate="no">
      <span className="text-ink">
        {t`Paid ${exactText(settlement.amount, coin)}`}
        {when}.
      </span>
      {due && (
        <span>
          {' '}
          {t`Due by its own fee and price: ${exactText(due.due, coin)}. ${
            due.otherFees === 0n
              ? t`Nothing is missing.`
              : due.otherFees > 0n
                ? t`${exactText(due.otherFees, coin)} less: ${due.name}.`
                : t`${exactText(-due.otherFees, coin)} more.`
          }`}
        </span>
      )}
    </p>
  )
}

function ExecuteButton(props: RequestRowProps & { title: string; readyAt: bigint }) {
  const { request, stbt, state, minter, person, now, title, readyAt } = props
  const context = usePlanContext(stbt, person)
  const shares = knownValue(stbt.holder?.shares)
  const form = useActionForm({
    person,
    kind: kinds.execute,
    context,
    gates: [
      ...(request.kind === 'mint'
        ? [
            permissionGate(t`Your permission`, t`You`, stbt.holder?.permission, { toReceive: true }, now),
            shareGate(request.stbt, state),
          ]
        : []),
      executorGate(mayExecute(minter.data, person.account)),
      sinceGate(t`Ready`, readyAt, now, { since: '' }),
    ],
    plan: (who) =>
      shares === undefined
        ? undefined
        : execute(who, {
            title,
            id: request.id,
            operation: request.operation,
            readyAt,
            arrives: request.kind === 'mint' ? arrivesWhenIssued(request, shares, state) : 0n,
          }),
  })
  return <ActionButton label={t`Execute`} variant="secondary" {...form} />
}
