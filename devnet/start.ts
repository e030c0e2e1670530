/**
 * `npm run devnet -- [--port 8545] [--block-time 2] [--systems <ids>] [--fresh]`: the chain alone, until Ctrl-C, with
 * all systems or only those named. Where a devnet runs already, `--fresh` sets it back to the beginning of its life
 * instead of starting another.
 */
import { parseArgs } from 'node:util'
import { reset } from './actions'
import { freePort } from './anvil'
import { command } from './command'
import { announce, startDevnet } from './devnet'
import { connect } from './rpc'
import type { Group, Sight } from './system'
import { parseSystemIds } from './systems'

await command(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8545' },
      'block-time': { type: 'string', default: '2' },
      systems: { type: 'string' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (values.fresh && (await freePort(port)) !== port) {
    await reset(connect(`http://127.0.0.1:${port}`))
    console.log(`The devnet on port ${port} is as fresh as when it started.`)
    return
  }
  const blockSeconds = Number(values['block-time'])
  const devnet = await startDevnet({ port, blockSeconds, systems: parseSystemIds(values.systems) })
  announce(devnet.config)

  console.log(`Chain 31337 at ${devnet.rpcUrl}\n`)
  for (const [id, contracts] of Object.entries<Group>(devnet.addresses)) {
    for (const [name, address] of Object.entries(contracts))
      console.log(`${`${id}.${name}`.padEnd(22)} ${address}`)
  }
  for (const sights of Object.values<Readonly<Record<string, Sight>>>(devnet.sights)) {
    console.log()
    for (const { name, address, shows } of Object.values(sights))
      console.log(`${name.padEnd(13)} ${address}  ${shows}`)
  }
  console.log('\nConfiguration for an app: .devnet/config.json. Ctrl-C stops the chain.')

  process.on('SIGINT', () => void devnet.stop())
  process.on('SIGTERM', () => void devnet.stop())
  await devnet.ended
})
