import { describe, expect, test } from 'vitest'
import { chooseSteps } from './steps.mjs'

const scriptsFor = (...args: string[]) => chooseSteps(args).map(({ script }) => script)

describe('npm test', () => {
  test('without a word is everything', () => {
    const scripts = ['typecheck', 'lint', 'unit', 'exactness', 'contracts', 'build', 'e2e']
    expect(scriptsFor()).toEqual(expect.arrayContaining(scripts))
    expect(chooseSteps([]).every(({ only }) => only === undefined)).toBe(true)
  })

  test('--quick is types, lint, unit tests and the journeys marked for it', () => {
    expect(scriptsFor('--quick')).toEqual(['typecheck', 'lint', 'unit', 'practice', 'build', 'e2e'])
    expect(chooseSteps(['--quick']).at(-1)?.only).toEqual(['--grep', '@quick'])
  })

  test.each([
    ['e2e/faults', ['practice', 'build', 'e2e']],
    ['e2e/faults/rpc.spec.ts', ['practice', 'build', 'e2e']],
    ['contracts', ['unit', 'exactness', 'contracts']],
    ['contracts/test', ['contracts']],
    ['.ci/steps.test.ts', ['unit']],
    ['devnet/', ['unit', 'exactness']],
    ['src/math/exactness/exactness.chain.test.ts', ['exactness']],
  ])('%s is what it needs and no more', (path, scripts) => {
    expect(scriptsFor(path)).toEqual(scripts)
  })

  test('several paths are the tests of all of them', () => {
    expect(scriptsFor('e2e/security', '.ci')).toEqual(['unit', 'practice', 'build', 'e2e'])
    const [unit] = chooseSteps(['.ci/lockfile.test.ts', './.ci/steps.test.ts', '.ci/steps.test.ts'])
    expect(unit?.only).toEqual(['.ci/lockfile.test.ts', '.ci/steps.test.ts'])
  })

  test('paths without tests, or with a slip in them, are refused', () => {
    expect(() => chooseSteps(['docs'])).toThrow('There are no tests at docs.')
    expect(() => chooseSteps(['e2e/fault'])).toThrow('There is no e2e/fault.')
    expect(() => chooseSteps(['--quick', 'e2e'])).toThrow('--quick alone')
  })
})
