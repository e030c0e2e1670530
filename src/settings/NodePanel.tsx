import { useId, useState } from 'react'

import { isSafeUrl } from '../chain/safe-url'
import { useNetwork } from '../chain/network'
import { preferNode, preferredNode } from '../chain/preferred-node'
import { useBlock } from '../chain/use-block'
import { Button } from '../ui/Button'
import { ErrorState } from '../ui/ErrorState'
import { Panel } from '../ui/Panel'
import { checkNode, watchPolicy } from './check-node'
import { SplitChoice } from './SplitChoice'
import { t } from '../words/t'

/** Who is asked first about the chain: a configured node, or the person's own. trust.md D15 */
export function NodePanel() {
  const network = useNetwork()
  const head = useBlock()?.number
  const [used] = useState(() => preferredNode(network.chainId) ?? network.rpcUrls[0] ?? '')
  const isUsedOwn = !network.rpcUrls.includes(used)
  const [isOwn, setIsOwn] = useState(isUsedOwn)
  const [chosen, setChosen] = useState(used)
  const [typed, setTyped] = useState(isUsedOwn ? used : '')
  const [problem, setProblem] = useState<string>()
  const [hasPassed, setHasPassed] = useState(false)
  const [isChecking, setIsChecking] = useState(false)
  const url = isOwn ? typed.trim() : chosen

  const forget = () => {
    setProblem(undefined)
    setHasPassed(false)
  }
  const choose = (isOwnChosen: boolean, configured = chosen) => {
    setIsOwn(isOwnChosen)
    setChosen(configured)
    forget()
  }
  const type = (text: string) => {
    setTyped(text)
    forget()
  }
  const use = async () => {
    forget()
    if (!isSafeUrl(url)) {
      setProblem(t`Enter an https:// address, or http:// on this machine, without a user name in it.`)
      return
    }
    setIsChecking(true)
    const policy = watchPolicy(url)
    const found = await checkNode(network, url, head)
    const isBlocked = found !== undefined && (await policy.wasBlocked())
    setIsChecking(false)
    if (found !== undefined) {
      setProblem(isBlocked ? blockedSentence(url) : found)
      return
    }
    if (url === used) {
      setHasPassed(true)
      return
    }
    preferNode(network.chainId, url === network.rpcUrls[0] ? undefined : url)
    // Everything read so far came from another node: the page starts anew with this one.
    window.location.reload()
  }

  return (
    <Panel title={t`Node`} lead={t`Who is asked first about ${network.name}; the others only when it fails.`}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void use()
        }}
      >
        <fieldset>
          <legend className="sr-only">{t`Node asked first`}</legend>
          {network.rpcUrls.map((configured) => (
            <Choice
              key={configured}
              label={new URL(configured).host}
              isUsed={configured === used}
              isChecked={!isOwn && configured === chosen}
              onChoose={() => choose(false, configured)}
            />
          ))}
          <Choice label={t`My own node`} isUsed={isUsedOwn} isChecked={isOwn} onChoose={() => choose(true)} />
        </fieldset>
        {isOwn && <UrlField value={typed} onChange={type} />}
        {problem !== undefined && <ErrorState title={t`This node is not used`} reason={problem} />}
        {hasPassed && <p role="status">{t`It passes every check and is asked first already.`}</p>}
        <div>
          <Button type="submit" disabled={isChecking}>
            {isChecking ? t`Checking…` : t`Check and use`}
          </Button>
        </div>
        <p className="text-xs text-muted">
          {t`It is checked for its chain, the age of its newest block, and the registry’s code. The node sees which accounts you look at.`}
        </p>
      </form>
      <SplitChoice />
    </Panel>
  )
}

function blockedSentence(url: string): string {
  const { host } = new URL(url)
  return t`The security policy of this site keeps your browser from asking ${host}. Whoever runs the site has to allow it (rpcUrls in config.json, and the headers made from it); a copy that you serve yourself can allow any node.`
}

type ChoiceProps = { label: string; isUsed: boolean; isChecked: boolean; onChoose: () => void }

function Choice({ label, isUsed, isChecked, onChoose }: ChoiceProps) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2 sm:min-h-8">
      <input
        type="radio"
        name="node"
        className="size-4 accent-accent"
        checked={isChecked}
        onChange={onChoose}
      />
      <span className="min-w-0 break-all">{label}</span>
      {isUsed && <span className="text-xs text-muted">{t`asked first`}</span>}
    </label>
  )
}

function UrlField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-xs font-medium text-muted">
        {t`RPC URL`}
      </label>
      <input
        id={id}
        type="text"
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        placeholder="https://"
        value={value}
        aria-describedby={`${id}-note`}
        className="min-h-11 w-full min-w-0 rounded-md border border-line-strong bg-surface px-3 font-mono text-xs"
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-note`} className="text-xs text-muted">
        {t`The node must answer pages of this site (CORS), and the site’s security policy must allow it. Where it does not, the browser blocks the node and the check says so.`}
      </p>
    </div>
  )
}
