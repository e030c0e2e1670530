import { useState } from 'react'
import type { Abi, Address } from 'viem'

import { backstopPoolAbi } from '../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../abis/BackstopSeries'
import { useClient } from '../chain/network'
import { reasonOf } from '../chain/reason'
import { displayDateTime } from '../math/time'
import { Button } from '../ui/Button'
import { inTime } from '../ui/chunk'
import { ErrorState } from '../ui/ErrorState'
import { Stat, StatGrid } from '../ui/Stat'
import type { Position, Series, SeriesState } from './snapshot'
import { usdt } from '../math/tether'
import { payoutSymbol } from './enums'
import { payout } from './format'

type MaturityRehearsalProps = { series: Series; account: Address; state: SeriesState }

type Answer =
  | { readonly status: 'asking' }
  | {
      readonly status: 'said'
      readonly said: Position
      readonly at: bigint
      readonly blockNumber: bigint | undefined
    }
  | { readonly status: 'failed'; readonly reason: string }

/** The contract's own answer for the maturity date: settle, then what is claimable, in a block that never happens. */
export function MaturityRehearsal({ series, account, state }: MaturityRehearsalProps) {
  const client = useClient()
  const [answer, setAnswer] = useState<Answer>()
  const { terms, addresses } = series
  const ask = () => {
    setAnswer({ status: 'asking' })
    askContract().catch((error: unknown) =>
      setAnswer({ status: 'failed', reason: `It could not be asked: ${reasonOf(error)}` }),
    )
  }
  const askContract = async () => {
    const { simulateCalls } = await inTime(import('../tx/rehearse/simulate'))
    const settled = {
      address: addresses.series,
      label: series.name,
      abi: backstopSeriesAbi as Abi,
      functionName: 'settle',
      args: [],
    }
    const claimable = {
      address: addresses.pool,
      label: 'Backstop pool',
      abi: backstopPoolAbi as Abi,
      functionName: 'position',
      args: [account],
    }
    const isDue = state.phase === 4
    const answered = await simulateCalls(client, {
      account,
      system: 'backstop',
      calls: [settled, claimable],
      ...(isDue ? {} : { atSeconds: terms.maturity }),
    })
    if (!answered.isSupported) {
      setAnswer({ status: 'failed', reason: answered.reason.detail })
      return
    }
    for (const result of answered.results)
      if (!result.isOk) {
        setAnswer({ status: 'failed', reason: result.error.detail })
        return
      }
    const last = answered.results[1]
    if (last?.isOk)
      setAnswer({ status: 'said', said: last.value as Position, at: terms.maturity, blockNumber: undefined })
  }
  return (
    <section
      aria-label={`What the contract says for maturity, ${series.name}`}
      className="grid gap-3 border-t pt-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <h3 className="font-semibold">What the contract itself says for maturity</h3>
          <p className="text-xs text-muted">
            Settling rehearsed at {displayDateTime(terms.maturity)}, if nothing else happens until then. What
            makes up for stake used, in MSTR and BTC, is fixed afterwards, at the prices of maturity, which
            nobody knows yet.
          </p>
        </div>
        <Button aria-disabled={answer?.status === 'asking'} onClick={ask}>
          {answer?.status === 'asking' ? 'Asking…' : 'Ask the contract'}
        </Button>
      </div>
      <div aria-live="polite">
        {answer?.status === 'failed' && (
          <ErrorState title="The contract could not be asked" reason={answer.reason} />
        )}
        {answer?.status === 'said' && (
          <SaidStats said={answer.said} symbol={payoutSymbol(terms.upfrontAsset)} />
        )}
      </div>
    </section>
  )
}

function SaidStats({ said, symbol }: { said: Position; symbol: ReturnType<typeof payoutSymbol> }) {
  const { claimableUsdt, upfrontClaimable, warrants, hasClaimedWarrants } = said
  return (
    <StatGrid>
      <Stat label="USDT">{usdt(claimableUsdt)}</Stat>
      <Stat label="Unclaimed before">
        {payout(upfrontClaimable, symbol)}
        {warrants > 0n && !hasClaimedWarrants && ' and 1 Warrant'}
      </Stat>
    </StatGrid>
  )
}
