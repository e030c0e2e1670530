import { encodeFunctionData } from 'viem'
import { expect, it } from 'vitest'

import { backstopRegistryViews } from '../../abis/views/BackstopRegistry'
import { backstopNeeds } from './contracts'
import { firstCall } from './first-call'
import { backstop } from './system'

it('asks the registry for all series', () => {
  expect(firstCall.data).toBe(encodeFunctionData({ abi: backstopRegistryViews, functionName: 'allSeries' }))
  expect(firstCall.group).toBe(backstopNeeds.group)
  expect(backstopNeeds.required).toContain(firstCall.name)
})

it('is asked where a page reads ahead and nowhere else', () => {
  const [ahead, other] = [true, false].map((is) =>
    backstop.pages.filter(({ readAhead }) => (readAhead !== undefined) === is).map(({ path }) => `#${path}`),
  )
  expect(ahead?.filter(firstCall.isOn)).toEqual(ahead)
  expect(firstCall.isOn('#/stake?series=3')).toBe(true)
  expect(['', '#/', '#/stakes', '#/stake/x', ...(other ?? [])].filter(firstCall.isOn)).toEqual([])
})
