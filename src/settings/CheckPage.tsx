import { useEffect, useState } from 'react'

import { fetchBlock } from '../chain/fetch-block'
import { useRuntime } from '../chain/network'
import { reasonOf } from '../chain/reason'
import type { Runtime } from '../chain/runtime'
import { usePerson } from '../chain/use-person'
import { Badge } from '../ui/Badge'
import { Button } from '../ui/Button'
import { CopyButton } from '../ui/CopyButton'
import { useAnnounce } from '../ui/LiveRegion'
import { PageHeader } from '../ui/PageHeader'
import { Panel } from '../ui/Panel'
import { t } from '../words/t'
import { checkClock } from './check-clock'
import { checkCode } from './check-code'
import { checkFiles } from './check-files'
import type { CheckLine } from './check-line'
import { checkNodes } from './check-nodes'
import { WhoLearnsWhat } from './WhoLearnsWhat'

const checks = [
  { what: t`Files of this site`, look: async () => [await checkFiles()] },
  { what: t`Code of the contracts`, look: checkCode },
  { what: t`Agreement of nodes`, look: checkNodes },
  { what: t`Clock of this device`, look: async (chain: Runtime) => [await clockNow(chain)] },
] as const

/** What a page can find out about itself, the chain and this device, each with how it ended. */
export default function CheckPage() {
  const [round, setRound] = useState(0)
  return (
    <>
      <PageHeader
        title={t`Check this site`}
        lead={t`What this page can find out now, in this browser. It is this site’s own code that looks: whoever could change the site could change this too, so compare the hash with one from elsewhere.`}
        aside={<Button onClick={() => setRound(round + 1)}>{t`Check again`}</Button>}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Findings key={round} />
        <WhoLearnsWhat />
      </div>
    </>
  )
}

function Findings() {
  const chain = useRuntime()
  const { account, isReconnecting } = usePerson()
  const announce = useAnnounce()
  const [found, setFound] = useState<readonly (readonly CheckLine[] | undefined)[]>([])
  useEffect(() => {
    if (isReconnecting) return
    let isGone = false
    setFound([])
    const all = checks.map(async ({ what, look }, index) => {
      const lines = await look(chain, account).catch((error: unknown): readonly CheckLine[] => [
        { what, outcome: 'unchecked', says: t`It could not be checked: ${reasonOf(error)}` },
      ])
      if (!isGone) setFound((before) => Object.assign([...before], { [index]: lines }))
    })
    void Promise.all(all).then(() => {
      if (!isGone) announce(t`Everything has been looked at.`)
    })
    return () => {
      isGone = true
    }
  }, [chain, account, isReconnecting, announce])
  return (
    <Panel title={t`What was found`}>
      <ul className="divide-y divide-line">
        {checks.map(({ what }, index) =>
          (found[index] ?? [{ what }]).map((line) => (
            <li key={line.what} aria-label={line.what} className="py-3 first:pt-0 last:pb-0">
              <Line {...line} />
            </li>
          )),
        )}
      </ul>
    </Panel>
  )
}

function Line({ what, outcome, says, hash }: Partial<CheckLine>) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 font-medium break-words">{what}</span>
        {outcome === undefined ? (
          <span className="text-xs text-muted">{t`Checking…`}</span>
        ) : outcome === 'agrees' ? (
          <Badge tone="success">{t`Agrees`}</Badge>
        ) : outcome === 'differs' ? (
          <Badge tone="danger">{t`Differs`}</Badge>
        ) : (
          <Badge>{t`Not checked`}</Badge>
        )}
      </div>
      {says !== undefined && <p className="mt-1 text-sm break-words text-muted">{says}</p>}
      {hash !== undefined && (
        <p className="mt-1">
          <span translate="no" dir="ltr" className="font-mono text-xs break-all">
            {hash}
          </span>{' '}
          <CopyButton text={hash} label={t`Copy the build’s hash`} />
        </p>
      )}
    </>
  )
}

async function clockNow({ client, network }: Runtime): Promise<CheckLine> {
  const { timestamp } = await fetchBlock(client, 'latest')
  return checkClock(network, timestamp, Date.now())
}
