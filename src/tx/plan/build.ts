import type { Abi, Address } from 'viem'

import { erc20Abi, erc721Abi } from './token-abis'
import type { Act, Asset, Effect, Fact, Flow, Plan, Spending } from './plan'
import { t } from '../../words/t'

/** A contract as a person knows it. */
export type Target = { readonly address: Address; readonly label: string; readonly abi: Abi }

type ActDraft = Omit<Act, 'call' | 'effect' | 'gives' | 'gets'> &
  Partial<Pick<Act, 'gives' | 'gets'>> & {
    readonly functionName: string
    readonly args: readonly unknown[]
    readonly boundArgs?: readonly number[]
    /** Emitted by the same contract, unless it is `of` another; `args` that must be equal. */
    readonly event: {
      readonly name: string
      readonly args?: Effect['args']
      readonly of?: Pick<Target, 'address' | 'abi'>
    }
  }

/** One call of a contract, and the event that proves it. */
export function actOn(target: Target, draft: ActDraft): Act {
  const { functionName, args, boundArgs, event, gives = [], gets = [], ...rest } = draft
  const { address, abi } = event.of ?? target
  return {
    ...rest,
    gives,
    gets,
    call: { ...target, functionName, args, ...(boundArgs && { boundArgs }) },
    effect: { address, abi, eventName: event.name, args: event.args ?? {} },
  }
}

/** A plan of one kind; its title is that of its last act, unless it has its own. */
export function planOf(
  draft: Omit<Plan, 'title' | 'bounds'> & Partial<Pick<Plan, 'title' | 'bounds'>>,
): Plan {
  return { title: draft.acts.at(-1)?.title ?? '', bounds: [], ...draft }
}

/** What a contract has answered, and the plan rests on. `expects` is what viem decodes for the function. */
export function answered(
  { address, abi }: Pick<Target, 'address' | 'abi'>,
  answer: Pick<Extract<Fact, { kind: 'answer' }>, 'means' | 'functionName' | 'args' | 'expects' | 'words'>,
): Fact {
  return { kind: 'answer', address, abi, ...answer }
}

/** How many decimals a token has, where no code of ours says it. */
export function decimalsOf({ address, symbol, decimals }: Spending['token']): Fact {
  const means = t`${symbol} has ${decimals} decimals`
  return answered(
    { address, abi: erc20Abi },
    { means, functionName: 'decimals', args: [], expects: decimals },
  )
}

/** Who owns an NFT. */
export function ownedBy(
  owner: Address,
  { address, symbol }: Extract<Asset, { kind: 'erc721' }>,
  id: bigint,
): Fact {
  const means = t`${symbol} ${id} belongs to this account`
  return answered({ address, abi: erc721Abi }, { means, functionName: 'ownerOf', args: [id], expects: owner })
}

/** What a contract takes of a token by an allowance, in base units. */
export function spendingBy(target: Target, token: Spending['token'], amount: bigint): Spending {
  return { token, spender: target.address, spenderLabel: target.label, amount }
}

/** Named in the review only when it is somebody else: that is what a person has to check. */
export function recipientOf(account: Address, to: Address): { recipient?: Address } {
  return to === account ? {} : { recipient: to }
}

/** An amount of an asset, in base units; `least` where it moves with each second. */
export function flow(asset: Asset, amount: bigint, least?: bigint): Flow {
  return { asset, amount, ...(least !== undefined && { least }) }
}

/** An amount that is given, in base units, and what it may have grown to when the chain takes it. */
export function flowUpTo(asset: Asset, amount: bigint, most: bigint): Flow {
  return { asset, amount, most }
}

/** Drops nothings and adds up flows of one asset: the rehearsal compares one balance per asset. */
export function mergeFlows(flows: readonly Flow[]): readonly Flow[] {
  const byAddress = new Map<string, Flow>()
  for (const { asset, amount } of flows) {
    if (amount === 0n) continue
    const key = 'address' in asset ? asset.address : asset.symbol
    byAddress.set(key, flow(asset, amount + (byAddress.get(key)?.amount ?? 0n)))
  }
  return [...byAddress.values()]
}
