import { SignClient } from '@walletconnect/sign-client'

import type { WalletConnect } from '../chain/config'
import { WALLET_ICON, type FoundWallet } from './announced'
import { answerWithin } from './answer-within'
import { relayUrlOf, WALLET_CONNECT_ID } from './relay'
import { events, methods, sessionProvider } from './wallet-connect-provider'
import { createSessionStorage } from './wallet-connect-storage'
import { t } from '../words/t'

type Client = InstanceType<typeof SignClient>
type Session = ReturnType<Client['session']['getAll']>[number]

export type Pairing = {
  /** What the wallet scans or is opened with. */
  readonly uri: string
  /** The wallet, once the person has approved there. */
  readonly approved: Promise<FoundWallet>
  /** Nobody waits any more: a wallet that approves later is sent away. */
  readonly cancel: () => void
}

const RELAY_MS = 20_000
/** A proposal is void after five minutes; a little less, so that no code is shown that nothing answers. */
const CODE_MS = 290_000
const GOODBYE_MS = 3_000
/** The client gives up on a signature after this many seconds; the person can stop waiting before. */
const SIGNING_SECONDS = 3_600

const storage = createSessionStorage()
let opened: Promise<Client> | undefined
let current: { readonly topic: string; readonly provider: ReturnType<typeof sessionProvider> } | undefined
let onEnded: () => void = () => undefined

/** Asks the relay for a code that a wallet can be connected with, on these chains; `wished` is the one on screen. */
export async function pair(
  choice: WalletConnect,
  chainIds: readonly number[],
  wished: number,
): Promise<Pairing> {
  const client = await open(choice)
  const chains = chainIds.map((id) => `eip155:${id}`)
  const { uri, approval } = await answerWithin(
    client.connect({ optionalNamespaces: { eip155: { chains, methods, events } } }),
    RELAY_MS,
    'The relay does not answer.',
  )
  if (uri === undefined) throw new Error('WalletConnect gave no code.')
  let isCancelled = false
  const approved = answerWithin(
    approval(),
    CODE_MS,
    t`nobody approved in time, and the code is void now.`,
  ).then(async (session) => {
    if (isCancelled) {
      await goodbye(client, session.topic)
      throw new Error('Cancelled.')
    }
    return take(client, session, wished)
  })
  // Whoever waits is told; after `cancel` nobody does.
  approved.catch(() => undefined)
  return {
    uri,
    approved,
    cancel() {
      isCancelled = true
    },
  }
}

/** The wallet of an earlier visit, if its session lasts; the relay need not have answered yet. */
export async function restore(choice: WalletConnect, wished: number): Promise<FoundWallet | undefined> {
  const client = await open(choice)
  const latest = client.session.getAll().toSorted((a, b) => b.expiry - a.expiry)[0]
  return latest && take(client, latest, wished)
}

/** Is called when the wallet, and not this page, ends the connection. */
export function whenEnded(callback: () => void): void {
  onEnded = callback
}

function open(choice: WalletConnect): Promise<Client> {
  opened ??= start(choice)
  opened.catch(() => {
    opened = undefined
  })
  return opened
}

async function start(choice: WalletConnect): Promise<Client> {
  const client = await SignClient.init({
    projectId: choice.projectId,
    relayUrl: relayUrlOf(choice),
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- that class has nothing of its own
    storage,
    metadata: {
      name: 'Ballast',
      description: '',
      url: location.origin,
      icons: [new URL('icon.svg', document.baseURI).href],
    },
    telemetryEnabled: false,
    logger: 'silent',
  })
  // It would open a page of WalletConnect's in a hidden frame, to vouch for this page's address.
  client.core.verify.register = () => Promise.resolve(undefined)
  client.on('session_event', ({ topic, params: { event } }) => {
    if (topic === current?.topic) current.provider.tell(event.name, event.data)
  })
  client.on('session_update', ({ topic, params: { namespaces } }) => {
    if (topic === current?.topic) current.provider.update(namespaces)
  })
  const end = ({ topic }: { topic: string }) => {
    if (topic !== current?.topic) return
    const { provider } = current
    current = undefined
    storage.forget()
    onEnded()
    provider.end()
    hangUp(client)
  }
  client.on('session_delete', end)
  client.on('session_expire', end)
  return client
}

/** @throws where the wallet allows no account: then it is sent away */
async function take(client: Client, { topic, namespaces }: Session, wished: number): Promise<FoundWallet> {
  const provider = sessionProvider(namespaces, wished, {
    ask: (chainId, request) =>
      client.request({ topic, chainId, request: request as never, expiry: SIGNING_SECONDS }),
    async leave() {
      current = undefined
      storage.forget()
      const told = await Promise.all(client.session.getAll().map((session) => goodbye(client, session.topic)))
      hangUp(client)
      if (told.includes(false)) throw new Error('The relay does not answer.')
    },
  })
  const accounts = (await provider.request({ method: 'eth_accounts' })) as readonly unknown[]
  if (accounts.length === 0) {
    await goodbye(client, topic)
    throw new Error(t`It allowed no account on a network of this site.`)
  }
  current = { topic, provider }
  storage.keep()
  return {
    id: WALLET_CONNECT_ID,
    name: 'WalletConnect',
    icon: WALLET_ICON,
    provider: { ...provider, request: (args) => provider.request(args as never) },
  }
}

/** Without a wallet there is nothing to hear from the relay. The next code opens the line again. */
function hangUp(client: Client): void {
  client.core.relayer.transportClose().catch(() => undefined)
}

/** Tells the wallet that this page has left; whether the relay took the message in time. */
async function goodbye(client: Client, topic: string): Promise<boolean> {
  const reason = { code: 6000, message: 'The page has disconnected.' }
  try {
    await answerWithin(client.disconnect({ topic, reason }), GOODBYE_MS, '')
    return true
  } catch {
    return false
  }
}
