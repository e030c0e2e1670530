/**
 * `npm start -- [--port 4173] [--rpc-port 8545]`: installs what is missing, then runs `demo.ts`. Until the installation
 * is done only Node's own modules may be loaded.
 */
import { join } from 'node:path'
import { installDependencies } from '../.ci/install.mjs'

process.chdir(join(import.meta.dirname, '..'))
try {
  installDependencies()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
const { createJiti } = await import('jiti')
await createJiti(import.meta.url).import('./demo.ts')
