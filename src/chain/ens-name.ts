import type { Address } from 'viem'
import { getEnsAddress, getEnsName } from 'viem/actions'
import { normalize } from 'viem/ens'

import type { ChainClient } from './chain-reader'
import { within } from './time-limit'

const LIMIT_MS = 10_000
/** A longer one can't be compared by eye, and pushes aside what stands beside it. */
const LONGEST_NAME = 60
/** What has no shape of its own: joiners, marks of direction, spaces and controls. */
const INVISIBLE = /[\p{C}\p{Z}]/u

/**
 * The ENS name that this account calls itself by, where that name leads back to the account; undefined where there is none,
 * or none that may be shown: too long, not in its normal form, with invisible characters, of mixed or look-alike ones
 * (ENSIP-15). Only the network's own nodes are asked: a name that is kept elsewhere (CCIP-read) counts as none.
 * @throws what the nodes throw, and when they take longer than 10 seconds
 */
export async function ensNameOf(
  client: ChainClient,
  universalResolverAddress: Address,
  account: Address,
): Promise<string | undefined> {
  // viem would fetch from whatever host a contract names.
  const ownNodesOnly = { ...client, ccipRead: false } as const
  return within(LIMIT_MS, async () => {
    const name = await getEnsName(ownNodesOnly, { address: account, universalResolverAddress })
    if (name === null || !isFitToShow(name)) return undefined
    const leadsTo = await getEnsAddress(ownNodesOnly, { name, universalResolverAddress })
    return leadsTo === account ? name : undefined
  })
}

function isFitToShow(name: string): boolean {
  if (name.length > LONGEST_NAME || !name.includes('.') || INVISIBLE.test(name)) return false
  try {
    return normalize(name) === name
  } catch {
    return false
  }
}
