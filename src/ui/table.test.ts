import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
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

it('nor is there a table anywhere whose parts do not say it', () => {
  const source = resolve(import.meta.dirname, '..')
  const tables = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => [name, readFileSync(join(source, name), 'utf8')] as const)
    .filter(([, text]) => text.includes('<table'))
  expect(tables.map(([name]) => name)).toContain(join('portfolio', 'FrontTable.tsx'))
  const silent = tables.flatMap(([name, text]) =>
    (text.match(/<(table|thead|tbody|tr|th|td)\b(?![^>]*tableRoles\.)/g) ?? []).map(
      (tag) => `${name} ${tag}`,
    ),
  )
  expect(silent).toEqual([])
})
