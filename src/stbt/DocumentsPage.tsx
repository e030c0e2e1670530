import { HistoryState } from '../system/HistoryState'
import { Callout } from '../ui/Callout'
import { ErrorState } from '../ui/ErrorState'
import { PageLoading } from '../ui/PageLoading'
import { DocumentList } from './DocumentList'
import { FileCheck } from './FileCheck'
import type { Stbt } from './snapshot'
import { StbtFrame } from './StbtFrame'
import { useDocuments } from './use-documents'
import { t } from '../words/t'

export default function DocumentsPage() {
  return (
    <StbtFrame
      title={t`Documents of STBT`}
      lead={t`What the issuer has published, by its fingerprint on the chain; and whether a file of yours is the same.`}
    >
      {({ stbt }) => <Documents stbt={stbt} />}
    </StbtFrame>
  )
}

function Documents({ stbt: { addresses, state } }: { stbt: Stbt }) {
  const view = useDocuments(addresses.stbt)
  if (view.status === 'loading') return <PageLoading />
  if (view.status === 'error') return <ErrorState reason={view.reason} retry={view.retry} />
  const { documents, history, unasked, isPartial, source } = view
  const isWhole = history.status === 'ready' && history.unreadable === 0 && !history.isCapped && !isPartial
  return (
    <>
      <HistoryState history={history} />
      {isPartial && (
        <Callout tone="warn" title={t`Incomplete`}>
          {t`Some documents could not be read: their newest version is missing here.`}
        </Callout>
      )}
      {unasked > 0 && (
        <Callout tone="warn" title={t`A long list`}>
          {t`${unasked} more documents are shown as the events tell of them, without asking the contract again.`}
        </Callout>
      )}
      <FileCheck
        documents={documents}
        isWhole={isWhole}
        // The source of the live contract does not say which hash it means.
        tries256={!state.isKnown || state.value.kind === 'live'}
      />
      <DocumentList documents={documents} isRead={history.status === 'ready'} source={source} />
    </>
  )
}
