import { useNetwork } from '../chain/network'
import { useOtherNetworks } from '../chain/other-networks'
import { Panel } from '../ui/Panel'
import { t } from '../words/t'

/** Which network the page is about; nothing is shown where there is no choice. */
export function NetworkPanel() {
  const { name, chainId } = useNetwork()
  const others = useOtherNetworks('#/settings')
  if (others.length === 0) return null
  return (
    <Panel
      title={t`Network`}
      part="network"
      lead={t`This page is about ${name} (chain ${chainId}). The others are not asked anything until you choose one.`}
    >
      <ul className="divide-y divide-line">
        {others.map(({ network, href }) => (
          <li key={network.chainId} className="flex flex-wrap items-center justify-between gap-x-4">
            <a
              className="flex font-medium text-accent underline underline-offset-2 min-h-11 items-center sm:min-h-9"
              href={href}
            >
              {network.name}
            </a>
            <span className="text-xs text-muted">{t`Chain ${network.chainId}`}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-xs text-muted">
        {t`The page opens anew. What you have sent on ${name} is followed again when you come back to it.`}
      </p>
    </Panel>
  )
}
