import { useMemo } from 'react'

import { musdtVaultAbi } from '../../abis/MUSDTVault'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { HistoryFrame } from '../system/HistoryState'
import { StepChart } from '../ui/StepChart'
import { thinned } from '../ui/thin'
import type { Vault, VaultState } from './snapshot'
import { vaultHistory } from './vault-history'
import { ONE_P } from '../math/units'

const events = ['ShareToAssetsPriceUpdated', 'AccPnlPerTokenUsedUpdated'] as const

/** More columns than a chart has pixels are never seen. */
const COLUMNS = 600

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
  const { isTimed, moments } = useMemo(() => vaultHistory(history.logs, isWhole), [history.logs, isWhole])
  const now = {
    at: isTimed ? vault.timestamp : vault.blockNumber,
    price: state.price,
    collateralizationP: state.collateralizationP,
  }
  // The newest point comes with each block; what was before is gone through once.
  const thin = useMemo(() => {
    const line = (pick: 'price' | 'collateralizationP') =>
      thinned(
        moments.map((moment) => ({ x: moment.at, y: moment[pick] })),
        COLUMNS,
      )
    return { price: line('price'), collateralizationP: line('collateralizationP') }
  }, [moments])
  const isTold = (moments.at(-1)?.at ?? -1n) >= now.at
  const pointsOf = (pick: 'price' | 'collateralizationP') =>
    isTold || moments.length === 0 ? thin[pick] : [...thin[pick], { x: now.at, y: now[pick] }]
  const x = isTimed ? {} : { xLabel: 'Block', formatX: (block: bigint) => `Block ${block}` }
  return (
    <HistoryFrame history={history}>
      <StepChart
        title="Price of one mUSDT"
        lines={[
          {
            label: 'Price',
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
        title="Collateral ratio"
        lines={[
          {
            label: 'Ratio',
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
