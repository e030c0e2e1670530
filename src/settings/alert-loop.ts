import * as v from 'valibot'
import type { Address } from 'viem'

import type { ChainReader } from '../chain/chain-reader'
import { safeStorage } from '../chain/safe-storage'
import { look } from '../package/look'
import type { News, Told } from '../system/conditions'
import { toldSchema } from '../system/told-schema'
import { alertViews, notLooked, showAlerts } from './alert-view'

/** Timers of a hidden tab run once a minute; more often would promise too much. */
const EVERY_MS = 60_000

/** Who looks and who is told: the chain, and the page around it. */
export type AlertWorld = {
  readonly chain: ChainReader
  readonly account: Address
  readonly tell: (news: readonly News[]) => void
}

/** Looks at the account now and once a minute, and tells what is new since it was told last in this browser. */
export function startAlerts({ chain, account, tell }: AlertWorld): () => void {
  const key = `ballast.alerts.${chain.network.chainId}.${account}`
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookOnce = async () => {
    const found = await look(chain, account, readTold(key))
    if (isStopped) return
    if (found.isKnown) {
      const { told, news, standing, unread } = found.value
      safeStorage.setItem(key, JSON.stringify(told))
      showAlerts(account, { standing, problems: unread })
      if (news.length > 0) tell(news)
    } else showAlerts(account, { ...(alertViews.get().get(account) ?? notLooked), problems: [found.reason] })
    timer = setTimeout(() => void lookOnce(), EVERY_MS)
  }
  void lookOnce()
  return () => {
    isStopped = true
    clearTimeout(timer)
    showAlerts(account, undefined)
  }
}

/** What was told in this browser; what is damaged is told anew. */
function readTold(key: string): Told {
  try {
    const { success, output } = v.safeParse(toldSchema, JSON.parse(safeStorage.getItem(key) ?? '{}'))
    return success ? output : {}
  } catch {
    return {}
  }
}
