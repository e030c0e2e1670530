import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { policyRules } from './trusted-types'

beforeEach(() => {
  vi.stubGlobal('location', new URL('https://ballast.example/app/'))
  vi.stubGlobal('document', { baseURI: 'https://ballast.example/app/' })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('policyRules', () => {
  it('lets style text pass and refuses anything with a tag', () => {
    expect(policyRules.createHTML('[data-rk]{--a:1px}')).toBe('[data-rk]{--a:1px}')
    expect(() => policyRules.createHTML('<img src=x onerror=alert(1)>')).toThrow(TypeError)
  })
  it('takes no script text at all', () => {
    expect(() => policyRules.createScript('1')).toThrow(TypeError)
  })
  it('takes scripts from its own origin only', () => {
    expect(policyRules.createScriptURL('./assets/a.js')).toBe('./assets/a.js')
    for (const url of [
      'https://evil.example/a.js',
      '//evil.example/a.js',
      'data:text/javascript,1',
      'blob:https://evil.example/1',
    ])
      expect(() => policyRules.createScriptURL(url)).toThrow(TypeError)
  })
})
