import type { AppConfig } from '../chain/config'
import { runtimeFor } from '../chain/network'
import { within } from '../chain/time-limit'
import { systemsOn } from '../systems'
import { currentPath } from './hash-location'

/** What is on its way already is here by then; for what is not, the page is not kept waiting. */
const LIMIT_MS = 250

/** Lets the page that is opened first ask for its figures before anything is drawn. */
export async function readFirstPage(config: AppConfig): Promise<void> {
  const runtime = runtimeFor(config)
  const pages = systemsOn(runtime.network).flatMap((system) => system.pages)
  const ask = pages.find(({ path }) => path === currentPath())?.readAhead
  // Where it fails, the page asks by itself, and says what is wrong.
  if (ask) await within(LIMIT_MS, () => ask(runtime)).catch(() => undefined)
}
