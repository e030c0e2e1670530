/**
 * How many tests passed, read from each tool's JSON report. A skipped test proves nothing, so it counts as failed.
 * @typedef {{ passed: number, failed: number, problems: string[] }} Counts
 */

/** @param {{ name: string, isPassed: boolean, reason?: string }[]} tests @returns {Counts} */
function count(tests) {
  const failures = tests.filter((test) => !test.isPassed)
  return {
    passed: tests.length - failures.length,
    failed: failures.length,
    problems: failures.map(({ name, reason }) => (reason ? `${name}: ${reason}` : name)),
  }
}

/** @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { fullName: string, status: string }[] }[] }} report */
export function countVitest(report) {
  return count(
    report.testResults.flatMap((file) =>
      file.assertionResults.length === 0
        ? [{ name: file.name, isPassed: false, reason: file.message ?? 'the file has no tests' }]
        : file.assertionResults.map((test) => ({
            name: test.fullName,
            isPassed: test.status === 'passed',
            reason: test.status === 'failed' ? '' : test.status,
          })),
    ),
  )
}

/** @param {Record<string, { test_results: Record<string, { status: string, reason: string | null }> }>} report */
export function countForge(report) {
  return count(
    Object.entries(report).flatMap(([suite, { test_results: results }]) =>
      Object.entries(results).map(([name, { status, reason }]) => ({
        name: `${suite} ${name}`,
        isPassed: status === 'Success',
        reason: reason ?? status,
      })),
    ),
  )
}

/**
 * @typedef {{ title: string, specs?: { title: string, tests: { status: string }[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 * @param {{ suites: PlaywrightSuite[] }} report
 */
export function countPlaywright(report) {
  /** @param {PlaywrightSuite} suite @returns {{ name: string, isPassed: boolean, reason: string }[]} */
  const testsOf = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }) => ({
        name: `${suite.title} › ${spec.title}`,
        isPassed: status === 'expected',
        reason: status,
      })),
    ),
    ...(suite.suites ?? []).flatMap(testsOf),
  ]
  return count(report.suites.flatMap(testsOf))
}
