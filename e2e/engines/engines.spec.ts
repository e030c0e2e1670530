import { type Address } from 'viem'
import { findEngines } from '../../.ci/engines.mjs'
import { usdt, type Chain } from '../fixtures/chain'
import { demo, person } from '../fixtures/people'
import { expect, test } from '../fixtures/test'
import { pages } from '../systems'
import { Series, setBtcPrice, tenBtcTerms } from '../systems/backstop/series'
import { Driver } from './driver'
import { Hand } from './hand'
import { serveWithWallet } from './site'

const name = 'Series Engines'
const buyer = person('Carol')

/** What a page has done that no page may do. */
const problems = (driver: Driver) => driver.run(() => (window as unknown as { seen: string[] }).seen)

/** The part of the review that scrolls: how high it is, how high its content, and the window. */
const reviewHeights = (driver: Driver) =>
  driver.run(() => {
    const { clientHeight = 0, scrollHeight = 0 } = document.querySelector('dialog[open] > header + div') ?? {}
    return { clientHeight, scrollHeight, window: innerHeight }
  })

// One that is not on this machine is said in the closing lines of `npm test`.
for (const engine of findEngines())
  test.describe(engine.name, () => {
    const begin = async (config: Parameters<typeof serveWithWallet>[0], chain: Chain, account: Address) => {
      await chain.rpc('anvil_impersonateAccount', [account])
      const site = await serveWithWallet(config, config.networks[0]?.rpcUrls[0] ?? '', account)
      const driver = await Driver.start(engine)
      const hand = new Hand(driver)
      const stop = async () => {
        driver.stop()
        await site.stop()
      }
      return { site, driver, hand, stop }
    }

    test(`${engine.name}: connect, stake, withdraw`, async ({ chain, config }) => {
      test.setTimeout(240_000)
      const alice = person('Alice')
      await chain.fund(alice, usdt(1_000_000))
      await chain.fund(buyer, usdt(500_000))
      await setBtcPrice(chain, 100_000n)
      const series = await Series.create(chain, { ...tenBtcTerms(await chain.now(), name), warrantBps: 0 })
      const { site, driver, hand, stop } = await begin(config, chain, alice.address)
      try {
        await driver.open(`${site.url}#/stake`)
        await hand.press('Connect wallet')
        await hand.press('Test Wallet')
        await hand.press(name, { isPart: true })
        await hand.type('Amount', '700000', `Stake in ${name}`)
        await hand.press('Stake', { within: `Stake in ${name}` })

        await hand.sees('Rehearsed')
        const { clientHeight, scrollHeight, window } = await reviewHeights(driver)
        expect(clientHeight).toBeGreaterThanOrEqual(Math.min(scrollHeight, window / 2))

        await hand.press('Approve 700,000 USDT')
        await hand.press(`Stake 700,000 USDT in ${name}`)
        await hand.sees('Done. The chain has it.')
        await hand.press('Done')
        expect((await series.position(alice)).shares).toBe(usdt(700_000))

        await chain.moveTo(series.terms.saleOpen)
        await series.subscribe(buyer, usdt(500_000))
        await chain.moveTo(series.terms.saleClose)
        await series.finalizeSale()
        await driver.open(`${site.url}#/withdraw`)
        await hand.press('Max', { within: name })
        await hand.press('Withdraw', { within: name })
        await hand.press(`Withdraw 200,000 USDT from ${name}`)
        await hand.sees('Done. The chain has it.')
        await hand.press('Done')
        expect((await series.position(alice)).withdrawnUsdt).toBe(usdt(200_000))
        expect(await problems(driver)).toEqual([])
      } finally {
        await stop()
      }
    })

    test(`${engine.name}: every page`, async ({ chain, config }) => {
      test.setTimeout(240_000)
      const { site, driver, hand, stop } = await begin(config, chain, demo().address)
      try {
        await driver.open(`${site.url}#/stake`)
        await hand.press('Connect wallet')
        await hand.press('Test Wallet')
        for (const { path, heading } of pages) {
          await driver.open(site.url + path)
          const title = () => driver.run(() => document.querySelector('h1')?.innerText)
          await expect.poll(title, path).toBe(heading)
          await hand.waitsWhileSeeing('Reading the chain')
          const looks = await driver.run(() => ({
            text: document.body.innerText,
            overflow: document.documentElement.scrollWidth - innerWidth,
          }))
          expect.soft(looks.text, path).not.toMatch(/stopped working|Unavailable/)
          expect.soft(looks.overflow, path).toBeLessThanOrEqual(0)
          expect.soft(await problems(driver), path).toEqual([])
        }

        const sizing = () =>
          driver.run(() => [...document.querySelectorAll('h2')].some((title) => title.innerText === 'Sizing'))
        await driver.open(`${site.url}#/stake`)
        await expect.poll(sizing).toBe(true)
        // No further than the page goes before the account is back.
        await driver.run(() => window.scrollTo(0, 120))
        await expect.poll(() => driver.run(() => sessionStorage.getItem('ballast.scroll'))).toContain('120')
        await driver.run(() => {
          document.title = 'Before the reload'
          location.reload()
        })
        await expect.poll(() => driver.run(() => document.title)).not.toBe('Before the reload')
        const height = () => driver.run(() => Math.round(window.scrollY))
        await expect.poll(height, 'after a reload').toBe(120)
      } finally {
        await stop()
      }
    })
  })
