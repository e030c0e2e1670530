import { useNetwork } from '../chain/network'
import type { Source } from '../math/reading'
import { displayDateTime } from '../math/time'
import { TransactionLink } from '../tx/follow/TransactionLink'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { Disclosure } from '../ui/Disclosure'
import { Panel } from '../ui/Panel'
import { SourceButton } from '../ui/SourceButton'
import { useShownCount } from '../ui/use-shown-count'
import type { StbtDocument, Version } from './documents'
import { plural, t } from '../words/t'

const PAGE = 20

type DocumentListProps = {
  documents: readonly StbtDocument[]
  isRead: boolean
  source: Source
}

/** Every document with its versions, what was removed last. rules.md T16 */
export function DocumentList({ documents, isRead, source }: DocumentListProps) {
  const [count, showMore] = useShownCount(PAGE)
  return (
    <Panel
      title={t`Published documents`}
      lead={t`Names, addresses and fingerprints are the issuer’s words; the files themselves are not on the chain.`}
      aside={<SourceButton label={t`Published documents`} source={source} />}
    >
      {documents.length === 0 && (
        <p className="text-sm text-muted">
          {isRead ? t`The issuer has published none.` : t`There are none now; former ones are being read.`}
        </p>
      )}
      <ul className="-my-3 divide-y divide-line">
        {documents.slice(0, count).map((document) => (
          <Row key={document.id} document={document} />
        ))}
      </ul>
      {documents.length > count && (
        <div className="pt-4">
          <Button onClick={showMore}>{t`Show more`}</Button>
        </div>
      )}
    </Panel>
  )
}

function Row({ document: { name, current, older, removed } }: { document: StbtDocument }) {
  const [count, showMore] = useShownCount(PAGE)
  return (
    <li aria-label={name} className="grid gap-1 py-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold break-all" translate="no">
          {name}
        </span>
        {removed && <Badge tone="warn">{t`Removed`}</Badge>}
        {!removed && !current && <Badge tone="warn">{t`Unavailable`}</Badge>}
      </p>
      {removed && (
        <p className="text-xs text-muted">
          {removed.at === undefined
            ? t`Taken off the list.`
            : t`Taken off the list ${displayDateTime(removed.at)}.`}
        </p>
      )}
      {current && <VersionFacts version={current} />}
      {older.length > 0 && (
        <Disclosure summary={plural(older.length, '{n} older version', '{n} older versions')}>
          <ol className="grid gap-3 border-s ps-4">
            {older.slice(0, count).map((version, index) => (
              <li key={index}>
                <VersionFacts version={version} />
              </li>
            ))}
          </ol>
          {older.length > count && (
            <div className="pt-3">
              <Button size="small" onClick={showMore}>
                {t`Show more`}
              </Button>
            </div>
          )}
        </Disclosure>
      )}
    </li>
  )
}

/** Where a version is, when it was published, and its hash, whole: it is there to be compared. */
function VersionFacts({ version: { uri, hash, at, transactionHash } }: { version: Version }) {
  const { explorerUrl } = useNetwork()
  return (
    <dl className="grid gap-x-4 gap-y-1 text-xs text-muted sm:grid-cols-[auto_1fr] sm:items-baseline [&_dd]:max-sm:mb-1 [&_dd]:break-all">
      <dt>{t`Published`}</dt>
      <dd className="text-ink">{at === undefined ? t`At an unknown time` : displayDateTime(at)}</dd>
      <dt>{t`File`}</dt>
      <dd translate="no">
        {/^https:\/\//.test(uri) ? (
          <a href={uri} target="_blank" rel="noreferrer" className="underline hover:text-ink">
            {uri}
          </a>
        ) : (
          <span>{uri}</span>
        )}
        <CopyButton text={uri} label={t`Copy address ${uri}`} />
      </dd>
      <dt>{t`Fingerprint`}</dt>
      <dd className="font-mono" translate="no">
        {hash}
        <CopyButton text={hash} label={t`Copy fingerprint ${hash}`} />
      </dd>
      {transactionHash !== undefined && (
        <>
          <dt>{t`Transaction`}</dt>
          <dd>
            <TransactionLink hash={transactionHash} explorerUrl={explorerUrl} />
          </dd>
        </>
      )}
    </dl>
  )
}
