import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readScroll, writeScroll } from './scroll-memory'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

describe('the places of a tab', () => {
  it('are found again', () => {
    const places = new Map([
      ['/stake', 300],
      ['/claims?series=1', 12],
    ])
    writeScroll(places)
    expect(readScroll()).toEqual(places)
  })

  it('keep the newest fifty', () => {
    writeScroll(new Map(Array.from({ length: 60 }, (_, index) => [`/${index}`, index])))
    expect(readScroll().size).toBe(50)
    expect(readScroll().get('/59')).toBe(59)
  })

  it.each(['{', '{"a":1}', 'null', '[["/stake","300"],[1,2],["/x",null],3]'])('are none in %s', (kept) => {
    sessionStorage.setItem('ballast.scroll', kept)
    expect(readScroll()).toEqual(new Map())
  })

  it('are none where a tab may keep nothing', () => {
    vi.stubGlobal('sessionStorage', undefined)
    writeScroll(new Map([['/', 1]]))
    expect(readScroll()).toEqual(new Map())
  })
})
