import type { Address } from 'viem'

import { walletGates } from '../form/gates'
import type { Person } from '../chain/use-person'
import type { Readings } from '../chain/read'
import { useNetwork } from '../chain/network'
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
import { standingAllowances } from './allowances'
import type { allowanceReads, StandingAllowance } from './allowances'
import { revoke } from './plans'

type ApprovalsPanelProps = {
  account: Address
  person: Person
  allowances: Readings<ReturnType<typeof allowanceReads>>['allowances'] | undefined
  isStale: boolean
  nameOf: (seriesId: number) => string
  failure: { readonly reason: string; readonly retry: () => void } | undefined
}

/** Who may take what from the account without asking again, and how to end it. trust.md D11 */
export function ApprovalsPanel(props: ApprovalsPanelProps) {
  const { account, person, allowances, isStale, nameOf, failure } = props
  const known = allowances && standingAllowances(allowances, account, nameOf)
  return (
    <Panel
      title="Approvals"
      lead="What a contract of ours may take from your account without asking again."
      aside={isStale && <Badge tone="warn">May be out of date</Badge>}
    >
      {failure ? (
        <ErrorState title="Approvals could not be read" {...failure} />
      ) : !known ? (
        <div role="status">
          <span className="sr-only">Reading the chain</span>
          <Skeleton className="h-16 w-full" />
        </div>
      ) : (
        <div className="grid gap-4">
          {known.reasons.length > 0 && (
            <Callout tone="warn" title="This list is incomplete">
              {known.reasons.join(' ')}
            </Callout>
          )}
          {known.standing.some(({ isUnlimited }) => isUnlimited) && (
            <Callout tone="warn" title="An approval without a limit stands">
              The contract could take all of this token you will ever hold there, should it have a fault.
              Revoke it when you do not need it; each action can approve its exact amount.
            </Callout>
          )}
          {(known.standing.length > 0 || known.reasons.length === 0) && (
            <Standing standing={known.standing} person={person} account={account} />
          )}
        </div>
      )}
    </Panel>
  )
}

const takes: Readonly<Record<StandingAllowance['role'], string>> = {
  pool: 'Takes stakes',
  series: 'Takes payments for Notes and warrants',
  vault: 'Takes deposits',
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
      empty="None. Nothing can be taken from this account without your signature."
      columns={[
        {
          header: 'Who may spend',
          isRowHeader: true,
          cell: ({ spender, spenderLabel, role }) => (
            <>
              {spenderLabel}
              <span className="block text-xs font-normal text-muted">{takes[role]}</span>
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
