import { knownValue } from '../math/reading'
import type { Alarm } from '../system/report'
import { ratioOf } from './backing-view'
import { ratioText, tusdtText } from './format'
import type { Collateral } from './snapshot'
import { saleText } from './words'
import { t } from '../words/t'

/** What is wrong with TUSDT itself: backing below its limit, and debt that nobody owes any more. rules.md C10, C12 */
export function alarmsOf({
  backing,
  sale,
  book,
}: Pick<Collateral, 'backing' | 'sale' | 'book'>): readonly Alarm[] {
  const [known, held] = [knownValue(backing), knownValue(book)]
  const ratio = known && ratioOf(known)
  const state = knownValue(sale)?.state
  const badDebt = held?.[0].badDebt ?? 0n
  return [
    ...(known && ratio && 'value' in ratio && ratio.value < known.parameters.level0
      ? [
          {
            ...{ key: 'backing', href: '/collateral', isDanger: true },
            what: t`Backing is below its limit of ${ratioText(known.parameters.level0)}`,
            why: (state !== undefined && saleText[state]) || t`How the sale of TAO stands is not known.`,
          },
        ]
      : []),
    ...(badDebt > 0n
      ? [
          {
            ...{ key: 'bad debt', href: '/collateral' },
            what: t`${tusdtText(badDebt)} TUSDT of bad debt`,
            why: t`Auctions did not cover it. It counts as issued for backing until fees and penalties have burnt it.`,
          },
        ]
      : []),
  ]
}
