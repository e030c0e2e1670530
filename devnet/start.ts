/**
 * `npm run devnet -- [--port 8545] [--block-time 2] [--fresh]`: the chain alone, until Ctrl-C. Where a devnet runs
 * already, `--fresh` sets it back to the beginning of its life instead of starting another.
 */
import { parseArgs } from 'node:util'
import { reset } from './actions'
import { freePort } from './anvil'
import { command } from './command'
import { announce, startDevnet } from './devnet'
import { connect } from './rpc'
import { scenario, type SeriesKey } from './systems/backstop/scenario'

await command(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8545' },
      'block-time': { type: 'string', default: '2' },
      fresh: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (values.fresh && (await freePort(port)) !== port) {
    await reset(connect(`http://127.0.0.1:${port}`))
    console.log(`The devnet on port ${port} is as fresh as when it started.`)
    return
  }
  const devnet = await startDevnet({ port, blockSeconds: Number(values['block-time']) })
  announce(devnet.config)

  console.log(`Chain 31337 at ${devnet.rpcUrl}\n`)
  for (const [name, address] of Object.entries(devnet.addresses)) console.log(`${name.padEnd(16)} ${address}`)
  console.log()
  for (const [key, { name, series }] of Object.entries(devnet.series)) {
    const { phase, shows } = scenario[key as SeriesKey]
    console.log(`${name}  ${series}  ${phase.padEnd(9)}  ${shows}`)
  }
  console.log('\nConfiguration for an app: .devnet/config.json. Ctrl-C stops the chain.')

  process.on('SIGINT', () => void devnet.stop())
  process.on('SIGTERM', () => void devnet.stop())
  await devnet.ended
})
