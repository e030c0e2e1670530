import { displayDateTime } from '../../math/time'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import type { Engine } from '../engine'
import type { Entry } from './entry'
import { TransactionLink } from './TransactionLink'
import { statusWords } from './status-words'
import { t } from '../../words/t'

/** One transaction of the journal: what it is, where it stands, and what that means. */
export function ActivityItem({ entry, engine }: { entry: Entry; engine: Engine }) {
  const { word, sentence, tone } = statusWords(entry)
  const mayForget = ['unknown', 'dropped', 'stuck', 'proposed', 'sent'].includes(entry.status)
  return (
    <li className="grid gap-0.5">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{entry.stepTitle}</span>
        <Badge tone={tone}>{word}</Badge>
      </div>
      <p className="text-xs text-muted">{sentence}</p>
      <p className="text-xs text-muted">
        {entry.planTitle !== entry.stepTitle && <span>{entry.planTitle}. </span>}
        <span>{t`Asked ${displayDateTime(BigInt(Math.floor(entry.askedAtMs / 1000)))}`}</span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <TransactionLink hash={entry.replacedBy ?? entry.hash} explorerUrl={engine.network.explorerUrl} />
        {mayForget && (
          <Button size="small" variant="quiet" onClick={() => engine.forget([entry.id])}>
            {t`Forget (it may still happen)`}
          </Button>
        )}
      </div>
    </li>
  )
}
