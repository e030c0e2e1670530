import { expect, it } from 'vitest'

import { longFile } from './long-file'

it('is all parts in order between head and tail, of any length', async () => {
  const items = Array.from({ length: 30_000 }, (_, index) => `part ${index}`)
  const file = await longFile(items, (item, index) => `${index}: ${item}, “é”\n`, {
    head: 'head\n',
    tail: 'tail',
  })
  const text = items.map((item, index) => `${index}: ${item}, “é”\n`).join('')
  expect(await file.text()).toBe(`head\n${text}tail`)
})

it('is head and tail of nothing', async () => {
  expect(await (await longFile([], String, { head: '[', tail: ']' })).text()).toBe('[]')
})

it('lets the page draw in between', async () => {
  let turns = 0
  const clock = setInterval(() => (turns += 1), 0)
  await longFile(Array.from({ length: 2_000 }), (_, index) => {
    const until = performance.now() + 0.05
    while (performance.now() < until);
    return `${index}`
  })
  clearInterval(clock)
  expect(turns).toBeGreaterThan(1)
})
