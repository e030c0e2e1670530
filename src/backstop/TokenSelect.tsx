import { useId } from 'react'

import type { Token } from './series-reads'
import { usdt } from '../math/tether'
import { kindWords, tokenName, type TokenKind } from './token-words'

type TokenSelectProps = {
  kind: TokenKind
  tokens: readonly Token[]
  chosen: Token
  onChange: (token: Token) => void
}

/** Which Note or Warrant to use; nothing to choose when there is one. */
export function TokenSelect({ kind, tokens, chosen, onChange }: TokenSelectProps) {
  const id = useId()
  if (tokens.length === 1) return null
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {kindWords[kind]}
      </label>
      <select
        id={id}
        value={chosen.id.toString()}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3"
        onChange={(event) => {
          const token = tokens.find((one) => one.id.toString() === event.target.value)
          if (token) onChange(token)
        }}
      >
        {tokens.map((token) => (
          <option key={token.id.toString()} value={token.id.toString()}>
            {tokenName(kind, token.id)}: {usdt(token.usdtAmount)}
          </option>
        ))}
      </select>
    </div>
  )
}
