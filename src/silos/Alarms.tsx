import { Callout } from '../ui/Callout'
import { alarmsOf } from './alarms'
import type { Silos } from './snapshot'

/** What is wrong, before everything else. */
export function Alarms({ silos }: { silos: Silos }) {
  return alarmsOf(silos).map(({ key, what, why, isDanger = false }) => (
    <Callout key={key} tone={isDanger ? 'danger' : 'warn'} title={what}>
      {why}
    </Callout>
  ))
}
