import type { BrowserContext } from '@playwright/test'
import { decodeFunctionData, encodeFunctionData, zeroHash } from 'viem'
import { activityItem, begin, doneText, leaveActivity, openActivity } from '../fixtures/actions'
import { expect, test } from '../fixtures/mempool'
import { person } from '../fixtures/people'
import { connect } from '../fixtures/screen'
import { actionsUnder } from '../systems'

const mallory = person('Mallory').address

/** An entry as the journal keeps it, of an attack that has happened, is happening, or waits to be signed. */
const forged = (account: string, change: object) => ({
  id: 'forged',
  runId: 'forged',
  actIndex: 0,
  stepKind: 'act',
  planKind: 'backstop.none',
  planTitle: 'Move everything to safety',
  stepTitle: 'Move everything to safety',
  chainId: 31_337,
  account,
  to: mallory,
  data: '0xdeadbeef',
  value: '1000000000000000000',
  askedAtMs: 0,
  askedBlock: '0',
  effects: [],
  isContractAccount: false,
  status: 'included',
  hash: zeroHash,
  nonce: 0,
  blockNumber: '1',
  blockHash: zeroHash,
  hasEffect: true,
  isFinal: true,
  misses: 0,
  ...change,
})

const journalKey = (account: string) => `ballast.journal.1.31337.${account.toLowerCase()}`

async function store(context: BrowserContext, account: string, text: string): Promise<void> {
  await context.addInitScript(
    ([key, value]) => {
      if (key !== undefined && value !== undefined && localStorage.getItem(key) === null)
        localStorage.setItem(key, value)
    },
    [journalKey(account), text],
  )
}

const unreadable = 'The stored list of transactions could not be read and was left out.'
const brokenJournals = [
  ['hello', unreadable],
  ['{"version":1,"entries":[{"id":"a","ru', unreadable],
  ['{"version":1,"entries":{"0":null}}', unreadable],
  ['{"version":1,"entries":[null,7,{"id":"a"}]}', 'A stored transaction could not be read and was left out.'],
] as const

for (const [name, action] of actionsUnder('broken journal'))
  test(`a journal that is not JSON, half-written or of another shape is said and left out, and a ${name} is kept in a new one (F22)`, async ({
    page,
    chain,
    wallet,
  }) => {
    const { signUpToAct, pressAct, dialog, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    for (const [text, note] of brokenJournals) {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [
        journalKey(wallet.person.address),
        text,
      ] as const)
      await page.reload()
      await expect(await openActivity(page)).toContainText(note)
    }
    await leaveActivity(page, action)
    await action.begin(page)
    await pressAct()
    await expect(state).toHaveText(doneText)
    expect(await moved()).toBe(action.whole)
    await page.reload()
    await expect(activityItem(await openActivity(page), action.title)).toContainText('Included')
  })

for (const [name, action] of actionsUnder('hostile journal'))
  test(`a hostile journal changes no byte of a ${name} (F22, X8)`, async ({
    page,
    context,
    chain,
    wallet,
  }) => {
    const { address } = wallet.person
    const entries = [
      forged(address, {}),
      forged(address, { id: 'b', stepTitle: '<img src=x onerror=alert(1)>‮', note: 'x'.repeat(9_999) }),
      forged(address, { id: 'c', stepKind: 'approve', to: chain.addresses.shared.usdt, isFinal: false }),
      forged(address, { id: 'd', status: 'waiting', hash: undefined, nonce: 9_999_999, isFinal: false }),
      forged(mallory, { id: 'e' }),
      { ...forged(address, { id: 'f' }), value: '-1', __proto__: { to: mallory } },
    ]
    await store(context, address, JSON.stringify({ version: 1, entries }))
    const { scene, signUpToAct, pressAct, state, moved } = await begin(action, { page, chain, wallet })
    await signUpToAct()
    await pressAct()
    await expect(state).toHaveText(doneText)
    const call = scene.call(wallet.person)
    const { abi, functionName } = call
    const sent = wallet.requested.at(-1)
    expect(sent).toMatchObject({ from: address, to: call.address, value: '0x0' })
    const { args = [] } = decodeFunctionData({ abi, data: sent?.data ?? '0x' })
    expect(args).toEqual(call.args)
    // And nothing behind the arguments.
    expect(sent?.data).toBe(encodeFunctionData({ abi, functionName, args }))
    expect(wallet.requested).toHaveLength(action.steps.length)
    for (const { to } of wallet.requested) expect(to).not.toBe(mallory)
    expect(await moved()).toBe(action.whole)
  })

for (const [what, breakStorage, note] of [
  [
    'is full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
    },
    'Storage is full or closed: transactions are remembered until this tab closes.',
  ],
  [
    'is turned off',
    () => {
      const get = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError')
      }
      Object.defineProperty(window, 'localStorage', { get })
    },
    'This browser keeps nothing: transactions are remembered until this tab closes.',
  ],
] as const)
  for (const [name, action] of actionsUnder('no storage'))
    test(`a ${name} is followed to its end when the browser’s storage ${what}, and the list says so (F22)`, async ({
      page,
      context,
      chain,
      wallet,
      mempool,
      guard,
    }) => {
      // RainbowKit cannot do without storage; the app's own list of wallets takes over.
      guard.allow(/^console: (QuotaExceededError|SecurityError)/)
      await context.addInitScript(breakStorage)
      const begun = await begin(action, { page, chain, wallet }, undefined, async () => {
        await page.goto(action.hash)
        await connect(page)
      })
      const { signUpToAct, pressAct, state, moved } = begun
      await signUpToAct()
      await mempool.hold()
      await pressAct()
      await expect(state).toContainText('On its way')
      await mempool.mine(1)
      await expect(state).toHaveText(doneText)
      await page.keyboard.press('Escape')
      const list = await openActivity(page)
      await expect(list).toContainText(note)
      await expect(activityItem(list, action.title)).toContainText('Included')
      expect(await moved()).toBe(action.whole)
    })
