import { chosenNetwork } from '../chain/chosen-network'
import { type ConfigResult, loadConfig } from '../chain/config'
import { isPracticeAsked } from '../chain/practice'
import { createStore } from '../chain/store'
import { within } from '../chain/time-limit'
import { systems } from '../systems'
import { readFirstPage } from './read-first-page'

/** What config.json says; undefined while that is not known. */
export const site = createStore<ConfigResult | undefined>(undefined)

/** What is on its way already is here by then; for what is not, the page is not kept waiting. */
const LIMIT_MS = 250

/**
 * Reads config.json, and lets the page that is opened first ask for its figures: it is drawn with them, if they are not
 * late once `canDraw` is kept. Throws what that does.
 */
export async function loadSite(canDraw: Promise<unknown> = Promise.resolve()): Promise<void> {
  site.set(undefined)
  const told = await loadConfig(systems.map(({ needs }) => needs))
  const answer = isPracticeAsked()
    ? await import('../practice/PracticeBar').then(({ withPractice }) => withPractice(told)).catch(() => told)
    : told
  if (answer.isOk && chosenNetwork(answer.config.networks)) {
    // Where it fails, the page asks by itself, and says what is wrong.
    const read = readFirstPage(answer.config).catch(() => undefined)
    await canDraw
    await within(LIMIT_MS, () => read).catch(() => undefined)
  }
  site.set(answer)
}
