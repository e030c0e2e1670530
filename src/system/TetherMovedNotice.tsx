import type { Address } from 'viem'
import { Callout } from '../ui/Callout'
import { rich } from '../words/rich'
import { t } from '../words/t'

export default function TetherMovedNotice({ movedTo }: { movedTo: Address }) {
  return (
    <Callout
      tone="warn"
      title={t`Tether has moved USDT to another contract`}
    >{rich`Its contract passes everything on to ${(<span className="break-all">{movedTo}</span>)}: balances and transfers are there, and a wallet may have to be told of it. What is yours here can be taken out; nothing new is taken. A fee of the new contract is not known: the review shows what arrives.`}</Callout>
  )
}
