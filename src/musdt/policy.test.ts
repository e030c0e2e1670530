import { describe, expect, it } from 'vitest'

import { toldKind } from './policy'

describe('policies.musdt of config.json', () => {
  it('says which kind of vault it is, or nothing', () => {
    expect(toldKind(undefined)).toEqual({ rules: undefined, problem: undefined })
    expect(toldKind({ rules: 'live' })).toEqual({ rules: 'live', problem: undefined })
  })

  it('is refused where it says anything else', () => {
    for (const wrong of [{}, 'live', null, { rules: 'gToken' }, { rules: 'live', rule: 'ours' }])
      expect(toldKind(wrong), JSON.stringify(wrong)).toEqual({
        rules: undefined,
        problem: 'config.json: policies.musdt.rules must be "ours" or "live".',
      })
  })
})
