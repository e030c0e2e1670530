import type { AppConfig } from '../chain/config'
import { runtimeFor } from '../chain/network'
import { systemsOn } from '../systems'
import { currentPath } from './hash-location'

/** Lets the page that is opened first ask for its figures before anything is drawn. Throws if no node answers. */
export async function readFirstPage(config: AppConfig): Promise<void> {
  const runtime = runtimeFor(config)
  const pages = systemsOn(runtime.network).flatMap((system) => system.pages)
  await pages.find(({ path }) => path === currentPath())?.readAhead?.(runtime)
}
