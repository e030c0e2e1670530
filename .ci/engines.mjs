/** The browsers beside Chromium that the app is tried in: where they are, how they start, how they are got. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { aptInstall } from './apt.mjs'

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {'marionette' | 'webdriver'} protocol
 * @property {(where: { port: number, profile: string }) => { command: string, args: string[] }} start
 * @property {(port: number) => Record<string, string>} [files] Files of its profile, by name.
 * @property {Record<string, unknown>} [capabilities]
 */

const onPath = (/** @type {string[]} */ ...names) =>
  (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file))

/** @returns {Engine | undefined} */
function firefox() {
  const command = onPath('firefox-esr', 'firefox')
  if (!command) return undefined
  /** Nothing that a browser does by itself: no updates, no telemetry, no first page. */
  const preferences = (/** @type {number} */ port) => ({
    'marionette.port': port,
    'app.update.disabledForTesting': true,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'ui.prefersReducedMotion': 1,
  })
  return {
    name: 'Firefox',
    protocol: 'marionette',
    start: ({ profile }) => ({
      command,
      args: ['--headless', '--marionette', '--no-remote', '--profile', profile],
    }),
    files: (port) => ({
      'user.js': Object.entries(preferences(port))
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    }),
  }
}

/** Safari's engine as Debian has it. @returns {Engine | undefined} */
function webKit() {
  const driver = onPath('WebKitWebDriver')
  const screen = onPath('xvfb-run')
  const browser = [
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  ].find((file) => existsSync(file))
  if (!driver || !screen || !browser) return undefined
  return {
    name: 'WebKit',
    protocol: 'webdriver',
    start: ({ port }) => ({
      command: screen,
      args: ['--auto-servernum', '--server-args=-screen 0 1600x1000x24', driver, `--port=${port}`],
    }),
    capabilities: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
  }
}

/** Each engine, and the packages that bring it. */
const engines = [
  { name: 'Firefox', find: firefox, packages: ['firefox-esr'] },
  { name: 'WebKit', find: webKit, packages: ['webkit2gtk-driver', 'xvfb', 'xauth'] },
]

/** What is here. */
export const findEngines = () => engines.map(({ find }) => find()).filter((engine) => engine !== undefined)

/** Gets what is missing from the system's packages; what can't be had is left out, and `missingEngines` says so. */
export function installEngines() {
  const packages = engines.filter(({ find }) => !find()).flatMap((engine) => engine.packages)
  if (packages.length > 0 && onPath('apt-get')) aptInstall(packages, ['--no-install-recommends'])
}

/** A sentence for each engine that could not be had. */
export const missingEngines = () =>
  engines
    .filter(({ find }) => !find())
    .map(({ name, packages }) => `Not tried in ${name}: this machine lacks ${packages.join(', ')}.`)
