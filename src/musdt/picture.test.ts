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

  const drawn = (inside: string) =>
    pictureOf(
      uri({
        image: `data:image/svg+xml;base64,${encode(`<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)}`,
      }),
    )
  const copies = (levels: number) =>
    Array.from({ length: levels }, (_, level) => {
      const below = `<use href="#l${level}"/>`
      return `<g id="l${level + 1}">${below.repeat(10)}</g>`
    }).join('')

  test('may have a drawing like ours', () => {
    expect(drawn('<g><circle r="4"/><g><text>1</text></g></g><use href="#a"/>')).toBeDefined()
  })

  test.each([
    ['ten copies of ten copies of ten copies', copies(6)],
    ['ten thousand elements', '<a/>'.repeat(10_000)],
    ['elements a hundred deep', `${'<g>'.repeat(100)}${'</g>'.repeat(100)}`],
    ['entities', '<!DOCTYPE svg [<!ENTITY a "aaaa">]>'],
    ['a filter', '<filter id="f"><feTurbulence numOctaves="99"/></filter>'],
    ['a pattern of patterns', '<pattern id="p"/>'],
    ['a picture in the picture', '<image href="data:image/svg+xml,x"/>'],
    ['a page in the picture', '<foreignObject/>'],
    ['an animation', '<animate attributeName="r"/>'],
  ])('is not shown with %s', (_, inside) => {
    expect(drawn(inside)).toBeUndefined()
  })
})
