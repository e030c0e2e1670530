import type { ChainReader } from '../chain/chain-reader'
import { configuredContracts } from '../chain/contracts'
import { checkContracts } from '../chain/contracts-check'
import { reasonOf } from '../chain/reason'
import { plural, t } from '../words/t'
import type { CheckLine } from './check-line'

/** Whether the configured addresses hold the code whose hash config.json names, and which have none to compare. */
export async function checkCode({
  client,
  network,
}: Pick<ChainReader, 'client' | 'network'>): Promise<readonly CheckLine[]> {
  const what = t`Code of the contracts`
  const contracts = configuredContracts(network)
  const hashed = contracts.filter(({ group, name }) => network.codeHashes?.[group]?.[name] !== undefined)
  const rest = contracts.length - hashed.length
  try {
    const wrong = await checkContracts(client, network)
    if (wrong !== undefined) return [{ what, outcome: 'differs', says: wrong }]
  } catch (error) {
    return [{ what, outcome: 'unchecked', says: t`It could not be read: ${reasonOf(error)}` }]
  }
  return [
    ...(hashed.length > 0
      ? [
          {
            ...{ what, outcome: 'agrees' as const },
            says: plural(
              hashed.length,
              '{n} contract has the code whose hash config.json names. What stands behind a proxy, the hash does not tell.',
              '{n} contracts have the code whose hash config.json names. What stands behind a proxy, the hash does not tell.',
            ),
          },
        ]
      : []),
    ...(rest > 0
      ? [
          {
            what: hashed.length > 0 ? t`Code of the other contracts` : what,
            outcome: 'unchecked' as const,
            says: plural(
              rest,
              '{n} contract has code at its address, and config.json names no hash to compare it with.',
              '{n} contracts have code at their addresses, and config.json names no hash to compare it with.',
            ),
          },
        ]
      : []),
  ]
}
