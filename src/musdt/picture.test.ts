import { describe, expect, test } from 'vitest'

import { pictureOf } from './picture'

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const svg = `data:image/svg+xml;base64,${encode('<svg xmlns="http://www.w3.org/2000/svg"/>')}`
const uri = (metadata: unknown) => `data:application/json;base64,${encode(JSON.stringify(metadata))}`

describe('the picture of an mNFT', () => {
  test('is the SVG it carries', () => {
    expect(pictureOf(uri({ name: 'Sperre №1', image: svg, attributes: [] }))).toBe(svg)
  })

  test.each([
    ['a picture kept elsewhere', uri({ image: 'https://example.com/1.svg' })],
    ['a picture on IPFS', uri({ image: 'ipfs://Qm' })],
    ['another kind of image', uri({ image: `data:image/png;base64,${encode('x')}` })],
    ['an SVG that is not base64', uri({ image: 'data:image/svg+xml;utf8,<svg/>' })],
    ['an SVG with something behind it', uri({ image: `${svg}" onerror="x` })],
    ['an HTML page', uri({ image: `data:text/html;base64,${encode('<p>')}` })],
    ['no picture', uri({ name: 'lock' })],
    ['a list', uri([svg])],
    ['nothing', uri(null)],
    ['no JSON', `data:application/json;base64,${encode('{')}`],
    ['no base64', 'data:application/json;base64,%%%'],
    ['no UTF-8', `data:application/json;base64,${Buffer.from([0x22, 0xff, 0x22]).toString('base64')}`],
    ['metadata kept elsewhere', 'https://example.com/1.json'],
    ['an empty URI', ''],
    ['more than a drawing', uri({ image: svg, name: 'x'.repeat(200_000) })],
  ])('is not shown: %s', (_, tokenUri) => {
    expect(pictureOf(tokenUri)).toBeUndefined()
  })
})
