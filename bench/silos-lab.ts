/**
 * `npm run bench:lab`: what it costs to work a scenario of 200 cycles out anew, as each move of a slider does.
 * Prints CPU time beside its budget of one frame, 16 ms.
 */
import { runScenario, startOf, type Scenario } from '../src/silos/scenario'
import { bobsCase, firstScenario } from '../src/silos/scenario-link'
import { pictured } from '../src/math/silos-test-state'

const rounds = 60
const scenarios: Readonly<Record<string, Scenario>> = {
  'a fall of 35%': { ...firstScenario, ahead: 200n },
  'a crash of 80%': { ...firstScenario, fallBps: 8_000n, endBps: 5_000n, ahead: 200n },
  // Its amounts grow without end: more than any reserve will see.
  'Bob’s case': { ...bobsCase, lendBps: 500n, bakeBps: 500n, ahead: 200n },
}

for (const [name, scenario] of Object.entries(scenarios)) {
  const start = startOf(scenario, pictured)
  if (!start) throw new Error('There is no price.')
  for (let warm = 0; warm < rounds; warm += 1) runScenario(start, scenario)
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) runScenario(start, scenario)
  const { user, system } = process.cpuUsage(before)
  console.log(`${name.padEnd(16)} ${((user + system) / rounds / 1_000).toFixed(1)} ms of 16 ms`)
}
