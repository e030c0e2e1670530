import { type ReactNode, Suspense, useSyncExternalStore } from 'react'
import { chosenNetwork } from '../chain/chosen-network'
import type { AppConfig } from '../chain/config'
import { lazyPart } from '../ui/chunk'
import { loadSite, site } from './site'
import { t } from '../words/t'

const ConfigFailure = lazyPart(() => import('./ConfigFailure'))
const UnknownNetwork = lazyPart(() => import('./UnknownNetwork'))

/** There is nothing to show before config.json is read: without networks and addresses no page has anything to say. */
export function ConfigGate({ children }: { children: (config: AppConfig) => ReactNode }) {
  const loaded = useSyncExternalStore(site.subscribe, site.get)
  if (!loaded)
    return (
      <p role="status" className="animate-late grid min-h-dvh place-items-center text-muted">
        {t`Loading the settings of this site…`}
      </p>
    )
  if (loaded.isOk && chosenNetwork(loaded.config.networks)) return children(loaded.config)
  return (
    <Suspense fallback={null}>
      {loaded.isOk ? (
        <UnknownNetwork networks={loaded.config.networks} />
      ) : (
        <ConfigFailure problems={loaded.problems} tryAgain={() => void loadSite()} />
      )}
    </Suspense>
  )
}
