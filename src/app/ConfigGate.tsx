import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { chosenNetwork } from '../chain/chosen-network'
import { type AppConfig, loadConfig } from '../chain/config'
import { isPracticeAsked } from '../chain/practice'
import { systems } from '../systems'
import { lazyPart } from '../ui/chunk'
import { readFirstPage } from './read-first-page'
import { t } from '../words/t'

const ConfigFailure = lazyPart(() => import('./ConfigFailure'))
const UnknownNetwork = lazyPart(() => import('./UnknownNetwork'))

type Loaded = Awaited<ReturnType<typeof loadConfig>>

/** Reads config.json before anything else: without networks and addresses there is nothing to show. */
export function ConfigGate({ children }: { children: (config: AppConfig) => ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>()
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const told = await loadConfig(systems.map(({ needs }) => needs))
      const answer = isPracticeAsked()
        ? await import('../practice/PracticeBar')
            .then(({ withPractice }) => withPractice(told))
            .catch(() => told)
        : told
      if (answer.isOk && chosenNetwork(answer.config.networks)) await readFirstPage(answer.config)
      if (!isGone) setLoaded(answer)
    }
    void load()
    return () => {
      isGone = true
    }
  }, [attempt])
  if (!loaded)
    return (
      <p role="status" className="animate-late grid min-h-dvh place-items-center text-muted">
        {t`Loading the settings of this site…`}
      </p>
    )
  if (loaded.isOk && chosenNetwork(loaded.config.networks)) return children(loaded.config)
  const tryAgain = () => {
    setLoaded(undefined)
    setAttempt(attempt + 1)
  }
  return (
    <Suspense fallback={null}>
      {loaded.isOk ? (
        <UnknownNetwork networks={loaded.config.networks} />
      ) : (
        <ConfigFailure problems={loaded.problems} tryAgain={tryAgain} />
      )}
    </Suspense>
  )
}
