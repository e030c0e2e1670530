import type { UsdtFacts } from '../chain/usdt'
import { knownValue } from '../math/reading'
import { Callout } from '../ui/Callout'
import { rich } from '../words/rich'
import { t } from '../words/t'

/** Said wherever a system is shown whose USDT has moved to another contract. */
export function TetherMoved({ facts }: { facts: UsdtFacts | undefined }) {
  const movedTo = knownValue(facts?.movedTo)
  if (movedTo === undefined) return null
  return (
    <Callout
      tone="warn"
      title={t`Tether has moved USDT to another contract`}
    >{rich`Its contract passes everything on to ${(<span className="break-all">{movedTo}</span>)}: balances and transfers are there, and a wallet may have to be told of it. What is yours here can be taken out; nothing new is taken. A fee of the new contract is not known: the review shows what arrives.`}</Callout>
  )
}
