import { useState } from 'react'

import { demo } from '../../devnet/accounts'
import { chainSeconds, fund } from '../../devnet/actions'
import { moveClock, nextEdge } from '../../devnet/time'
import { useRuntime } from '../chain/network'
import { useChainSeconds } from '../chain/use-block'
import { displayDateTime } from '../math/time'
import { Button } from '../ui/Button'
import { Disclosure } from '../ui/Disclosure'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
import { practice } from './running'

// It comes with the bar, as one part: no page of the practice is shown before the bar can be.
export { withPractice } from './open'

const HOUR = 3_600
const DAY = 24 * HOUR
const WEEK = 7 * DAY
/** 10,000 USDT and 1 ether. */
const GIFT = { usdtAmount: 10_000_000_000n, wei: 10n ** 18n }

/** Above every page of the practice chain: that nothing is real, what time it is there, and how to let it pass. */
export default function PracticeBar() {
  const { ticker } = useRuntime()
  const now = useChainSeconds()
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState('')

  async function run(work: () => Promise<string>): Promise<void> {
    setBusy(true)
    setMessage(
      await work().catch(() => t`The practice chain did not do this. Reload the page to start over.`),
    )
    ticker.poke()
    setBusy(false)
  }
  const button = (label: string, work: () => Promise<string>) => (
    <Button size="small" disabled={isBusy} onClick={() => void run(work)}>
      {label}
    </Button>
  )
  return (
    <section aria-label={t`Practice`} className="border-b bg-warn-soft">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-edge py-1">
        <p className="flex items-center gap-2 py-1 font-medium text-warn">
          <Icon name="warn" />
          {t`Practice chain: nothing here is real.`}
        </p>
        {now !== undefined && (
          <p className="text-xs text-muted">{t`The time here is ${displayDateTime(now)}.`}</p>
        )}
        <div className="has-[[open]]:basis-full">
          <Disclosure summary={t`Time and money`}>
            <div className="grid max-w-prose gap-3">
              <p className="text-sm">
                {t`The contracts of a local chain run in this browser, with a year of made-up history. Nothing you do here leaves this tab, no fee is paid, and everything starts over when the page is loaded again.`}
              </p>
              <div className="flex flex-wrap gap-2">
                {button(t`Let an hour pass`, () => pass(HOUR))}
                {button(t`Let a day pass`, () => pass(DAY))}
                {button(t`Let a week pass`, () => pass(WEEK))}
                {button(t`Go to the next date`, goToNextDate)}
                {button(t`Get 10,000 USDT`, getMoney)}
                <Button size="small" onClick={leave}>
                  {t`End the practice`}
                </Button>
              </div>
              <p role="status" className="min-h-5 text-xs text-muted">
                {isBusy ? t`The keepers of the systems are doing their part…` : message}
              </p>
            </div>
          </Disclosure>
        </div>
      </div>
    </section>
  )
}

async function pass(seconds: number): Promise<string> {
  const { rpc, contracts } = practice()
  await moveClock(rpc, contracts, (await chainSeconds(rpc)) + seconds)
  return timePassed()
}

async function goToNextDate(): Promise<string> {
  const { rpc, contracts } = practice()
  const edge = await nextEdge(rpc, contracts)
  if (!edge) return t`Nothing opens, closes or ends any more. Load the page again to start over.`
  await moveClock(rpc, contracts, edge.seconds)
  return timePassed()
}

async function timePassed(): Promise<string> {
  return t`It is ${displayDateTime(BigInt(await chainSeconds(practice().rpc)))} now.`
}

async function getMoney(): Promise<string> {
  const { rpc, contracts } = practice()
  const usdt = contracts.shared?.usdt
  if (!usdt) return t`This chain has no USDT.`
  await fund(rpc, usdt, demo, GIFT)
  return t`Your account has 10,000 USDT and 1 ether more, out of nothing.`
}

/** To the network that config.json names first. */
function leave(): void {
  location.assign('./#/')
}
