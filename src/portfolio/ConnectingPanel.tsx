import { configuredContracts } from '../chain/contracts'
import { useNetwork } from '../chain/network'
import type { FrontPart } from '../system/front'
import type { LoadedPart } from '../system/use-parts'
import { AddressText } from '../ui/AddressText'
import { Disclosure } from '../ui/Disclosure'
import { BuildHashFact } from './BuildHashFact'
import { plural, t } from '../words/t'

/** What a wallet is asked for, and what never: before anybody connects. */
export function ConnectingPanel({ parts }: { parts: readonly LoadedPart<FrontPart>[] }) {
  const network = useNetwork()
  const contracts = configuredContracts(network)
  return (
    <section aria-labelledby="connecting" className="rounded-lg border bg-surface">
      <header className="border-b px-edge py-2.5">
        <h2 id="connecting" tabIndex={-1} className="text-sm font-semibold focus:outline-none">
          {t`What connecting a wallet lets this site do`}
        </h2>
      </header>
      <div className="grid gap-x-10 gap-y-5 p-edge md:grid-cols-3">
        <div>
          <h3 className="font-semibold">{t`It can`}</h3>
          <p className="mt-1 text-muted">
            {t`Read your address, its balances and positions, which are public. Ask you to sign a transaction, after showing what leaves and what arrives.`}
          </p>
        </div>
        <div>
          <h3 className="font-semibold">{t`It can’t`}</h3>
          <p className="mt-1 text-muted">
            {t`Move anything without your signature, or see your keys. It never asks you to sign a message or a permit, only transactions.`}
          </p>
        </div>
        <div>
          <h3 className="font-semibold">{t`You can check it`}</h3>
          <div className="mt-1 grid gap-1.5 text-muted">
            <p>
              {t`Nothing is loaded from other sites. Only the nodes named in the settings are asked, and your wallet only after you press Connect.`}
            </p>
            <BuildHashFact />
          </div>
        </div>
      </div>
      <div className="border-t px-edge py-1">
        <Disclosure
          summary={plural(
            contracts.length,
            'The {n} contract of this site, with its address',
            'The {n} contracts of this site, with their addresses',
          )}
        >
          <p className="text-muted">
            {t`A transaction goes to one of these, or to one that they name on chain. Of some only figures are read.`}
          </p>
          <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-xs md:grid-cols-[auto_minmax(0,1fr)]">
            {contracts.map(({ place, address }) => (
              <div key={place} className="md:contents">
                <dt className="font-medium">{place}</dt>
                <dd>
                  <AddressText address={address} explorerUrl={network.explorerUrl} isFull />
                </dd>
              </div>
            ))}
          </dl>
          <ul className="mt-3 grid gap-1 text-xs text-muted">
            {parts.flatMap(({ system, part }) =>
              part?.alsoCalls === undefined
                ? []
                : [<li key={system.id}>{t`${system.name} also calls ${part.alsoCalls}.`}</li>],
            )}
          </ul>
        </Disclosure>
      </div>
    </section>
  )
}
