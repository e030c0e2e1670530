import { createHash } from 'node:crypto'
import AxeBuilder from '@axe-core/playwright'
import { keccak256 } from 'viem'
import { serve } from '../../devnet/serve'
import { otherwise } from '../fixtures/rpc-faults'
import { expect, test } from '../fixtures/test'

test('the site tells what it could check of itself, what differs, and what it could not', async ({
  page,
  config,
  chain,
  rpc,
  spareRpc,
  guard,
}) => {
  const [network] = config.networks
  if (!network) throw new Error('There is no network.')
  const { registry } = chain.addresses.backstop
  const code = (await chain.read.getCode({ address: registry })) ?? '0x'
  const told = {
    ...network,
    // A chain with a time that is meant, and slow enough for a slow machine.
    ...{ isDevnet: false, blockSeconds: 60 },
    codeHashes: { backstop: { registry: keccak256(code) } },
  }
  const site = await serve({ dir: 'dist', config: { networks: [told] } })
  guard.trust(site.url)
  await chain.mine()
  const shiftMs = Number(await chain.now()) * 1000 - Date.now()
  await page.addInitScript((shift) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + shift
  }, shiftMs)
  const line = (name: string) => page.getByRole('listitem', { name, exact: true })
  const nodes = line([rpc, spareRpc].map(({ url }) => new URL(url).host).join(' and '))

  await page.goto(`${site.url}#/settings`)
  await page.getByRole('link', { name: 'Check this site' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check this site' })).toBeVisible()
  const manifest = Buffer.from(await (await fetch(`${site.url}manifest.sha256`)).arrayBuffer())
  await expect(line('Files of this site')).toContainText('Agrees')
  await expect(line('Files of this site')).toContainText(createHash('sha256').update(manifest).digest('hex'))
  await expect(line('Code of the contracts')).toContainText(/Agrees.*1 contract has the code/)
  await expect(line('Code of the other contracts')).toContainText('Not checked')
  await expect(nodes).toContainText(
    /Agrees.*both gave the same answers, byte for byte, to [1-9]\d* questions/,
  )
  await expect(line('Clock of this device')).toContainText('Agrees')

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(({ id, nodes: found }) => `${id}: ${found.map(({ html }) => html).join()}`),
    ).toEqual([])
  }

  spareRpc.inject(otherwise)
  await page.evaluate(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 86_400_000
  })
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(nodes).toContainText(/Differs.*they say different things about Backstop/)
  await expect(line('Clock of this device')).toContainText(/Differs.*1 d.* old by this clock/)
  await expect(line('Files of this site')).toContainText('Agrees')
  await page.goto('about:blank')
  await site.stop()
})
