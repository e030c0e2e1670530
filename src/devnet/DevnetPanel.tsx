import { useState, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { accounts } from '../../devnet/accounts'
import * as devnet from '../../devnet/actions'
import { connect } from '../../devnet/rpc'
import { nextWindow } from '../../devnet/systems/musdt/actions'
import type { Network } from '../chain/config'
import { PanelButton, PanelGroup } from './PanelGroup'
import { selectAccount, selectedAccount, subscribeAccount } from './selected-account'
import { VaultGroup } from './VaultGroup'

const day = 86_400
const tenThousandUsdt = { usdtAmount: 10_000_000_000n, wei: 0n }
const tenEther = { usdtAmount: 0n, wei: 10n ** 19n }

/** What a person can do to the local chain: be somebody else, get money, let time pass, start over. */
export function DevnetPanel({ network }: { network: Network }) {
  const account = useSyncExternalStore(subscribeAccount, selectedAccount)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [due, setDue] = useState<readonly devnet.SeriesSummary[]>([])
  const [rpcUrl] = network.rpcUrls
  const { shared, backstop, musdt } = network.contracts
  const registry = backstop?.registry
  const musdtVault = musdt?.vault
  const usdt = shared?.usdt
  if (!network.isDevnet || rpcUrl === undefined || !registry || !usdt) return null

  const rpc = connect(rpcUrl)

  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      setMessage(await work())
      setDue(await devnet.dueSeries(rpc, registry))
    } catch (error) {
      setMessage(error instanceof Error ? error.message : 'The devnet did not answer.')
    }
    setBusy(false)
  }
  const moveBy = (seconds: number) =>
    run(async () => {
      await devnet.moveClock(rpc, registry, (await devnet.chainSeconds(rpc)) + seconds)
      return clockText(await devnet.chainSeconds(rpc))
    })
  const moveTo = (find: () => ReturnType<typeof devnet.nextEdge>) =>
    run(async () => {
      const edge = await find()
      if (!edge) return 'No window opens or closes any more. Reset starts over.'
      await devnet.moveClock(rpc, registry, edge.seconds)
      return `${edge.what}. ${clockText(edge.seconds)}`
    })
  const give = (to: Address, gift: { usdtAmount: bigint; wei: bigint }, what: string) =>
    run(async () => {
      await devnet.fund(rpc, usdt, to, gift)
      return `${what} sent to ${to}.`
    })
  const price = (bps: number) =>
    run(async () => {
      await devnet.recordPrices(rpc, registry, bps)
      return 'Prices recorded.'
    })

  return (
    <details
      className="fixed right-2 bottom-[calc(var(--bottom-bar)+0.5rem)] z-40 max-h-[80dvh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface shadow-lg open:w-72 open:pb-3"
      onToggle={({ currentTarget }) =>
        currentTarget.open && run(async () => clockText(await devnet.chainSeconds(rpc)))
      }
    >
      <summary className="px-3 py-2 font-medium">Devnet</summary>
      <div className="grid gap-3 px-3">
        <label className="grid gap-1 text-xs text-muted">
          Account
          <select
            className="min-h-9 rounded-md border bg-surface px-2 text-sm text-ink"
            value={account ?? ''}
            onChange={({ target }) => selectAccount(accountOf(target.value))}
          >
            <option value="">Not connected</option>
            {accounts.map(({ address, label }) => (
              <option key={address} value={address}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <PanelGroup title="Money">
          <PanelButton
            isDisabled={isBusy || !account}
            onPress={() => account && give(account, tenThousandUsdt, '10,000 USDT')}
          >
            Get 10,000 USDT
          </PanelButton>
          <PanelButton
            isDisabled={isBusy || !account}
            onPress={() => account && give(account, tenEther, '10 ether')}
          >
            Get 10 ether
          </PanelButton>
        </PanelGroup>
        <PanelGroup title="Time">
          <PanelButton isDisabled={isBusy} onPress={() => moveBy(day)}>
            +1 day
          </PanelButton>
          <PanelButton
            isDisabled={isBusy}
            onPress={() => moveTo(() => nextWindow(rpc, { backstopRegistry: registry, musdtVault }))}
          >
            Next window
          </PanelButton>
          <PanelButton
            isDisabled={isBusy}
            onPress={() => moveTo(() => devnet.nextEdge(rpc, registry, 'maturity'))}
          >
            Next maturity
          </PanelButton>
          <PanelButton
            isDisabled={isBusy}
            onPress={() =>
              run(async () => {
                await rpc('evm_mine')
                return 'A block was mined.'
              })
            }
          >
            Mine a block
          </PanelButton>
        </PanelGroup>
        <PanelGroup title="Prices">
          <PanelButton isDisabled={isBusy} onPress={() => price(0)}>
            Record
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => price(-1000)}>
            MSTR −10%
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => price(1000)}>
            MSTR +10%
          </PanelButton>
        </PanelGroup>
        {musdtVault && (
          <VaultGroup rpc={rpc} registry={registry} vault={musdtVault} isBusy={isBusy} run={run} />
        )}
        {due.length > 0 && (
          <PanelGroup title="Due">
            {due.map(({ address, name, phase }) => (
              <PanelButton
                key={address}
                isDisabled={isBusy}
                onPress={() =>
                  run(async () => {
                    await devnet.advance(rpc, address, phase === 'Sale' ? 'finalizeSale' : 'settle')
                    return `${name}: ${phase === 'Sale' ? 'sale finalized' : 'settled'}.`
                  })
                }
              >
                {phase === 'Sale' ? 'Finalize' : 'Settle'} {name}
              </PanelButton>
            ))}
          </PanelGroup>
        )}
        <PanelGroup title="Chain">
          <PanelButton
            isDisabled={isBusy}
            onPress={() =>
              run(async () => {
                await devnet.reset(rpc)
                // Another past: nothing that is on screen or in memory holds any more.
                location.reload()
                return 'Reset.'
              })
            }
          >
            Reset to the start
          </PanelButton>
        </PanelGroup>
        <p role="status" className="min-h-10 text-xs break-words text-muted">
          {message}
        </p>
      </div>
    </details>
  )
}

function clockText(seconds: number) {
  return `Chain time: ${new Date(seconds * 1000).toLocaleString(undefined, { timeZoneName: 'short' })}`
}

function accountOf(value: string): Address | undefined {
  return accounts.find(({ address }) => address === value)?.address
}
