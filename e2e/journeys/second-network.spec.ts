import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { erc20Abi, numberToHex, parseEther } from 'viem'
import { tetherUsdAbi } from '../../abis/TetherUSD'
import { runDeploy } from '../../contracts/deploy/run'
import { startReadyChain } from '../../contracts/deploy/testing/ready-chain'
import { operator } from '../../devnet/accounts'
import { readContract, sendContract } from '../../devnet/contract'
import { serve } from '../../devnet/serve'
import { person } from '../fixtures/people'
import { review, sign } from '../fixtures/screen'
import { expect, test } from '../fixtures/test'
import { TestWallet } from '../fixtures/wallet'

const people = { governance: person('Governor').address, guardian: person('Guardian').address }

test('what is deployed on another chain is used from the same build, by one choice (20 §2)', async ({
  page,
  context,
  config,
  guard,
}) => {
  const second = await startReadyChain({ chainId: 4242, people })
  const folder = mkdtempSync(join(tmpdir(), 'ballast-second-'))
  const configFile = join(folder, 'config.json')
  // The site is about its first network already.
  writeFileSync(configFile, JSON.stringify(config))
  const { musdt } = second.parameters.systems
  // Two names of one node: with a single one every transaction says that nobody else has confirmed it.
  const rpcUrls = [second.rpcUrl, second.rpcUrl.replace('127.0.0.1', 'localhost')]
  const network = { ...second.parameters.network, rpcUrls }
  await runDeploy(
    {
      parameters: { ...second.parameters, network, systems: musdt ? { musdt } : {} },
      rpcUrl: second.rpcUrl,
      account: second.deployer,
      isSent: true,
      recordFile: join(folder, 'record.json'),
      configFile,
    },
    () => undefined,
  )
  const both = JSON.parse(readFileSync(configFile, 'utf8')) as typeof config
  const site = await serve({ dir: 'dist', config: both })
  guard.trust(site.url)
  for (const url of rpcUrls) guard.trust(url)

  const alice = person('Alice')
  const { usdt } = second.parameters.shared
  const { vault = usdt } = both.networks[1]?.contracts['musdt'] ?? {}
  await second.rpc('anvil_setBalance', [alice.address, numberToHex(parseEther('1'))])
  const faucet = {
    address: usdt,
    abi: tetherUsdAbi,
    functionName: 'faucet',
    args: [alice.address, 1_000_000_000n],
  }
  await sendContract(second.rpc, operator, faucet)
  const wallet = await TestWallet.install(context, second.rpcUrl, 4242, alice)

  await page.goto(`${site.url}#/settings`)
  const choice = page.getByRole('region', { name: 'Network', exact: true })
  await expect(choice).toContainText('This page is about Devnet (chain 31337).')
  await choice.getByRole('link', { name: 'Second chain' }).click()
  await expect(choice).toContainText('This page is about Second chain (chain 4242).')
  expect(new URL(page.url()).search).toBe('?chain=4242')

  // Every link on the page keeps it.
  await wallet.rememberPage()
  await page.getByRole('link', { name: 'mUSDT', exact: true }).first().click()
  await page.reload()
  await expect(page.getByRole('button', { name: `Account ${alice.address}` })).toBeVisible()
  // Nobody has minted here yet: a day before the first one is no date.
  await expect(page.getByRole('main')).not.toContainText('1970')
  await page.getByRole('textbox', { name: 'Amount' }).fill('250')
  await page.getByRole('button', { name: 'Mint', exact: true }).click()
  const title = 'Mint mUSDT with 250 USDT'
  await expect(review(page, title)).toContainText('PBL')
  await sign(page, title, ['Approve 250 USDT', title])
  const balance = () =>
    readContract(second.rpc, {
      address: vault,
      abi: erc20Abi,
      functionName: 'balanceOf',
      args: [alice.address],
    })
  await expect.poll(balance).toBe(250_000_000n)

  // Where the wallet is one of ours, the other network's page leads there; a network that nobody has is not guessed.
  await page.goto(`${site.url}#/musdt`)
  await expect(page.getByRole('link', { name: 'Show Second chain here instead' })).toBeVisible()
  await page.goto(`${site.url}?chain=5#/musdt`)
  await expect(page.getByRole('heading', { name: /a network that this site does not have/ })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Second chain (chain 4242)' })).toBeVisible()

  await page.goto('about:blank')
  await site.stop()
  await second.stop()
  rmSync(folder, { recursive: true })
})
