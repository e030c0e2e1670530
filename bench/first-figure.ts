/**
 * `npx jiti bench/first-figure.ts [runs]`: when the first figure of `#/stake` stands on a slow phone (slow 4G: 1.6 Mbit/s
 * and 150 ms; CPU 4x), beside a bare React page in the same run, and how many rounds to the node it took. The node
 * compresses its answers, as public ones do. Needs `npm run build`. Quotes ratios of medians: milliseconds are this machine's.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { chromium, type Browser, type BrowserContext } from '@playwright/test'
import { build } from 'vite'
import { findBrowser } from '../.ci/browser.mjs'
import { buildContracts } from '../devnet/artifacts'
import { appConfig } from '../devnet/deploy'
import { playScenario } from '../devnet/scenario'
import { serve } from '../devnet/serve'
import { startSeededChain } from '../e2e/fixtures/seeded-chain'
import { packAnswersOf } from './packing-node'

const runs = parseInt(process.argv[2] ?? '5', 10)
const slow4g = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const cpuSlowdown = 4

type Visit = { readonly figureMs: number; readonly rounds: number }

buildContracts()
await playScenario()
const chain = await startSeededChain()
const node = await packAnswersOf(chain.rpcUrl)
const config = appConfig(chain.addresses, node.url, 12)
const bare = await buildBare()
const sites = { bare: await serve({ dir: bare, config }), ballast: await serve({ dir: 'dist', config }) }
const executablePath = await findBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

try {
  const visits = { bare: [] as Visit[], first: [] as Visit[], again: [] as Visit[] }
  for (let run = 0; run < runs; run += 1) {
    visits.bare.push(await inFresh(browser, (context) => visit(context, sites.bare.url)))
    await inFresh(browser, async (context) => {
      visits.first.push(await visit(context, `${sites.ballast.url}#/stake`))
      visits.again.push(await visit(context, `${sites.ballast.url}#/stake`))
    })
  }
  const bareMs = median(visits.bare.map(({ figureMs }) => figureMs))
  for (const [name, seen] of Object.entries(visits)) {
    const ms = median(seen.map(({ figureMs }) => figureMs))
    const rounds = median(seen.map((one) => one.rounds))
    console.log(
      `${name.padEnd(8)} ${ms.toFixed(0).padStart(6)} ms  ${(ms / bareMs).toFixed(2)} x bare  ${rounds} rounds to the node`,
    )
  }
} finally {
  await browser.close()
  await Promise.all([sites.bare.stop(), sites.ballast.stop(), node.stop(), chain.stop()])
  await rm(bare, { recursive: true })
}

/** One visit from navigation to the first text with an amount in it. */
async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.emulateNetworkConditions', slow4g)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
  const questions: { from: number; to: number }[] = []
  page.on('request', (request) => {
    if (request.method() !== 'POST') return
    const question = { from: performance.now(), to: Infinity }
    questions.push(question)
    // One that the page left unanswered ends never.
    const answered = request.response().then((response) => response?.finished())
    answered.then(() => (question.to = performance.now())).catch(() => undefined)
  })
  await page.addInitScript(() => {
    const isFigure = () => /\d (USDT|BTC|MSTR)\b|\d%/.test(document.getElementById('root')?.textContent ?? '')
    const watch = new MutationObserver(() => {
      if (!isFigure()) return
      watch.disconnect()
      requestAnimationFrame(() => performance.mark('figure'))
    })
    watch.observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => performance.getEntriesByName('figure').length > 0)
  const stoodAt = performance.now()
  const figureMs = await page.evaluate(() => performance.getEntriesByName('figure')[0]?.startTime ?? NaN)
  const rounds = roundsOf(questions.filter(({ to }) => to <= stoodAt))
  // A person stays longer than that: what the next visit begins with is kept some seconds later.
  await page.waitForTimeout(5_000)
  await page.close()
  return { figureMs, rounds }
}

/** How many requests had to wait for the one before: the longest chain of those that do not overlap. */
function roundsOf(questions: readonly { from: number; to: number }[]): number {
  let [rounds, until] = [0, -Infinity]
  for (const { from, to } of questions.toSorted((a, b) => a.to - b.to)) {
    if (from < until) continue
    rounds += 1
    until = to
  }
  return rounds
}

async function inFresh<T>(where: Browser, act: (context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await where.newContext({ viewport: { width: 390, height: 844 } })
  try {
    return await act(context)
  } finally {
    await context.close()
  }
}

/** The least a React page can be: its figure stands as soon as the library does. */
async function buildBare(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'bare-'))
  await writeFile(
    join(root, 'index.html'),
    '<!doctype html><div id="root"></div><script type="module" src="./main.js"></script>',
  )
  const library = (name: string) => JSON.stringify(import.meta.resolve(name).replace('file://', ''))
  await writeFile(
    join(root, 'main.js'),
    `import { createElement } from ${library('react')}
import { createRoot } from ${library('react-dom/client')}
createRoot(document.getElementById('root')).render(createElement('p', null, '1,000 USDT'))`,
  )
  await build({ root, base: './', configFile: false, logLevel: 'error' })
  return join(root, 'dist')
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}
