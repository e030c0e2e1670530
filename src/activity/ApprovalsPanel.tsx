import { useMemo, useRef } from 'react'
import type { Address } from 'viem'

import type { Person } from '../chain/use-person'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { useActionForm } from '../form/use-action-form'
import type { Answer } from '../system/EachSystem'
import { AddressText } from '../ui/AddressText'
import { ActionButton } from '../ui/ActionButton'
import { Amount } from '../ui/Amount'
import { Badge } from '../ui/Badge'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Table } from '../ui/Table'
import { REVOKE, revoke } from '../tx/plan/revoke'
import { erc20Abi } from '../tx/plan/token-abis'
import { allowanceReads, standingAllowances, tokensOf } from './allowances'
import type { StandingAllowance } from './allowances'
import type { SystemActivity } from './use-system-activity'
import { t } from '../words/t'

const approvalEvents = ['Approval'] as const

type ApprovalsPanelProps = {
  account: Address
  person: Person
  answers: readonly Answer<SystemActivity>[]
}

/** Who may take what from the account without asking again, and how to end it. trust.md D11 */
export function ApprovalsPanel({ account, person, answers }: ApprovalsPanelProps) {
  const lists = answers.map(({ view }) => (view.status === 'ready' ? view.spenders : undefined))
  const spenders = useMemo(
    () => lists.flatMap((list) => list ?? []),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are stable, the array around them is not
    lists,
  )
  const network = useNetwork()
  const tokens = useMemo(() => tokensOf(spenders), [spenders])
  const past = useHistory({
    name: 'activity.approvals',
    addresses: useMemo(() => tokens.map(({ address }) => address), [tokens]),
    abi: erc20Abi,
    events: approvalEvents,
    fromBlock: network.deploymentBlock,
    account,
  })
  const isPastWhole = past.status === 'ready' && !past.isCapped && past.unreadable === 0
  const reads = useMemo(
    () => allowanceReads(account, spenders, past.logs, isPastWhole),
    [account, spenders, past.logs, isPastWhole],
  )
  const state = useSnapshot('activity.allowances', reads.length === 0 ? undefined : reads)
  const isLoading = answers.some(({ view }) => view.status === 'loading')
  const told = state.status === 'ready' ? standingAllowances(state.snapshot.data, spenders) : undefined
  // When more or fewer are asked for, the last answer stays on screen: the page does not jump.
  const last = useRef({ account, told })
  if (told || last.current.account !== account) last.current = { account, told }
  const known = last.current.told
  const reasons = known?.reasons ?? []
  const isWhole = answers.every(({ view }) => view.status === 'ready') && reasons.length === 0
  const isWaiting = !known && (isLoading || reads.length > 0)
  return (
    <Panel
      title={t`Approvals`}
      lead={t`What a contract may take from your account without asking again.`}
      aside={state.status === 'ready' && state.isStale && <Badge tone="warn">{t`May be out of date`}</Badge>}
    >
      {state.status === 'error' ? (
        <ErrorState title={t`Approvals could not be read`} {...state} />
      ) : isWaiting ? (
        <div role="status">
          <span className="sr-only">{t`Reading the chain`}</span>
          <Skeleton className="h-16 w-full" />
        </div>
      ) : (
        <div className="grid gap-4">
          {answers.map(
            ({ system, view }) =>
              view.status === 'error' && (
                <ErrorState
                  key={system.id}
                  title={t`What ${system.name} may take could not be read`}
                  {...view}
                />
              ),
          )}
          {reasons.length > 0 && (
            <Callout tone="warn" title={t`This list is incomplete`}>
              {reasons.join(' ')}
            </Callout>
          )}
          {known?.standing.some(({ isUnlimited }) => isUnlimited) && (
            <Callout tone="warn" title={t`An unlimited approval is in force`}>
              {t`A bug in the contract could let it take all of this token that you ever hold in this account. Revoke it when you do not need it; each action can approve its exact amount.`}
            </Callout>
          )}
          {known && (known.standing.length > 0 || isWhole) && (
            <Standing standing={known.standing} person={person} account={account} />
          )}
          {known && (
            <p className="text-xs text-muted">
              {t`Looked at: ${[...new Set(tokens.map(({ symbol }) => symbol))].join(', ')}, for the ${spenders.length} contracts that may be approved here`}
              {t`${
                past.status === 'ready'
                  ? t`, and for whoever was approved since block ${network.deploymentBlock}, as the tokens’ events tell.`
                  : past.status === 'loading'
                    ? t`. The tokens’ events, which name others, are being read.`
                    : t`. The tokens’ events, which name others, could not be read.`
              } Not looked at: other tokens, and approvals given earlier.`}
            </p>
          )}
        </div>
      )}
    </Panel>
  )
}

type StandingProps = { standing: readonly StandingAllowance[]; account: Address; person: Person }

function Standing({ standing, account, person }: StandingProps) {
  const network = useNetwork()
  return (
    <Table
      caption={t`Standing approvals`}
      isCaptionHidden
      rows={standing}
      getKey={({ key }) => key}
      empty={t`None found. The line below says where it was looked for.`}
      columns={[
        {
          header: t`Who may spend`,
          isRowHeader: true,
          cell: ({ spender, spenderLabel, takes }) => (
            <>
              {spenderLabel}
              <span className="block text-xs font-normal text-muted">{takes}</span>
              <span className="block text-xs font-normal">
                <AddressText address={spender} explorerUrl={network.explorerUrl} isFull />
              </span>
            </>
          ),
        },
        {
          header: t`How much`,
          align: 'end',
          cell: ({ amount, token, isUnlimited }) =>
            isUnlimited ? (
              <Badge tone="warn">{t`Unlimited ${token.symbol}`}</Badge>
            ) : (
              <Amount value={amount} decimals={token.decimals} symbol={token.symbol} />
            ),
        },
        {
          header: t`Action`,
          align: 'end',
          isHeaderHidden: true,
          cell: (allowance) => <RevokeButton allowance={allowance} account={account} person={person} />,
        },
      ]}
    />
  )
}

type RevokeButtonProps = { allowance: StandingAllowance; account: Address; person: Person }

function RevokeButton({ allowance, account, person }: RevokeButtonProps) {
  const { chainId } = useNetwork()
  const form = useActionForm({
    person,
    kind: REVOKE,
    context: allowance,
    gates: [],
    plan: (context) => revoke(chainId, account, context),
  })
  return <ActionButton label={t`Revoke`} variant="secondary" {...form} />
}
