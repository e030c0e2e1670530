import { expect, type Page } from '@playwright/test'
import { erc20Abi } from 'viem'
import { backstopPoolAbi } from '../../../abis/BackstopPool'
import { backstopSeriesAbi } from '../../../abis/BackstopSeries'
import { keeper } from '../../../devnet/accounts'
import type { Action, Scene } from '../../fixtures/actions'
import { usdt, type Chain } from '../../fixtures/chain'
import { person, type Person } from '../../fixtures/people'
import { chooseSeries, expectFigure, openSeries, row } from '../../fixtures/screen'
import { Series, setBtcPrice, tenBtcTerms } from './series'

const name = 'Series Faults'
const buyer = person('Carol')

/** A series, and what a person has done in it. */
type SeriesScene = Scene & { readonly series: Series }

/** Stakes 700,000, sells Notes of 500,000, closes the sale: 200,000 is free, and 0.5 BTC upfront. */
export async function soldSeries(chain: Chain, who: Person, called = name, warrantBps = 0): Promise<Series> {
  await chain.fund(buyer, usdt(500_000))
  await setBtcPrice(chain, 100_000n)
  const series = await Series.create(chain, { ...tenBtcTerms(await chain.now(), called), warrantBps })
  await series.stake(who, usdt(700_000))
  await chain.moveTo(series.terms.saleOpen)
  await series.subscribe(buyer, usdt(500_000))
  await chain.moveTo(series.terms.saleClose)
  await series.finalizeSale()
  return series
}

const panelOf = (page: Page) => page.getByRole('region', { name, exact: true })
const pool = ({ addresses }: Series) => ({ address: addresses.pool, abi: backstopPoolAbi })

export const stake: Action<SeriesScene> = {
  title: `Stake 250 USDT in ${name}`,
  steps: ['Approve 250 USDT', `Stake 250 USDT in ${name}`],
  prepare: async ({ chain }) => {
    const series = await Series.create(chain, tenBtcTerms(await chain.now(), name))
    return {
      series,
      moved: async (who) => (await series.position(who)).shares,
      call: () => ({ ...pool(series), functionName: 'stake', args: [usdt(250), usdt(250)] }),
      obstacle: () => ({
        from: keeper,
        call: { address: series.addresses.series, abi: backstopSeriesAbi, functionName: 'pause' },
      }),
    }
  },
  hash: '#/stake',
  show: (page) => chooseSeries(page, name),
  async begin(page) {
    const panel = page.getByRole('region', { name: `Stake in ${name}` })
    await panel.getByRole('textbox', { name: 'Amount' }).fill('250')
    await panel.getByRole('button', { name: 'Stake', exact: true }).click()
  },
  whole: usdt(250),
  expectShown: async (page, isDone) => {
    const sizing = page.getByRole('region', { name: 'Sizing' })
    await expectFigure(sizing, 'My share of the pool', isDone ? '100%' : '—')
  },
  refusal: {
    says: 'The series is paused for new stakes.',
    isDone: false,
  },
  feeSays: 'The USDT transfer fee may have changed.',
}

export const withdraw: Action<SeriesScene> = {
  title: `Withdraw 200,000 USDT from ${name}`,
  steps: [`Withdraw 200,000 USDT from ${name}`],
  prepare: async ({ chain, wallet }) => {
    const series = await soldSeries(chain, wallet.person)
    const call = ({ address }: Person) => ({
      ...pool(series),
      functionName: 'withdraw',
      args: [usdt(200_000), address],
    })
    return {
      series,
      moved: async (who) => (await series.position(who)).withdrawnUsdt,
      call,
      obstacle: (who) => ({ from: who.address, call: call(who) }),
    }
  },
  hash: '#/withdraw',
  show: async (page) => {
    await openSeries(page, name)
  },
  begin: async (page) => {
    await panelOf(page).getByRole('button', { name: 'Max', exact: true }).click()
    await panelOf(page).getByRole('button', { name: 'Withdraw', exact: true }).click()
  },
  whole: usdt(200_000),
  expectShown: (page, isDone) => expectFigure(panelOf(page), 'Withdrawn', isDone ? '200,000 USDT' : '0 USDT'),
  refusal: {
    says: '200,000 USDT was asked for, and 0 USDT can be withdrawn now.',
    isDone: true,
  },
  feeSays: 'Your USDT would change by +199,951, and +200,000 is expected.',
}

export const claim: Action<SeriesScene> = {
  title: `Claim from ${name}`,
  steps: [`Claim from ${name}`],
  prepare: async ({ chain, wallet }) => {
    const series = await soldSeries(chain, wallet.person)
    const call = ({ address }: Person) => ({ ...pool(series), functionName: 'claim', args: [address] })
    return {
      series,
      moved: ({ address }) =>
        chain.read.readContract({
          address: chain.addresses.backstop.btc,
          abi: erc20Abi,
          functionName: 'balanceOf',
          args: [address],
        }),
      call,
      obstacle: (who) => ({ from: who.address, call: call(who) }),
    }
  },
  hash: '#/claims',
  show: async (page) => {
    await openSeries(page, name)
  },
  begin: (page) => panelOf(page).getByRole('button', { name: 'Claim', exact: true }).click(),
  whole: 50_000_000n,
  expectShown: (page, isDone) =>
    expect(row(panelOf(page), 'Upfront share').getByRole('cell').nth(1)).toHaveAccessibleName(
      isDone ? '0.5 BTC' : '0 BTC',
    ),
  refusal: { says: 'There is nothing to claim right now.', isDone: true },
  feeSays: 'Your USDT would change by +199,951, and +200,000 is expected.',
}
