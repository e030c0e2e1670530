import { defineConfig } from '@playwright/test'
import { findBrowser } from './.ci/browser.mjs'

const executablePath = await findBrowser()
if (!executablePath) throw new Error('No Chromium or Chrome found. `npm test` installs one.')

export default defineConfig({
  testDir: 'e2e',
  // What is beside them and tested itself is not for a browser.
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/global-setup.ts',
  // Each worker has its own chain and site; a test may not depend on another one.
  fullyParallel: true,
  // One more than the cores they are meant for: a test waits for the clock of the page a third of its time.
  workers: 3,
  // A test that passes the second time has not passed.
  retries: 0,
  // Ten times what an idle machine needs: only a test that hangs gets to know these.
  timeout: 240_000,
  expect: { timeout: 45_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    // It costs a fifth of the time. `--trace on` has it for a test that is looked into.
    trace: 'off',
    launchOptions: {
      executablePath,
      args: [
        // The outside world does not exist: a request to it fails, and the guard fails the test.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
})
