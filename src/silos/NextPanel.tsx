import { Link } from 'wouter'

import { useChainSeconds } from '../chain/use-block'
import type { SiloState } from '../math/silos-state'
import { Panel } from '../ui/Panel'
import { nextThings } from './next'
import { t } from '../words/t'

/** What happens next: thresholds as sentences, each with its distance. */
export function NextPanel({ state }: { state: SiloState }) {
  const now = useChainSeconds() ?? state.time
  return (
    <Panel title={t`What happens next`}>
      <ul className="divide-y divide-line text-sm">
        {nextThings(state, now).map(({ key, what, distance, effect }) => (
          <li key={key} className="py-2 first:pt-0">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{what}</span>
              <span className="text-muted">{distance}</span>
            </p>
            <p className="text-xs text-muted">{effect}</p>
          </li>
        ))}
      </ul>
      <Link
        href="/silos/lab"
        className="mt-2 inline-flex min-h-11 w-full items-center justify-center rounded-md border border-line-strong/60 text-sm font-medium hover:bg-sunken sm:min-h-9"
      >
        {t`Try other prices in the lab`}
      </Link>
    </Panel>
  )
}
