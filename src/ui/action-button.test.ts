import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

import { ActionButton } from './ActionButton'

it('lists what is missing over the page, so that nothing below it moves', () => {
  const html = renderToStaticMarkup(
    createElement(ActionButton, {
      label: 'Stake',
      gates: [{ label: 'Amount', isMet: false, detail: 'Enter an amount.' }],
      onPress: () => undefined,
    }),
  )
  expect(html).toMatch(/<ul[^>]* popover="auto"[^>]*class="fixed /)
  expect(html).toMatch(/<button[^>]* popoverTarget="[^"]+"[^>]*>Why can’t I\?/i)
})
