import { chosenNetwork } from '../chain/chosen-network'
import { type ConfigResult, loadConfig } from '../chain/config'
import { isPracticeAsked } from '../chain/practice'
import { createStore } from '../chain/store'
import { systems } from '../systems'
import { readFirstPage } from './read-first-page'

/** What config.json says; undefined while that is not known. */
export const site = createStore<ConfigResult | undefined>(undefined)

/**
 * Reads config.json, and asks for the figures of the page that is opened first. Resolves when they are here.
 * Throws if they can't be read: the page asks again, and says what is wrong.
 */
export async function loadSite(): Promise<void> {
  site.set(undefined)
  const told = await loadConfig(systems.map(({ needs }) => needs))
  const answer = isPracticeAsked()
    ? await import('../practice/PracticeBar').then(({ withPractice }) => withPractice(told)).catch(() => told)
    : told
  site.set(answer)
  if (answer.isOk && chosenNetwork(answer.config.networks)) await readFirstPage(answer.config)
}
