import { existsSync } from 'node:fs'
import { buildContracts } from '../devnet/artifacts'
import { playScenario } from '../devnet/scenario'

/** Once, before all workers: what they share must be there. */
export default async function setUp(): Promise<void> {
  if (!existsSync('dist/index.html') || !existsSync('.devnet/site/index.html'))
    throw new Error('There is no build to test. Run `npm run build` first.')
  buildContracts()
  await playScenario()
}
