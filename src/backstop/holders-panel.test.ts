import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { getAddress, numberToHex } from 'viem'
import { expect, it } from 'vitest'
import { Router } from 'wouter'

import { HoldersPanel } from './HoldersPanel'
import { known, seriesWith, stateIn, usdtOf } from './test-series'

const addressOf = (index: number) => getAddress(numberToHex(index + 1, { size: 20 }))

it('shows stakers by the page, none of them in a box that hides the ninth', () => {
  const stakers = Array.from({ length: 12 }, (_, index) => addressOf(index))
  const state = stateIn('Tenor', { stakerCount: 12n })
  const shares = stakers.map((address, index) => {
    const one = known(usdtOf(BigInt(100 + index)))
    return { ...one, source: { ...one.source, args: [address] } }
  })
  const panel = createElement(HoldersPanel, {
    ...{ series: seriesWith(known(state), undefined), state, known: stakers, account: undefined },
    ...{ readings: { list: known(stakers), shares }, onMore: () => undefined },
  })
  const html = renderToStaticMarkup(createElement(Router, { ssrPath: '/', ssrSearch: '', children: panel }))
  expect(html.match(/role="rowheader"/g)).toHaveLength(10)
  expect(html).toContain('Show more of 12')
  expect(html).not.toMatch(/overflow-y-|max-h-/)
})
