import { amountText } from '../math/amount'
import { toAssetsDown } from '../math/musdt'
import { knownValue } from '../math/reading'
import type { Dated } from '../system/overview'
import { requestsOf, statusText, type Request } from './exit-view'
import { unlocksAt } from './lock-view'
import type { Lock, Vault, VaultState } from './snapshot'
import { t } from '../words/t'

/** Requests that open, lapse or have lapsed, and locks that end, at `now` (unix seconds). rules.md M5, M8 */
export function datesOf(
  { identity, state, holder, readings }: Vault,
  /** Undefined while they are not known. */
  locks: readonly Lock[] | undefined,
  now: bigint,
): readonly Dated[] {
  const { asset, share } = identity
  const [known, mine, price] = [knownValue(state), knownValue(holder), knownValue(readings.price)]
  const requests = known && mine ? requestsOf(known, mine, now) : []
  const running = (locks ?? []).filter((lock) => unlocksAt(lock) > now)
  return [
    ...requests.flatMap((request) =>
      known ? requestDate(request, amountText(request.shares, share), known, now) : [],
    ),
    ...running.map((lock) => {
      const { shares } = lock.deposit
      const worth =
        price === undefined ? '' : t`, worth ${amountText(toAssetsDown(shares, price), asset)} now`
      return {
        ...{ key: `lock ${lock.id}`, at: unlocksAt(lock), href: `/musdt/locks?lock=${lock.id}` },
        what: t`mNFT ${lock.id} unlocks`,
        detail: `${amountText(shares, share)}${worth}.`,
      }
    }),
  ]
}

function requestDate(request: Request, amount: string, state: VaultState, now: bigint): readonly Dated[] {
  const { epoch, status } = request
  const rest = {
    key: `request ${epoch.number}`,
    detail: statusText(request, state, now),
    href: '/musdt/withdraw?part=redeem',
  }
  if (status === 'pending')
    return [{ ...rest, at: epoch.startsAt, until: epoch.redeemUntil, what: t`${amount} can be redeemed` }]
  if (status === 'void')
    return [{ ...rest, at: epoch.endsAt, what: t`${amount} was not redeemed in time`, isMissed: true }]
  return [{ ...rest, at: epoch.redeemUntil, what: t`The request for ${amount} becomes void` }]
}
