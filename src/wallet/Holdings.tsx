import { useMemo, useState } from 'react'
import type { Address } from 'viem'

import { useClient, useNetwork } from '../chain/network'
import { useSnapshot } from '../chain/use-snapshot'
import { Amount } from '../ui/Amount'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/ErrorState'
import { Skeleton } from '../ui/Skeleton'
import { Table } from '../ui/Table'
import { holdingReads, holdingsOf, type ConfiguredToken } from './holdings'
import { askToWatch, type Token } from './watch-asset'
import { t } from '../words/t'

type HoldingsProps = { account: Address; tokens: readonly ConfiguredToken[] }

/** What the account holds of the network's coin and of every token that config.json names. */
export function Holdings({ account, tokens }: HoldingsProps) {
  const { contracts } = useNetwork()
  const { nativeCurrency } = useClient().chain
  const multicall3 = contracts.shared?.multicall3
  const reads = useMemo(() => holdingReads(account, tokens, multicall3), [account, tokens, multicall3])
  const state = useSnapshot('wallet.holdings', reads)
  const [said, setSaid] = useState('')
  if (state.status === 'error') return <ErrorState title={t`Balances could not be read`} {...state} />
  if (state.status === 'loading')
    return (
      <div role="status">
        <span className="sr-only">{t`Reading the chain`}</span>
        <Skeleton className="h-40 w-full" />
      </div>
    )
  const add = async (token: Token) => {
    setSaid(t`The wallet is asking you.`)
    setSaid(await askToWatch(token))
  }
  return (
    <>
      <Table
        caption={state.isStale ? t`Balances, which may be out of date` : t`Balances`}
        rows={holdingsOf(state.snapshot.data, nativeCurrency)}
        getKey={({ key }) => key}
        isLine
        columns={[
          {
            header: t`Token`,
            isRowHeader: true,
            cell: ({ label, of }) => (
              <>
                {label}{' '}
                {of !== undefined && of !== label && (
                  <span className="text-xs font-normal text-muted">{of}</span>
                )}
              </>
            ),
          },
          {
            header: t`Balance`,
            align: 'end',
            cell: ({ amount }) =>
              amount ? <Amount {...amount} /> : <span className="text-muted">{t`Unavailable`}</span>,
          },
          {
            header: t`Action`,
            align: 'end',
            isHeaderHidden: true,
            cell: ({ label, token }) =>
              token && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t`Add ${label} to wallet`}
                  onClick={() => void add(token)}
                >
                  {t`Add to wallet`}
                </Button>
              ),
          },
        ]}
      />
      <p role="status" className="text-xs text-muted">
        {said}
      </p>
    </>
  )
}
