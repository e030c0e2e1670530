import './start'
import './app/trusted-types'
import './app/foreign-changes'
import './app/styles.css'
import { draw } from './app/draw'
import { applyTheme, storedTheme } from './ui/theme'

applyTheme(storedTheme())
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
// floor.js came first: where the browser is too old it has said so, and nothing starts.
if (!root.hasChildNodes()) void draw(root)
