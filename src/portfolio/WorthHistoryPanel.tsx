import { useState, type ComponentProps } from 'react'

import { useNetwork } from '../chain/network'
import { spreadBlocks } from '../chain/past-blocks'
import { useBlock } from '../chain/use-block'
import { BarChart } from '../ui/BarChart'
import { Button } from '../ui/Button'
import { Panel } from '../ui/Panel'
import type { EachAccount } from './EachAccount'
import { PastWorth } from './PastWorth'
import { gapsText, type WorthPoint } from './worth-history'
import { plural, t } from '../words/t'

/** So many moments of the past are read: a few requests each. */
const MOMENTS = 12n
const MONTH_SECONDS = 30 * 86_400

type WorthHistoryPanelProps = Omit<ComponentProps<typeof EachAccount>, 'children' | 'told'>

/**
 * What everything was worth in some blocks of the past, at the prices of then: each is read as the newest one is, one
 * after the other, and only when a person asks for it.
 */
export function WorthHistoryPanel(who: WorthHistoryPanelProps) {
  const { blockSeconds, deploymentBlock } = useNetwork()
  const head = useBlock()?.number
  const [blocks, setBlocks] = useState<readonly bigint[]>()
  const [points, setPoints] = useState<readonly WorthPoint[]>([])
  const next = blocks?.[points.length]
  const begin = (first: bigint, last: bigint) => {
    setBlocks(spreadBlocks(first, last, MOMENTS))
    setPoints([])
  }
  const monthAgo = (head ?? 0n) - BigInt(Math.round(MONTH_SECONDS / blockSeconds))
  return (
    <Panel
      title={t`Net worth over time`}
      lead={t`In ${plural(MOMENTS, '{n} block', '{n} blocks')} of the past, each at the prices of its time. Nothing is known in between.`}
    >
      {next === undefined && head !== undefined && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => begin(deploymentBlock, head)}>
            {blocks ? t`Read it again` : t`Read it from the chain`}
          </Button>
          {monthAgo > deploymentBlock && (
            <Button size="small" variant="quiet" onClick={() => begin(monthAgo, head)}>
              {t`About the last 30 days`}
            </Button>
          )}
        </div>
      )}
      {next !== undefined && (
        <>
          <p
            role="status"
            className="text-sm text-muted"
          >{t`Reading the past: ${points.length + 1} of ${blocks?.length ?? 0}…`}</p>
          <PastWorth
            key={`${next}`}
            {...who}
            blockNumber={next}
            onTold={(point) => setPoints([...points, point])}
          />
        </>
      )}
      {points.length > 0 && <Told points={points} isDone={next === undefined} />}
    </Panel>
  )
}

function Told({ points, isDone }: { points: readonly WorthPoint[]; isDone: boolean }) {
  const known = points.flatMap(({ time, cents }) =>
    time === undefined || cents === undefined ? [] : [{ x: time, y: cents }],
  )
  const gaps = isDone ? gapsText(points) : undefined
  return (
    <div className="mt-3 grid gap-2">
      {known.length > 0 && (
        <BarChart
          title={t`Net worth`}
          decimals={2}
          symbol="USD"
          lines={[{ label: t`Net worth`, points: known }]}
        />
      )}
      {gaps !== undefined && <p className="text-xs text-muted">{gaps}</p>}
    </div>
  )
}
