import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

import { chartRows } from '../chart'
import XyChart from './XyChart'

it('says in what its values are, beside the axis', () => {
  const lines = [{ label: 'Staked', points: [{ x: 1n, y: 5n }, { x: 2n, y: 9n }] }] // prettier-ignore
  const props = { title: 'Stake', decimals: 6, curve: 'linear', lines, rows: chartRows(lines) } as const
  const of = (symbol?: string) =>
    renderToStaticMarkup(createElement(XyChart, { ...props, ...(symbol !== undefined && { symbol }) }))
  expect(of('USDT')).toContain('>USDT</p>')
  expect(of()).not.toContain('</p>')
})
