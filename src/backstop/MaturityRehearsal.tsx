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
import type { Series, SeriesState } from './snapshot'
import { usdt } from '../math/tether'
import { payoutSymbol } from './enums'
import { btc, mstr, payout } from './format'

type MaturityRehearsalProps = { series: Series; account: Address; state: SeriesState }

/** What `claim` returned in the rehearsal: USDT, upfront share, Warrant id, MSTR, BTC. */
type Said = readonly [bigint, bigint, bigint, bigint, bigint]

type Answer =
  | { readonly status: 'asking' }
  | {
      readonly status: 'said'
      readonly said: Said
      readonly at: bigint
      readonly blockNumber: bigint | undefined
    }
  | { readonly status: 'failed'; readonly reason: string }

/** The contract's own answer for the maturity date: settle, then claim, in a block that never happens. */
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
    const claimed = {
      address: addresses.pool,
      label: 'Backstop pool',
      abi: backstopPoolAbi as Abi,
      functionName: 'claim',
      args: [account],
    }
    const isDue = state.phase === 4
    const answered = await simulateCalls(client, {
      account,
      system: 'backstop',
      calls: [settled, claimed],
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
      setAnswer({ status: 'said', said: last.value as Said, at: terms.maturity, blockNumber: undefined })
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
            Settling and claiming rehearsed at {displayDateTime(terms.maturity)}, if nothing else happens
            until then.
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

function SaidStats({ said, symbol }: { said: Said; symbol: ReturnType<typeof payoutSymbol> }) {
  const [usdtAmount, upfront, warrantId, mstrAmount, btcAmount] = said
  return (
    <StatGrid>
      <Stat label="USDT">{usdt(usdtAmount)}</Stat>
      <Stat label="MSTR">{mstr(mstrAmount)}</Stat>
      <Stat label="BTC">{btc(btcAmount)}</Stat>
      <Stat label="Unclaimed before">
        {payout(upfront, symbol)}
        {warrantId > 0n && ' and 1 Warrant'}
      </Stat>
    </StatGrid>
  )
}
