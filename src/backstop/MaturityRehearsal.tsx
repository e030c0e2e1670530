import type { Abi, Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { LaterRehearsal } from '../form/LaterRehearsal'
import { usdt } from '../math/tether'
import { displayDateTime } from '../math/time'
import { Stat, StatGrid } from '../ui/Stat'
import { payoutSymbol, phaseOf } from './enums'
import { payout } from './format'
import type { Position, Series, SeriesState } from './snapshot'
import { t } from '../words/t'

type MaturityRehearsalProps = { series: Series; account: Address; state: SeriesState }

/** The contract's own answer for the maturity date: settle, then what is claimable. */
export function MaturityRehearsal({ series, account, state }: MaturityRehearsalProps) {
  const { terms, addresses, name } = series
  const settled = {
    address: addresses.series,
    label: name,
    abi: backstopSeriesAbi as Abi,
    functionName: 'settle',
    args: [],
  }
  const claimable = {
    address: addresses.pool,
    label: t`Backstop pool`,
    abi: backstopPoolAbi as Abi,
    functionName: 'position',
    args: [account],
  }
  return (
    <section aria-label={t`What the contract says for maturity, ${name}`} className="border-t pt-4">
      <LaterRehearsal
        account={account}
        system="backstop"
        calls={[settled, claimable]}
        atSeconds={phaseOf(state) === 'Matured' ? undefined : terms.maturity}
        lead={
          <div>
            <h3 className="font-semibold">{t`What the contract itself says for maturity`}</h3>
            <p className="text-xs text-muted">{t`Settling rehearsed at ${displayDateTime(terms.maturity)}, if nothing else happens until then. What makes up for stake used, in MSTR and BTC, is fixed afterwards, at the prices of maturity, which nobody knows yet.`}</p>
          </div>
        }
      >
        {([, said]) => <SaidStats said={said as Position} symbol={payoutSymbol(terms.upfrontAsset)} />}
      </LaterRehearsal>
    </section>
  )
}

function SaidStats({ said, symbol }: { said: Position; symbol: ReturnType<typeof payoutSymbol> }) {
  const { claimableUsdt, upfrontClaimable, warrants, hasClaimedWarrants } = said
  return (
    <StatGrid>
      <Stat label="USDT">{usdt(claimableUsdt)}</Stat>
      <Stat label={t`Unclaimed before`}>
        {payout(upfrontClaimable, symbol)}
        {warrants > 0n && !hasClaimedWarrants && <span> {t`and 1 Warrant NFT`}</span>}
      </Stat>
    </StatGrid>
  )
}
