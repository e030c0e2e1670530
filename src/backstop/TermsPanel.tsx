import type { ReactNode } from 'react'

import { displayBps } from '../math/amount'
import { displayDateTime, displayDuration } from '../math/time'
import { classes } from '../ui/classes'
import { Panel } from '../ui/Panel'
import { tableRoles } from '../ui/table-roles'
import { Term } from '../ui/Term'
import type { Series, Terms } from './snapshot'
import { usdt } from '../math/tether'
import { makeWholeOrder, payoutSymbol } from './enums'
import { terms as words } from './terms'
import { rich } from '../words/rich'
import { t } from '../words/t'

type OneTerm = { readonly name: string; readonly value: ReactNode; readonly meaning: ReactNode }

function termsOf(terms: Terms): readonly OneTerm[] {
  const upfrontAsset = payoutSymbol(terms.upfrontAsset)
  const window = (from: bigint, to: bigint) => <>{t`${displayDateTime(from)} to ${displayDateTime(to)}`}</>
  return [
    {
      name: t`Minimum sale`,
      value: usdt(terms.minSaleUsdt),
      meaning: t`If the stake covers less, the series is cancelled and everyone is paid back.`,
    },
    {
      name: t`Maximum sale cap`,
      value: usdt(terms.maxSaleUsdt),
      meaning: t`Never sold beyond, whatever is staked.`,
    },
    {
      name: t`Coverage`,
      value: displayBps(BigInt(terms.coverageBps)),
      meaning: t`USDT staked per USDT of principal.`,
    },
    {
      name: t`Staking`,
      value: window(terms.stakingOpen, terms.stakingClose),
      meaning: t`Leave one to one until it closes.`,
    },
    {
      name: t`Sale`,
      value: window(terms.saleOpen, terms.saleClose),
      meaning: <>{rich`${(<Term of={words.note}>{t`Notes`}</Term>)} are sold at par.`}</>,
    },
    {
      name: t`Maturity`,
      value: displayDateTime(terms.maturity),
      meaning: (
        <>
          {rich`${displayDuration(terms.maturity - terms.saleClose)} after the sale closes: the ${(<Term of={words.tenor}>{t`tenor`}</Term>)}.`}
        </>
      ),
    },
    {
      name: t`Upfront share`,
      value: t`${displayBps(BigInt(terms.upfrontBps))} in ${upfrontAsset}`,
      meaning:
        upfrontAsset === 'USDT'
          ? t`Of the proceeds, paid when the sale is finalized.`
          : t`Of the proceeds, at the average price of ${upfrontAsset} when the sale closes.`,
    },
    {
      name: t`Warrant airdrop`,
      value: displayBps(BigInt(terms.warrantBps)),
      meaning: t`Of the principal sold, in warrants of ${usdt(terms.warrantParUsdt)} par; strike ${usdt(terms.strikeUsdt)} per MSTR.`,
    },
    {
      name: t`Reserved MSTR`,
      value: t`${usdt(terms.reserveUsdt)} worth`,
      meaning: t`Minted at the average price of MSTR when the sale closes, held for stakers until maturity.`,
    },
    {
      name: t`Average prices`,
      value: t`Over ${displayDuration(BigInt(terms.twapWindow))}`,
      meaning: t`Time-weighted (TWAP), out of the price feed’s own answers.`,
    },
    {
      name: t`Make-whole source`,
      value: makeWholeOrder(terms.makeWholeOrder),
      meaning: t`Pays BTC if the reserved MSTR is worth less than the compensation.`,
    },
    {
      name: t`Compensation`,
      value: displayBps(BigInt(terms.compensationBps)),
      meaning: t`Of the staked USDT used at maturity, in MSTR first, then BTC.`,
    },
    {
      name: t`Note conversion`,
      value: t`${usdt(terms.conversionUsdt)} per MSTR`,
      meaning: t`A converted Note releases stake.`,
    },
  ]
}

/** All key parameters of a series, fixed at creation. rules.md B1 */
export function TermsPanel({ series, isWide = false }: { series: Series; isWide?: boolean }) {
  return (
    <Panel title={t`Terms`} lead={t`Fixed when the series was created; nobody can change them.`}>
      <table {...tableRoles.table} className="-my-2 block w-full text-sm">
        <caption className="sr-only">{t`Terms of ${series.name}`}</caption>
        <thead {...tableRoles.group} className="sr-only">
          <tr {...tableRoles.row}>
            <th {...tableRoles.columnHeader} scope="col">
              {t`Parameter`}
            </th>
            <th {...tableRoles.columnHeader} scope="col">
              {t`Value`}
            </th>
            <th {...tableRoles.columnHeader} scope="col">
              {t`Meaning`}
            </th>
          </tr>
        </thead>
        <tbody
          {...tableRoles.group}
          className={classes(
            'grid gap-x-8 *:border-t *:first:border-t-0',
            isWide && 'lg:grid-cols-2 lg:*:nth-2:border-t-0',
          )}
        >
          {termsOf(series.terms).map(({ name, value, meaning }) => (
            <tr
              {...tableRoles.row}
              key={name}
              className="grid grid-cols-[auto_1fr] content-start gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]"
            >
              <th
                {...tableRoles.rowHeader}
                scope="row"
                className="text-start font-normal text-muted sm:row-span-2"
              >
                {name}
              </th>
              <td {...tableRoles.cell} className="text-end font-medium sm:text-start">
                {value}
              </td>
              <td {...tableRoles.cell} className="col-span-2 text-xs text-muted sm:col-span-1">
                {meaning}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
