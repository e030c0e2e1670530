import type { FirstCall } from '../chain/head-start'

/** Which series there are: what the Stake page has to know before its figures can be asked for. */
export const firstCall: FirstCall = {
  group: 'backstop',
  name: 'registry',
  // allSeries(), written out: what works it out is the app's code.
  data: '0xf4801339',
  isOn: (hash) => /^#\/stake(\?|$)/.test(hash),
}
