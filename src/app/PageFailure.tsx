import { plainText } from '../chain/plain-text'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { isChunkError, LateChunkError, lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { t } from '../words/t'

const ResetAppData = lazyPart(async () => ({ default: (await import('../ui/ResetAppData')).ResetAppData }))

/** Instead of a page that failed; the rest of the app goes on. */
export function PageFailure({ error, retry }: { error: unknown; retry: () => void }) {
  if (isChunkError(error)) return <ChunkFailure isLate={error instanceof LateChunkError} />
  return (
    <div role="alert" className="grid gap-4">
      <Callout
        tone="danger"
        title={t`This page stopped working`}
        action={
          <>
            <Button size="small" onClick={retry}>
              {t`Try again`}
            </Button>
            <Button size="small" variant="quiet" onClick={() => location.reload()}>
              {t`Reload`}
            </Button>
          </>
        }
      >
        <p>{t`Your funds are on chain and not touched by this; transactions already sent go on.`}</p>
        <p className="mt-1 font-mono text-xs break-words text-muted">{errorText(error)}</p>
      </Callout>
      <div className="text-sm">
        <p className="mb-2 text-muted">
          {t`If it stops again, what the app keeps in this browser may be damaged.`}
        </p>
        <Later waiting={null}>
          <ResetAppData />
        </Later>
      </div>
    </div>
  )
}

/** An error may come from anywhere: it is shown as short plain text (trust.md D36). */
function errorText(error: unknown): string {
  return plainText(error instanceof Error ? `${error.name}: ${error.message}` : t`Unknown error`, 300)
}

function ChunkFailure({ isLate }: { isLate: boolean }) {
  const isOffline = !navigator.onLine
  return (
    <div role="alert">
      <Callout
        tone={isOffline || isLate ? 'warn' : 'info'}
        title={
          isOffline
            ? t`You seem to be offline`
            : isLate
              ? t`This page has not arrived`
              : t`A new version is available`
        }
        action={
          <Button size="small" onClick={() => location.reload()}>
            {t`Reload`}
          </Button>
        }
      >
        {isOffline
          ? t`This page was not loaded yet. Reload once you are online again.`
          : isLate
            ? t`Part of it is taking too long to load. Check the connection, then reload.`
            : t`This page belongs to a version that was replaced while the app was open. Reload to get it.`}
      </Callout>
    </div>
  )
}
