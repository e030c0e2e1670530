import type { FirstCall } from '../chain/head-start'

/** As in snapshot.ts: of more series the page asks otherwise. */
const MOST_SERIES = 25

/** paused, basisPointsRate, maximumFee, deprecated, upgradedAddress. */
const USDT = ['0x5c975abb', '0xdd644f72', '0x35390714', '0x0e136b19', '0x26976e3f'] as const
const TERMS = '0xd5025625'
/** state, settlement. */
const LIVE = ['0xc19d93fb', '0x51160630'] as const
/** allSeries(), written out: what works it out is the app's code. */
const ALL_SERIES = '0xf4801339'

/** Which series there are, and then their figures: what `backstopLive` asks for when nobody is connected. */
export const firstCall: FirstCall = {
  group: 'backstop',
  name: 'registry',
  data: ALL_SERIES,
  isOn: (hash) => /^#\/stake(\?|$)/.test(hash),
  next(answer, { backstop, shared }) {
    // After the place of the list and its length, five addresses each; the first is the series' own.
    const [, , ...words] = answer.slice(2).match(/.{64}/g) ?? []
    const series = words.filter((_, at) => at % 5 === 0).map((word) => `0x${word.slice(24)}`)
    const { registry, usdt } = { ...backstop, ...shared }
    if (typeof registry !== 'string' || typeof usdt !== 'string' || series.length > MOST_SERIES)
      return undefined
    return [
      [registry, ALL_SERIES],
      ...series.map((one) => [one, TERMS] as const),
      ...USDT.map((selector) => [usdt, selector] as const),
      ...series.flatMap((one) => LIVE.map((selector) => [one, selector] as const)),
    ]
  },
}
