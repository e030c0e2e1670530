import { useMemo } from 'react'

import { useNetwork } from '../chain/network'
import { EachSystem } from '../system/EachSystem'
import type { FrontPart } from '../system/front'
import type { System } from '../system/system'
import { useParts } from '../system/use-parts'
import { systemsOn } from '../systems'
import { PageHeader } from '../ui/PageHeader'
import { PageLoading } from '../ui/PageLoading'
import { TryPractice } from '../wallet/TryPractice'
import { ConnectingPanel } from './ConnectingPanel'
import { FrontTable } from './FrontTable'
import { HowPanel } from './HowPanel'
import { WatchForm } from './WatchForm'
import { t } from '../words/t'

const useFrontOf = (part: FrontPart) => part.useFront()

const loadPart = (system: System) => system.load.front()

/** What is this, what does it pay, what can it cost: for who comes for the first time. */
export default function FrontPage() {
  const network = useNetwork()
  const parts = useParts(
    useMemo(() => systemsOn(network), [network]),
    loadPart,
  )
  return (
    <div className="grid gap-4 *:min-w-0 md:grid-cols-[minmax(0,1fr)_20rem] md:gap-x-10 *:md:col-span-2">
      <div className="md:col-span-1! *:mb-0!">
        <PageHeader
          title={t`Earn, hold or borrow dollars on chain: what each way pays, and what it can cost you`}
          lead={t`Ballast puts separate systems side by side and lets you use them. It never holds your money: every figure is read from the chain, and nothing moves until you sign it in your wallet.`}
        />
      </div>
      {/* On a phone the answers come first. */}
      <div className="max-md:order-1 md:col-span-1! md:self-end">
        <WatchForm />
        <ConnectingLink />
        <TryPractice />
      </div>
      {parts ? (
        <>
          <EachSystem parts={parts} useView={useFrontOf} context={undefined}>
            {(answers) => <FrontTable answers={answers} parts={parts} />}
          </EachSystem>
          <div className="max-md:order-2">
            <HowPanel parts={parts} />
          </div>
        </>
      ) : (
        <PageLoading />
      )}
      <div className="max-md:order-2">
        <ConnectingPanel parts={parts ?? []} />
      </div>
    </div>
  )
}

/** A hash is a page here: what is further down is gone to by script. */
function ConnectingLink() {
  return (
    <button
      type="button"
      className="min-h-11 text-start text-xs text-accent underline underline-offset-2 sm:min-h-6"
      onClick={() => {
        const heading = document.getElementById('connecting')
        heading?.scrollIntoView({ block: 'start' })
        heading?.focus({ preventScroll: true })
      }}
    >
      {t`What connecting a wallet lets this site do`}
    </button>
  )
}
