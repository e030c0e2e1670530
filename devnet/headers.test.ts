import { expect, it } from 'vitest'
import { deploymentOf, hostHeadersFile, nginxConfiguration, type Config } from './headers'

const deployment = { rpcUrls: [], safeOrigins: [] }

it('nginx compresses scripts, whichever of the two names its mime.types gives them', () => {
  const types = /gzip_types ([^;]+);/.exec(nginxConfiguration(deployment))?.[1]?.split(' ')
  expect(types).toEqual(expect.arrayContaining(['text/javascript', 'application/javascript', 'text/css']))
})

it('names the relay of WalletConnect where config.json wants it, and no other host', () => {
  const config = { networks: [{ rpcUrls: ['https://rpc.example/key'] }] }
  const askedOf = (walletConnect?: Config['walletConnect']) =>
    /connect-src ([^;]+);/.exec(
      hostHeadersFile(deploymentOf({ ...config, ...(walletConnect && { walletConnect }) })),
    )?.[1]
  expect(askedOf()).toBe("'self' https://rpc.example")
  expect(askedOf({ projectId: 'a' })).toBe("'self' https://rpc.example wss://relay.walletconnect.org")
  expect(askedOf({ projectId: 'a', relayUrl: 'https://relay.example/path' })).toBe(
    "'self' https://rpc.example wss://relay.example",
  )
})

it.each([
  [[], "frame-ancestors 'none'"],
  [
    ['https://app.safe.global', 'https://safe.example'],
    'frame-ancestors https://app.safe.global https://safe.example',
  ],
])('runs in the frames of %s and in no others', (safeOrigins, directive) => {
  for (const file of [hostHeadersFile, nginxConfiguration])
    expect(file({ ...deployment, safeOrigins })).toMatch(new RegExp(`; ${directive}("|\\n)`))
})

it('lets the nodes and the server of events of each network be asked, and nobody else', () => {
  const rpcUrls = ['https://node.example/key']
  const networks = [{ rpcUrls, historyUrl: 'https://events.example/logs' }, { rpcUrls }]
  expect(hostHeadersFile(deploymentOf({ networks }))).toContain(
    "; connect-src 'self' https://node.example https://events.example;",
  )
})
