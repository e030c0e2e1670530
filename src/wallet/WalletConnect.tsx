import { Suspense, useEffect, useState } from 'react'

import type { WalletConnect as Choice } from '../chain/config'
import { useRuntime } from '../chain/network'
import { Boundary } from '../ui/Boundary'
import { Button } from '../ui/Button'
import { inTime, lazyPart } from '../ui/chunk'
import { CopyButton } from '../ui/CopyButton'
import { isHandheld } from './handheld'
import { relayUrlOf } from './relay'
import { walletReason } from './wallet-reason'
import type { Pairing } from './wallet-connect'
import { t } from '../words/t'

const Code = lazyPart(() => import('./Code'))

const noCode = t`The relay gave no code. Check the connection, then try again.`

type WalletConnectProps = { choice: Choice; onClose: () => void }

/** A wallet elsewhere, reached through WalletConnect: its code or link, until the wallet has answered. */
export default function WalletConnect({ choice, onClose }: WalletConnectProps) {
  const [attempt, setAttempt] = useState(0)
  const relay = new URL(relayUrlOf(choice)).host
  return (
    <div className="grid gap-3">
      <Attempt key={attempt} choice={choice} onClose={onClose} onAgain={() => setAttempt(attempt + 1)} />
      <p className="text-xs text-muted">
        {t`What the page and the wallet say to each other is encrypted and passed on by ${relay}. That host learns both internet addresses, that they belong together, and when something is asked; the figures here are read from the site’s own nodes.`}
      </p>
    </div>
  )
}

function Attempt({ choice, onClose, onAgain }: WalletConnectProps & { onAgain: () => void }) {
  const { client, network, config } = useRuntime()
  const [uri, setUri] = useState<string>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => {
    let isLeft = false
    let pairing: Pairing | undefined
    const run = async () => {
      try {
        const [{ pair }, { connectDistant }] = await inTime(
          Promise.all([import('./wallet-connect'), import('./session')]),
        )
        const chainIds = config.networks.map(({ chainId }) => chainId)
        pairing = await pair(choice, chainIds, network.chainId)
        if (isLeft) {
          pairing.cancel()
          return
        }
        setUri(pairing.uri)
        await connectDistant(client, await pairing.approved)
        onClose()
      } catch (error) {
        if (!isLeft) setProblem(pairing ? walletReason(error) : noCode)
      }
    }
    void run()
    return () => {
      isLeft = true
      pairing?.cancel()
    }
  }, [choice, client, network, config, onClose])

  if (problem !== undefined)
    return (
      <div role="alert" className="grid justify-items-start gap-2">
        <p>{problem}</p>
        <Button onClick={onAgain}>{t`Try again`}</Button>
      </div>
    )
  if (uri === undefined)
    return (
      <>
        <p role="status">{t`Asking the relay for a code…`}</p>
        {!isHandheld() && <div className="mx-auto size-64" />}
      </>
    )
  return isHandheld() ? <LinkToWallet uri={uri} /> : <CodeForWallet uri={uri} />
}

function LinkToWallet({ uri }: { uri: string }) {
  return (
    <>
      <p>{t`Open a wallet on this phone with the link, or copy the link into it. Approve there, then come back.`}</p>
      <a
        href={uri}
        className="flex min-h-11 items-center justify-center rounded-md border border-transparent bg-accent px-3.5 font-medium text-accent-ink hover:bg-accent/90"
      >
        {t`Open a wallet`}
      </a>
      <CopyLink uri={uri} />
    </>
  )
}

function CodeForWallet({ uri }: { uri: string }) {
  return (
    <>
      <p>{t`Scan this code with a wallet on another device, or copy the link into one on this device; then approve there.`}</p>
      <Boundary fallback={() => null}>
        <Suspense fallback={<div className="mx-auto size-64" />}>
          <Code text={uri} label={t`Code that connects a wallet`} />
        </Suspense>
      </Boundary>
      <CopyLink uri={uri} />
    </>
  )
}

function CopyLink({ uri }: { uri: string }) {
  return (
    <p className="flex items-start gap-1 text-xs">
      <span translate="no" dir="ltr" className="line-clamp-2 break-all font-mono text-muted">
        {uri}
      </span>
      <CopyButton text={uri} label={t`Copy the link`} />
    </p>
  )
}
