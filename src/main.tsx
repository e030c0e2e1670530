import './start'
import './app/trusted-types'
import './app/foreign-changes'
import './app/styles.css'
import { StrictMode } from 'react'
// What dialogs use of it too: here, so that all that draws besides is one file.
import 'react-dom'
import { App } from './app/App'
import { loadSite } from './app/site'
import { within } from './chain/time-limit'
import { applyTheme, storedTheme } from './ui/theme'

/** For so long after what draws is here, nobody is told that settings are awaited: most often they are here too. */
const WAIT_MS = 600

applyTheme(storedTheme())
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
// floor.js came first: where the browser is too old it has said so, and nothing starts.
if (!root.hasChildNodes()) void start(root)

/** What draws is nearly half of the code, and comes last: the first answers are checked and read while it is on its way. */
async function start(place: HTMLElement): Promise<void> {
  const draw = import('react-dom/client')
  const loaded = loadSite(draw)
  const { createRoot } = await draw
  await within(WAIT_MS, () => loaded).catch(() => undefined)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
