import { encodeFunctionResult, isAddressEqual } from 'viem'
import type { Address, Hex } from 'viem'

import type { Network } from '../../chain/config'
import { configuredContracts } from '../../chain/contracts'
import type { Fact, Plan } from './plan'
import { t } from '../../words/t'

/** The answer a fact expects, as the 32-byte words a node gives. */
export function expectedAnswer({ abi, functionName, expects }: Extract<Fact, { kind: 'answer' }>): Hex {
  return encodeFunctionResult({ abi, functionName, result: expects }).toLowerCase() as Hex
}

/** Of an answer what the fact is about: all of it, or the words that don't move with each second. */
export function countedWords({ words }: Extract<Fact, { kind: 'answer' }>, answer: Hex): Hex {
  if (words === undefined) return answer
  return `0x${words.map((word) => answer.slice(2 + 64 * word, 66 + 64 * word)).join('')}`
}

/**
 * What a plan speaks of without a reason to: an address it calls or approves that neither `config.json` names nor a fact
 * tells, a token whose decimals or an NFT whose owner nobody would be asked for. Each as a text for a report; a plan with
 * any is a mistake of ours, and is not sent. A fact counts only if the contract it asks has a reason itself.
 */
export function unfounded(plan: Plan, network: Pick<Network, 'contracts'>): readonly string[] {
  const { facts, isKnown } = groundsOf(plan, network)
  const isConfigured = (address: Address) =>
    configuredContracts(network).some((known) => isAddressEqual(known.address, address))
  const isTold = (address: Address, functionName: string) =>
    facts.some(
      (fact) =>
        fact.kind === 'answer' && fact.functionName === functionName && isAddressEqual(fact.address, address),
    )
  const missing = new Set<string>()
  for (const { call, spends, gives, gets } of plan.acts) {
    // Whom 0 is allowed to gets nothing: taking an approval back needs no reason for the spender.
    const spenders = spends && spends.amount > 0n ? [spends.spender] : []
    const spoken = [call.address, ...spenders, ...(spends ? [spends.token.address] : [])]
    for (const address of spoken) if (!isKnown(address)) missing.add(address)
    for (const { asset } of [...gives, ...gets, ...(spends ? [{ asset: spends.token }] : [])]) {
      if (asset.kind === 'native') continue
      if (!isKnown(asset.address)) missing.add(asset.address)
      if (asset.kind === 'erc20' && !isConfigured(asset.address) && !isTold(asset.address, 'decimals'))
        missing.add(t`decimals of ${asset.address}`)
    }
    for (const { asset } of gives)
      if (asset.kind === 'erc721' && !isTold(asset.address, 'ownerOf'))
        missing.add(t`owner of ${asset.address}`)
  }
  return [...missing]
}

/** Facts of contracts that have a reason, and every address that follows from those or from `config.json`. */
function groundsOf({ restsOn }: Plan, network: Pick<Network, 'contracts'>) {
  const words = new Set(configuredContracts(network).map(({ address }) => wordOf(address)))
  const isKnown = (address: Address) => words.has(wordOf(address))
  const facts = new Set<Fact>()
  for (let before = -1; before < facts.size;) {
    before = facts.size
    for (const fact of restsOn) {
      if (facts.has(fact) || !isKnown(fact.kind === 'created' ? fact.by : fact.address)) continue
      facts.add(fact)
      if (fact.kind === 'created') words.add(wordOf(fact.address))
      else
        for (const word of countedWords(fact, expectedAnswer(fact)).slice(2).match(/.{64}/g) ?? [])
          words.add(word)
    }
  }
  return { facts: [...facts], isKnown }
}

function wordOf(address: Address): string {
  return address.slice(2).toLowerCase().padStart(64, '0')
}
