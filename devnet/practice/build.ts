/**
 * `npm run practice`: writes what the practice in a browser begins with, the scenario's end, to where the next build of the
 * app finds it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildContracts } from '../artifacts'
import { command } from '../command'
import { appConfig } from '../deploy'
import { playScenario, readAbout, stateFile } from '../scenario'
import { pack, zip, type Dump } from './pack'

const target = 'src/practice/state.bin'

await command(async () => {
  buildContracts()
  await playScenario()
  const dump = JSON.parse(readFileSync(stateFile, 'utf8')) as Dump
  const [network] = appConfig(readAbout().addresses, '', 1).networks
  if (!network) throw new Error('The scenario has no network.')
  const zipped = zip(pack(dump, network.contracts))
  writeFileSync(target, zipped)
  console.log(`${target}: ${zipped.length} bytes. The next build of the app offers the practice.`)
})
