import { type ReactNode, useEffect, useState } from 'react'
import { chosenNetwork, hrefOfNetwork } from '../chain/chosen-network'
import { type AppConfig, loadConfig } from '../chain/config'
import { systems } from '../systems'
import { Button } from '../ui/Button'
import { AppFailure } from './AppFailure'
import { readFirstPage } from './read-first-page'
import { t } from '../words/t'

type Loaded = Awaited<ReturnType<typeof loadConfig>>

/** Reads config.json before anything else: without networks and addresses there is nothing to show. */
export function ConfigGate({ children }: { children: (config: AppConfig) => ReactNode }) {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<Loaded>()
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const answer = await loadConfig(systems.map(({ needs }) => needs))
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
  if (loaded.isOk) {
    const { networks } = loaded.config
    if (chosenNetwork(networks)) return children(loaded.config)
    return (
      <AppFailure title={t`This link is about a network that this site does not have`}>
        <p>{t`Nothing is shown: figures of another network would not be what the link is about.`}</p>
        <ul className="grid gap-2">
          {networks.map((network) => (
            <li key={network.chainId}>
              <a
                className="font-medium text-accent underline underline-offset-2"
                href={hrefOfNetwork(networks, network, '#/')}
              >
                {t`${network.name} (chain ${network.chainId})`}
              </a>
            </li>
          ))}
        </ul>
      </AppFailure>
    )
  }
  return (
    <AppFailure title={t`This site is not set up correctly`}>
      <p>
        {t`Its settings file, config.json, can’t be used. Until it is corrected nothing is shown and nothing can be sent. Funds on chain are not affected.`}
      </p>
      <ul className="list-disc space-y-1 ps-5">
        {loaded.problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
      <p className="text-muted">
        {t`If this is your site, correct config.json beside index.html. Otherwise tell its operator.`}
      </p>
      <div>
        <Button
          variant="primary"
          onClick={() => {
            setLoaded(undefined)
            setAttempt(attempt + 1)
          }}
        >
          {t`Try again`}
        </Button>
      </div>
    </AppFailure>
  )
}
