import { useCallback, useMemo } from 'react'

import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { nextTask } from '../chain/next-task'
import { useSliced } from '../chain/use-sliced'
import { HistoryFrame } from '../system/HistoryState'
import type { ChartPoint } from '../ui/chart'
import { Skeleton } from '../ui/Skeleton'
import { StepChart } from '../ui/StepChart'
import { thinned } from '../ui/thin'
import type { Vault, VaultState } from './snapshot'
import { vaultHistory, type VaultLog } from './vault-history'
import { ONE_P } from '../math/units'
import { t } from '../words/t'

const events = ['ShareToAssetsPriceUpdated', 'AccPnlPerTokenUsedUpdated'] as const

/** More columns than a chart has pixels are never seen. */
const COLUMNS = 600

type Lines = {
  readonly isTimed: boolean
  /** Where the last point is; undefined without one. */
  readonly last: bigint | undefined
  readonly price: readonly ChartPoint[]
  readonly collateralizationP: readonly ChartPoint[]
}

const waiting = <Skeleton className="h-56 w-full" />

/** What a chart can show of a history; each line has a turn of its own. */
async function linesOf(logs: readonly VaultLog[], isWhole: boolean, signal: AbortSignal): Promise<Lines> {
  const { isTimed, moments } = await vaultHistory(logs, isWhole, signal)
  const line = async (pick: 'price' | 'collateralizationP') => {
    await nextTask()
    const points = moments.map((moment) => ({ x: moment.at, y: moment[pick] }))
    return thinned(points, COLUMNS)
  }
  const [price, collateralizationP] = [await line('price'), await line('collateralizationP')]
  return { isTimed, last: moments.at(-1)?.at, price, collateralizationP }
}

/** Price and collateral ratio over time, from the vault's own events. */
export default function VaultHistory({ vault, state }: { vault: Vault; state: VaultState }) {
  const network = useNetwork()
  const addresses = useMemo(() => [vault.identity.address], [vault.identity.address])
  const history = useHistory({
    name: 'musdt.history',
    addresses,
    abi: musdtVaultAbi,
    events,
    fromBlock: network.deploymentBlock,
  })
  // No event of ours is older than the deployment block; a live GToken may be.
  const isFromBirth = state.kind === 'ours' || network.deploymentBlock === 0n
  const isWhole = isFromBirth && history.status === 'ready' && !history.isCapped
  const { logs } = history
  // The newest point comes with each block; what was before is gone through once.
  const { made: past } = useSliced(
    vault.identity.address,
    useCallback((signal) => linesOf(logs, isWhole, signal), [logs, isWhole]),
  )
  if (!past) return <HistoryFrame history={history}>{waiting}</HistoryFrame>
  const { isTimed, last } = past
  const now = {
    at: isTimed ? vault.timestamp : vault.blockNumber,
    price: state.price,
    collateralizationP: state.collateralizationP,
  }
  const isTold = last === undefined || last >= now.at
  const pointsOf = (pick: 'price' | 'collateralizationP') =>
    isTold ? past[pick] : [...past[pick], { x: now.at, y: now[pick] }]
  const x = isTimed ? {} : { xLabel: t`Block`, formatX: (block: bigint) => t`Block ${block}` }
  return (
    <HistoryFrame history={history}>
      <StepChart
        title={t`Price of one mUSDT`}
        lines={[
          {
            label: t`Price`,
            points: pointsOf('price'),
          },
        ]}
        decimals={18}
        digits={6}
        symbol={vault.identity.asset.symbol}
        isFromNear
        {...x}
      />
      <StepChart
        title={t`Collateral ratio`}
        lines={[
          {
            label: t`Ratio`,
            points: pointsOf('collateralizationP'),
          },
        ]}
        decimals={18}
        symbol="%"
        isFromNear
        levels={[100n, 110n, 120n, 150n].map((percent) => ({
          label: `${percent}%`,
          y: percent * ONE_P,
        }))}
        {...x}
      />
    </HistoryFrame>
  )
}
