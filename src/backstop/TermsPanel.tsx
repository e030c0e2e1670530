import type { ReactNode } from 'react'

import { displayBps } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { Panel } from '../ui/Panel'
import { Table } from '../ui/Table'
import type { Series, Terms } from './snapshot'
import { makeWholeOrder, payoutSymbol, usdt } from './words'

type Term = { readonly name: string; readonly value: ReactNode; readonly meaning: string }

function termsOf(terms: Terms): readonly Term[] {
  const upfrontAsset = payoutSymbol(terms.upfrontAsset)
  const window = (from: bigint, to: bigint) => (
    <>
      {displayDateTime(from)} to {displayDateTime(to)}
    </>
  )
  return [
    {
      name: 'Minimum sale',
      value: usdt(terms.minSaleUsdt),
      meaning: 'If the stake covers less, the series is cancelled and everyone is paid back.',
    },
    {
      name: 'Maximum sale cap',
      value: usdt(terms.maxSaleUsdt),
      meaning: 'Never sold beyond, whatever is staked.',
    },
    {
      name: 'Coverage',
      value: displayBps(BigInt(terms.coverageBps)),
      meaning: 'USDT staked per USDT of principal.',
    },
    {
      name: 'Staking',
      value: window(terms.stakingOpen, terms.stakingClose),
      meaning: 'Leave one to one until it closes.',
    },
    { name: 'Sale', value: window(terms.saleOpen, terms.saleClose), meaning: 'Notes are sold at par.' },
    {
      name: 'Maturity',
      value: displayDateTime(terms.maturity),
      meaning: `${displayDuration(terms.maturity - terms.saleClose)} after the sale closes.`,
    },
    {
      name: 'Upfront share',
      value: `${displayBps(BigInt(terms.upfrontBps))} in ${upfrontAsset}`,
      meaning:
        upfrontAsset === 'USDT'
          ? 'Of the proceeds, paid when the sale is finalized.'
          : `Of the proceeds, at the 24 h average price of ${upfrontAsset} when the sale closes.`,
    },
    {
      name: 'Warrant airdrop',
      value: displayBps(BigInt(terms.warrantBps)),
      meaning: `Of the principal sold, in warrants of ${usdt(terms.warrantParUsdt)} par; strike ${usdt(terms.strikeUsdt)} per MSTR.`,
    },
    {
      name: 'Reserved MSTR',
      value: `${usdt(terms.reserveUsdt)} worth`,
      meaning:
        'Minted at the 24 h average price (TWAP) when the sale closes, held for stakers until maturity.',
    },
    {
      name: 'Make-whole source',
      value: makeWholeOrder(terms.makeWholeOrder),
      meaning: 'Pays BTC if the reserved MSTR is worth less than the compensation.',
    },
    {
      name: 'Compensation',
      value: displayBps(BigInt(terms.compensationBps)),
      meaning: 'Of the staked USDT used at maturity, in MSTR first, then BTC.',
    },
    {
      name: 'Note conversion',
      value: `${usdt(terms.conversionUsdt)} per MSTR`,
      meaning: 'A converted Note releases stake.',
    },
  ]
}

/** All key parameters of a series, fixed at creation. rules.md B1 */
export function TermsPanel({ series }: { series: Series }) {
  return (
    <Panel title="Terms" lead="Fixed when the series was created; nobody can change them.">
      <Table
        caption={`Terms of ${series.name}`}
        isCaptionHidden
        rows={termsOf(series.terms)}
        getKey={({ name }) => name}
        columns={[
          { header: 'Parameter', cell: ({ name }) => name, isRowHeader: true },
          {
            header: 'Value',
            cell: ({ value, meaning }) => (
              <>
                <span className="font-medium">{value}</span>
                <span className="block text-xs text-muted">{meaning}</span>
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
