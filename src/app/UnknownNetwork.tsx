import { hrefOfNetwork } from '../chain/other-networks'
import type { AppConfig } from '../chain/config'
import { AppFailure } from './AppFailure'
import { t } from '../words/t'

/** The address names a network that config.json does not have. */
export default function UnknownNetwork({ networks }: Pick<AppConfig, 'networks'>) {
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
