import { useMemo } from 'react'
import type { Address } from 'viem'

import type { Person } from '../chain/use-person'
import { useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { walletGates } from '../form/gates'
import type { Answer } from '../system/EachSystem'
import { useAction } from '../tx/use-action'
import { AddressText } from '../ui/AddressText'
import { ActionButton } from '../ui/ActionButton'
import { Amount } from '../ui/Amount'
import { Badge } from '../ui/Badge'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Table } from '../ui/Table'
import { allowanceReads, standingAllowances } from './allowances'
import type { StandingAllowance } from './allowances'
import { revoke } from './plans'
import type { SystemActivity } from './use-system-activity'

type ApprovalsPanelProps = {
  account: Address
  person: Person
  answers: readonly Answer<SystemActivity>[]
}

/** Who may take what from the account without asking again, and how to end it. trust.md D11 */
export function ApprovalsPanel({ account, person, answers }: ApprovalsPanelProps) {
  const lists = answers.map(({ view }) => (view.status === 'ready' ? view.spenders : undefined))
  const reads = useMemo(
    () =>
      allowanceReads(
        account,
        lists.flatMap((spenders) => spenders ?? []),
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are stable, the array around them is not
    [account, ...lists],
  )
  const state = useSnapshot('activity.allowances', reads.length === 0 ? undefined : reads)
  const isLoading = answers.some(({ view }) => view.status === 'loading')
  const known = state.status === 'ready' ? standingAllowances(state.snapshot.data) : undefined
  const reasons = known?.reasons ?? []
  const isWhole = answers.every(({ view }) => view.status === 'ready') && reasons.length === 0
  const isWaiting = !known && (isLoading || reads.length > 0)
  return (
    <Panel
      title="Approvals"
      lead="What a contract of ours may take from your account without asking again."
      aside={state.status === 'ready' && state.isStale && <Badge tone="warn">May be out of date</Badge>}
    >
      {state.status === 'error' ? (
        <ErrorState title="Approvals could not be read" {...state} />
      ) : isWaiting ? (
        <div role="status">
          <span className="sr-only">Reading the chain</span>
          <Skeleton className="h-16 w-full" />
        </div>
      ) : (
        <div className="grid gap-4">
          {answers.map(
            ({ system, view }) =>
              view.status === 'error' && (
                <ErrorState
                  key={system.id}
                  title={`What ${system.name} may take could not be read`}
                  {...view}
                />
              ),
          )}
          {reasons.length > 0 && (
            <Callout tone="warn" title="This list is incomplete">
              {reasons.join(' ')}
            </Callout>
          )}
          {known?.standing.some(({ isUnlimited }) => isUnlimited) && (
            <Callout tone="warn" title="An approval without a limit stands">
              The contract could take all of this token you will ever hold there, should it have a fault.
              Revoke it when you do not need it; each action can approve its exact amount.
            </Callout>
          )}
          {known && (known.standing.length > 0 || isWhole) && (
            <Standing standing={known.standing} person={person} account={account} />
          )}
        </div>
      )}
    </Panel>
  )
}

type StandingProps = { standing: readonly StandingAllowance[]; account: Address; person: Person }

function Standing({ standing, account, person }: StandingProps) {
  const network = useNetwork()
  const action = useAction()
  const gates = walletGates(person, network.name)
  return (
    <Table
      caption="Standing approvals"
      isCaptionHidden
      rows={standing}
      getKey={({ key }) => key}
      empty="None of the contracts this app knows may take anything. Other apps’ approvals are not looked at."
      columns={[
        {
          header: 'Who may spend',
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
          header: 'How much',
          align: 'end',
          cell: ({ amount, token, isUnlimited }) =>
            isUnlimited ? (
              <Badge tone="warn">Unlimited {token.symbol}</Badge>
            ) : (
              <Amount value={amount} decimals={token.decimals} symbol={token.symbol} />
            ),
        },
        {
          header: 'Action',
          align: 'end',
          isHeaderHidden: true,
          cell: (allowance) => (
            <ActionButton
              label="Revoke"
              variant="secondary"
              gates={gates}
              onPress={() => action.start(revoke(network.chainId, account, allowance))}
            />
          ),
        },
      ]}
    />
  )
}
