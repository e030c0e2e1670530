/**
 * A phone or a tablet, by what it is pointed at with or by what it says it is. RainbowKit goes by the latter, and lists none
 * of the wallets that were found there: not even the one in whose browser the page is.
 */
export const isHandheld = () =>
  matchMedia('(pointer: coarse)').matches || /android|iphone|ipad|ipod/i.test(navigator.userAgent)
