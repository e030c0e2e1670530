import { main } from './cli'

await main(process.argv.slice(2))
// Connections that a node keeps open would hold the process up; what was printed is on its way first.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
