import { useId, useState } from 'react'
import type { Address } from 'viem'
import { useLocation } from 'wouter'

import { readAddress } from '../tx/plan/recipient'
import { Button } from '../ui/Button'
import { useWatched, watchPath } from './watched'
import { t } from '../words/t'

/** Looks at any account without a wallet, together with those that are looked at already. */
export function WatchForm({ besides = [] }: { besides?: readonly Address[] }) {
  const id = useId()
  const [, navigate] = useLocation()
  const linked = useWatched()
  const [text, setText] = useState(besides.length > 0 ? '' : (linked?.text ?? ''))
  const [problem, setProblem] = useState<string>()
  return (
    <form
      className="grid gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readAddress(text)
        if (read.isOk) {
          navigate(watchPath([...besides, read.address]))
          setText('')
        } else setProblem(text.trim() === '' ? t`Enter the address of an account.` : read.problem)
      }}
    >
      <label htmlFor={id} className="text-xs text-muted">
        {besides.length > 0 ? t`Another address, added up with these` : t`See any account, no wallet needed`}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type="text"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={t`0x… address`}
          value={text}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-note`}
          className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs sm:min-h-9"
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        <Button type="submit">{besides.length > 0 ? t`Add` : t`Watch`}</Button>
      </div>
      <div id={`${id}-note`} aria-live="polite">
        {problem !== undefined && <p className="text-xs text-danger">{problem}</p>}
      </div>
    </form>
  )
}
