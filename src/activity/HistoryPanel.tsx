import { useMemo } from 'react'
import { isAddressEqual } from 'viem'
import type { Address } from 'viem'

import type { SeriesAddresses } from '../backstop/snapshot'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import type { VaultIdentity } from '../musdt/snapshot'
import { useIdentity } from '../musdt/use-identity'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { saveFile } from '../ui/save-file'
import { Skeleton } from '../ui/Skeleton'
import { HistoryTable } from './HistoryTable'
import { historyCsv } from './history-csv'
import { ownEventNames, ownEvents, ownEventsAbi } from './own-events'

type HistoryPanelProps = {
  account: Address
  list: readonly SeriesAddresses[] | undefined
  nameOf: (seriesId: number) => string
  failure: { readonly reason: string; readonly retry: () => void } | undefined
}

/** What the account has done, told by the events of every series and of the vault. trust.md D33 */
export function HistoryPanel({ account, list, nameOf, failure }: HistoryPanelProps) {
  const { musdtVault } = useNetwork().contracts
  const series = list?.flatMap(({ pool, series }) => [pool, series]).join(' ')
  if (series === undefined) return <Unread failure={failure} />
  const known = { account, series, nameOf }
  return musdtVault === undefined ? (
    <History key={account} {...known} />
  ) : (
    <HistoryWithVault key={account} {...known} address={musdtVault} />
  )
}

function Unread({ failure }: Pick<HistoryPanelProps, 'failure'>) {
  return (
    <Panel title="History">
      {failure ? (
        <ErrorState title="The history could not be read" {...failure} />
      ) : (
        <div role="status">
          <span className="sr-only">Reading the chain</span>
          <Skeleton className="h-24 w-full" />
        </div>
      )}
    </Panel>
  )
}

type HistoryProps = {
  account: Address
  /** Pool and series of each series in turn, as one text: it stays the same while they do. */
  series: string
  nameOf: (seriesId: number) => string
  vault?: VaultIdentity | undefined
  /** Why the vault's events are missing. */
  vaultFailure?: { readonly reason: string; readonly retry: () => void } | undefined
}

/** The vault's amounts are told in the decimals of its tokens, so those are read first. */
function HistoryWithVault({ address, ...known }: HistoryProps & { address: Address }) {
  const vault = useIdentity(address)
  switch (vault.status) {
    case 'loading':
      return <Unread failure={undefined} />
    case 'error':
      return <History {...known} vaultFailure={vault} />
    case 'ready':
      return <History {...known} vault={vault.identity} />
  }
}

function History({ account, series, nameOf, vault, vaultFailure }: HistoryProps) {
  const network = useNetwork()
  const ofSeries = useMemo(() => (series === '' ? [] : (series.split(' ') as Address[])), [series])
  const addresses = useMemo(
    () => (vault ? [...ofSeries, vault.address, vault.nft] : ofSeries),
    [ofSeries, vault],
  )
  const history = useHistory({
    name: 'activity.own',
    addresses,
    abi: ownEventsAbi,
    events: ownEventNames,
    fromBlock: network.deploymentBlock,
    account,
  })
  const events = useMemo(
    () =>
      ownEvents(history.logs, account, {
        vault,
        seriesOf(contract) {
          const index = ofSeries.findIndex((address) => isAddressEqual(address, contract))
          const id = Math.floor(index / 2)
          return index === -1 ? undefined : { id, name: nameOf(id) }
        },
      }),
    [history.logs, account, ofSeries, vault, nameOf],
  )
  const [isCancelled, isLoading] = [history.status === 'cancelled', history.status === 'loading']
  const file = `ballast-history-${network.chainId}-${account}.csv`
  return (
    <Panel
      title="History"
      lead="From the contracts’ events; amounts before Tether’s own fee, should it take one."
      aside={
        <Button
          size="small"
          disabled={history.status !== 'ready' || events.length === 0}
          onClick={() =>
            saveFile(file, 'text/csv', historyCsv(events, { chainId: network.chainId, account }))
          }
        >
          Download CSV
        </Button>
      }
    >
      <div className="grid gap-4">
        {history.error !== undefined && (
          <ErrorState
            title="The history could not be read to its end"
            reason={history.error}
            retry={history.retry}
          />
        )}
        {vaultFailure && <ErrorState title="The vault’s events are missing" {...vaultFailure} />}
        {(isLoading || isCancelled) && (
          <p className="flex flex-wrap items-center gap-3 text-xs text-muted" role="status">
            {isLoading ? `Reading events, ${history.progress}%…` : `Stopped at ${history.progress}%.`}
            <Button size="small" onClick={isLoading ? history.cancel : history.retry}>
              {isLoading ? 'Stop' : 'Go on'}
            </Button>
          </p>
        )}
        {history.isCapped && (
          <Callout tone="warn" title="Incomplete">
            There are more events than this page keeps: the oldest are missing.
          </Callout>
        )}
        {(history.status === 'ready' || events.length > 0) && (
          <HistoryTable events={events} explorerUrl={network.explorerUrl} />
        )}
      </div>
    </Panel>
  )
}
