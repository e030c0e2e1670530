type Known = { readonly chainId: number }

/**
 * Which network the page is about: the one that the address names (`?chain=8453#/stake`), else the first of config.json.
 * It stands before the hash, so that every link keeps it, a sent one says it, and two tabs may be about two networks.
 * @returns undefined when the address names one that is not configured: figures of another chain would be a lie
 */
export function chosenNetwork<N extends Known>(
  networks: readonly N[],
  search = location.search,
): N | undefined {
  const named = new URLSearchParams(search).get('chain')
  return named === null ? networks[0] : networks.find(({ chainId }) => `${chainId}` === named)
}
