import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

import { ClaimTable } from './ClaimTable'
import { positionWith, stateIn, terms } from './test-series'

it('says of every part what it is: on a narrow screen CSS takes that from the elements', () => {
  const html = renderToStaticMarkup(
    createElement(ClaimTable, {
      ...{ terms, state: stateIn('Tenor'), settlement: undefined, warrants: 3n },
      position: positionWith({}),
    }),
  )
  expect(html.match(/<(table|thead|tbody|tr|th|td)(?![^>]* role=)[^>]*>/g)).toBeNull()
  expect(html.match(/role="rowheader"/g)).toHaveLength(5)
})
