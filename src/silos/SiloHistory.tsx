import { useMemo } from 'react'

import { siloReserveAbi } from '../../abis/SiloReserve'
import { useHistory } from '../chain/history'
import { useNetwork } from '../chain/network'
import { amountText } from '../math/amount'
import { conditionsOf, type SiloState } from '../math/silos-state'
import { displayDateTime } from '../math/time'
import { HistoryFrame } from '../system/HistoryState'
import { StepChart } from '../ui/StepChart'
import { momentOf, siloHistory } from './silo-history'
import { usdtzUnit, type Silos } from './snapshot'
import { t } from '../words/t'

const events = ['BooksChanged', 'Latched'] as const

/** The ratio and each silo over time, after each action and at the price it was judged by. */
export default function SiloHistory({ silos, state }: { silos: Silos; state: SiloState }) {
  const network = useNetwork()
  const { reserve } = silos.addresses
  const history = useHistory({
    name: 'silos.books',
    addresses: useMemo(() => [reserve], [reserve]),
    abi: siloReserveAbi,
    events,
    fromBlock: network.deploymentBlock,
  })
  const { isTimed, moments } = useMemo(
    () => siloHistory(history.logs.filter((log) => log.eventName === 'BooksChanged')),
    [history.logs],
  )
  const latched = history.logs.find((log) => log.eventName === 'Latched')
  const { low } = conditionsOf(state)
  const now = low === 0n ? undefined : momentOf(state.books, state.supply, low)
  const at = isTimed ? silos.timestamp : silos.blockNumber
  const isTold = (moments.at(-1)?.at ?? -1n) >= at
  const shown = now && !isTold && moments.length > 0 ? [...moments, { at, ...now }] : moments
  const x = isTimed ? {} : { xLabel: t`Block`, formatX: (block: bigint) => t`Block ${block}` }
  const line = (label: string, pick: (moment: (typeof shown)[number]) => bigint) => ({
    label,
    points: shown.map((moment) => ({ x: moment.at, y: pick(moment) })),
  })
  return (
    <HistoryFrame history={history}>
      {latched?.eventName === 'Latched' && (
        <p className="text-sm">
          {t`The base latch closed for good at a supply of ${amountText(latched.args.supply, usdtzUnit)}, ${
            latched.blockTimestamp === undefined
              ? t`in block ${latched.blockNumber}`
              : displayDateTime(latched.blockTimestamp)
          }`}
          .
        </p>
      )}
      <StepChart
        title={t`Reserve ratio`}
        lines={[line(t`All four silos`, ({ ratio }) => ratio)]}
        decimals={2}
        symbol="%"
        levels={[100n, 200n, 300n, 400n].map((percent) => ({ label: `${percent}%`, y: percent * 100n }))}
        {...x}
      />
      <StepChart
        title={t`Base layer: how full Silos 1 and 2 are`}
        lines={[line(t`Silo 1`, ({ fills }) => fills[0]), line(t`Silo 2`, ({ fills }) => fills[1])]}
        decimals={2}
        symbol="%"
        {...x}
      />
      <StepChart
        title={t`Growth layer: how full Silos 3 and 4 are`}
        lines={[line(t`Silo 3`, ({ fills }) => fills[2]), line(t`Silo 4`, ({ fills }) => fills[3])]}
        decimals={2}
        symbol="%"
        {...x}
      />
      <p className="text-xs text-muted">
        {t`Between two actions the price of XTZ moves and nothing is told: the steps show what each action was judged by.`}
      </p>
    </HistoryFrame>
  )
}
