import { StrictMode } from 'react'
// What dialogs use of it too: here, so that all that draws besides is one file.
import 'react-dom'
import { within } from '../chain/time-limit'
import { App } from './App'
import { loadSite } from './site'
import { t } from '../words/t'

/** For so long after what draws is here, nobody is told that settings are awaited: most often they are here too. */
const WAIT_MS = 600

/** What draws is nearly half of the code, and comes last: the first answers are checked and read while it is on its way. */
export async function draw(place: HTMLElement): Promise<void> {
  const drawing = import('react-dom/client')
  const loaded = loadSite(drawing)
  try {
    const { createRoot } = await drawing
    await within(WAIT_MS, () => loaded).catch(() => undefined)
    createRoot(place).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  } catch {
    place.textContent = t`This page could not be loaded. Reload it.`
  }
}
