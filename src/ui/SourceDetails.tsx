import type { Source } from '../math/reading'
import { AddressText } from './AddressText'
import { t } from '../words/t'

/** Where a number comes from: enough to read it from the chain without this app. */
export default function SourceDetails({ label, source }: { label: string; source: Source }) {
  const args = source.args.map(String).join(', ')
  return (
    <>
      <p className="mb-2 text-sm font-medium">{t`Where does “${label}” come from?`}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5">
        <Row name={t`Contract`}>
          {source.label}
          <AddressText address={source.contract} isFull />
        </Row>
        <Row name={t`Call`}>
          <code className="break-all">
            {source.functionName}({args})
          </code>
        </Row>
        <Row name={t`Block`}>{String(source.blockNumber)}</Row>
        <Row name={t`Answer`}>
          <code className="line-clamp-4 break-all">{source.raw === '' ? t`none` : source.raw}</code>
        </Row>
      </dl>
    </>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
