/**
 * `npm run bench`: what the first view of `#/stake` costs before anybody connects, from the production build in `dist`:
 * scripts after gzip, requests, and JSON-RPC requests per block. Prints figures beside their budgets.
 */
import { chromium } from '@playwright/test'
import { findBrowser } from '../.ci/browser.mjs'
import { startAnvil } from '../devnet/anvil'
import { buildContracts } from '../devnet/artifacts'
import { appConfig, deploy } from '../devnet/deploy'
import { connect } from '../devnet/rpc'
import { SCENARIO_SECONDS, seed } from '../devnet/seed'
import { serve } from '../devnet/serve'
import { budget, measureFirstLoad, measurePerBlock } from './measure-first-load'

const blocks = 5

buildContracts()
const endTime = Math.floor(Date.now() / 1000)
const anvil = await startAnvil({ timestamp: endTime - SCENARIO_SECONDS })
const addresses = await deploy(anvil.rpcUrl)
await seed({ rpcUrl: anvil.rpcUrl, addresses, endTime })
const site = await serve({ dir: 'dist', config: appConfig(addresses, anvil.rpcUrl, 12) })
const executablePath = await findBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

try {
  const page = await browser.newPage()
  const load = await measureFirstLoad(page, site.url)
  for (const { name, bytes } of load.scripts.toSorted((a, b) => b.bytes - a.bytes))
    print(name, bytes, 'bytes gzip')
  print('JavaScript in all', load.scriptBytes, `bytes gzip (budget ${budget.scriptBytes})`)
  print(
    'requests to the site',
    load.requests.length,
    `(budget ${budget.requests}): ${load.requests.join(' ')}`,
  )
  print('JSON-RPC requests until settled', load.rpcMethods.length, load.rpcMethods.join(' '))

  const rpc = connect(anvil.rpcUrl)
  const perBlock = await measurePerBlock(page, site.url, () => rpc('evm_mine'), blocks)
  for (const [method, count] of Object.entries(perBlock)) print(`${method} in ${blocks} blocks`, count, '')
} finally {
  await browser.close()
  await site.stop()
  await anvil.stop()
}

function print(what: string, figure: number, note: string) {
  console.log(`${what.padEnd(48)} ${figure.toLocaleString('en').padStart(9)} ${note}`)
}
