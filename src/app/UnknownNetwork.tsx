import { hrefOfNetwork } from '../chain/other-networks'
import { isPracticeAsked } from '../chain/practice'
import { practiceStateUrl } from '../chain/practice-state'
import type { AppConfig } from '../chain/config'
import { AppFailure } from './AppFailure'
import { t } from '../words/t'

/** The address names a network that config.json does not have. */
export default function UnknownNetwork({ networks }: Pick<AppConfig, 'networks'>) {
  if (isPracticeAsked() && practiceStateUrl !== undefined) return <NoPractice />
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

function NoPractice() {
  return (
    <AppFailure title={t`The practice chain could not be started`}>
      <p>{t`What it begins with could not be fetched, or this browser can’t run it. Reload the page to try again.`}</p>
      <p>
        <a className="font-medium text-accent underline underline-offset-2" href="./#/">
          {t`Go to the overview`}
        </a>
      </p>
    </AppFailure>
  )
}
