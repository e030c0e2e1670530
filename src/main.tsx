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

/** What draws is here by then: no longer is it kept from saying that settings or figures are awaited. */
const WAIT_MS = 250

applyTheme(storedTheme())
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
// floor.js came first: where the browser is too old it has said so, and nothing starts.
if (!root.hasChildNodes()) void start(root)

/** What draws is nearly half of the code, and comes last: the first answers are checked and read while it is on its way. */
async function start(place: HTMLElement): Promise<void> {
  const [draw, loaded] = [import('react-dom/client'), loadSite()]
  const { createRoot } = await draw
  // Where it fails, the pages ask by themselves and say what is wrong.
  await within(WAIT_MS, () => loaded).catch(() => undefined)
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
