import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { useRuntime } from '../chain/network'
import { Panel } from '../ui/Panel'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** Who can learn what from a visit. It says what the app does, not what others promise. */
export function WhoLearnsWhat() {
  const { network, config } = useRuntime()
  const { rpcUrls, historyUrl } = network
  const hosts = rpcUrls.map((url) => new URL(url).host).join(', ')
  return (
    <Panel title={t`Who learns what`}>
      <dl className="divide-y divide-line">
        <Learner who={t`Who serves this site`}>
          {t`Your internet address, when you open the page, and, by the files that are fetched, which parts of the app you use. No account and no amount: those stand behind the # of the address or are kept in this browser, and are not sent.`}
        </Learner>
        <Learner who={t`The nodes`}>
          {rich`Your internet address and every account you connect or watch, all of them together. The one asked first learns all of that; the others learn what they are asked when it fails, and wherever one node’s word is not enough, as before an action. They are ${hosts}. A node of your own can be ${(
            <Link href="/settings" className="text-accent underline underline-offset-2">
              {t`asked first instead`}
            </Link>
          )}; the others still confirm what money goes by.`}{' '}
          {rpcUrls.length > 1 && (
            <span>{t`The addresses you watch can be shared out among them in the settings, each to one node.`}</span>
          )}
        </Learner>
        {historyUrl !== undefined && (
          <Learner who={t`The server of events`}>
            {t`Your internet address, and each account whose history is read. It is ${new URL(historyUrl).host}.`}
          </Learner>
        )}
        <Learner who={t`Your wallet`}>
          {t`What you ask it to sign. It has nodes and servers of its own, which this site knows nothing of.`}
        </Learner>
        {config.walletConnect && (
          <Learner who={t`The relay of WalletConnect`}>
            {t`Nothing, unless you connect a wallet through it. Then it learns your internet address and your wallet’s, that they belong together, and when something is asked; what is asked is encrypted.`}
          </Learner>
        )}
        <Learner who={t`Everybody`}>
          {t`What you send: the chain keeps each account, amount and time in public, for good.`}
        </Learner>
        <Learner who={t`Nobody else`}>
          {t`There are no analytics, and no fonts or scripts from elsewhere. The browser refuses to ask anybody whom this site’s policy does not name.`}
        </Learner>
      </dl>
    </Panel>
  )
}

function Learner({ who, children }: { who: string; children: ReactNode }) {
  return (
    <div className="py-3 first:pt-0 last:pb-0">
      <dt className="font-medium">{who}</dt>
      <dd className="mt-1 text-sm text-muted">{children}</dd>
    </div>
  )
}
