import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'

import { Table } from './Table'

it('says of every part what it is: on a narrow screen CSS takes that from the elements', () => {
  const html = renderToStaticMarkup(
    createElement(Table<string>, {
      caption: 'Letters',
      rows: ['a', 'b'],
      getKey: (row) => row,
      columns: [
        { header: 'Letter', isRowHeader: true, cell: (row) => row },
        { header: 'Twice', cell: (row) => row + row },
      ],
    }),
  )
  const bare = html.match(/<(table|thead|tbody|tr|th|td)(?![^>]* role=)[^>]*>/g)
  expect(bare).toBeNull()
  expect(html.match(/role="row"/g)).toHaveLength(3)
  expect(html.match(/role="rowheader"/g)).toHaveLength(2)
})
