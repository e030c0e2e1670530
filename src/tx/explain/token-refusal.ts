import { parseAbi } from 'viem'
import type { Address } from 'viem'
import { readContract } from 'viem/actions'

import type { ChainClient } from '../../chain/chain-reader'
import { exactText } from '../../math/amount'
import { erc20Abi } from '../plan/token-abis'
import type { Spending } from '../plan/plan'
import type { Explained } from './revert'
import { t } from '../../words/t'

const tetherAbi = parseAbi([
  'function isBlackListed(address account) view returns (bool)',
  'function paused() view returns (bool)',
])

/**
 * Why a token refuses without a reason: USDT answers with nothing, or burns all gas, and must be asked.
 * rules.md U3, U5
 */
export async function explainTokenRefusal(
  client: ChainClient,
  account: Address,
  { token, amount }: Spending,
): Promise<Explained | undefined> {
  const { address, symbol } = token
  const [balance, isBlackListed, isPaused] = await Promise.all([
    orUnknown(readContract(client, { address, abi: erc20Abi, functionName: 'balanceOf', args: [account] })),
    orUnknown(
      readContract(client, { address, abi: tetherAbi, functionName: 'isBlackListed', args: [account] }),
    ),
    orUnknown(readContract(client, { address, abi: tetherAbi, functionName: 'paused' })),
  ])
  const raw = `${symbol} ${address}: balance ${String(balance)}, paused ${String(isPaused)}, blacklisted ${String(isBlackListed)}`
  const text = (value: bigint) => exactText(value, token)
  if (isBlackListed === true) {
    return {
      title: t`${symbol} has blocked this account`,
      detail: t`The issuer does not let it send this token.`,
      action: t`Payouts can be claimed to another address; ask the issuer about the block.`,
      raw,
    }
  }
  if (isPaused === true) {
    return {
      title: t`${symbol} is paused`,
      detail: t`The issuer has stopped all transfers of this token for now.`,
      action: t`Wait until it runs again; nothing of yours has moved.`,
      raw,
    }
  }
  if (balance !== undefined && balance < amount) {
    return {
      title: t`Not enough ${symbol}`,
      detail: t`This needs ${text(amount)}, and the account has ${text(balance)}.`,
      action: t`Lower the amount, or add ${symbol} to the account.`,
      raw,
    }
  }
  return undefined
}

async function orUnknown<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch {
    return undefined
  }
}
