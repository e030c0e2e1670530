import { useState, useSyncExternalStore, type ReactNode } from 'react'
import type { Address } from 'viem'
import { accounts } from '../../../devnet/accounts.mjs'
import * as devnet from '../../../devnet/actions.mjs'
import { connect } from '../../../devnet/rpc.mjs'
import type { Network } from '../../chain/config'
import { Button } from '../../ui/Button'
import { selectAccount, selectedAccount, subscribeAccount } from './selected-account'

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
  if (!network.isDevnet || rpcUrl === undefined) return null

  const rpc = connect(rpcUrl)
  const { backstopRegistry: registry, usdt } = network.contracts

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
  const moveToEdge = (kind: 'any' | 'maturity') =>
    run(async () => {
      const edge = await devnet.nextEdge(rpc, registry, kind)
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
        <Group title="Money">
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
        </Group>
        <Group title="Time">
          <PanelButton isDisabled={isBusy} onPress={() => moveBy(day)}>
            +1 day
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => moveToEdge('any')}>
            Next window
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => moveToEdge('maturity')}>
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
        </Group>
        <Group title="Prices">
          <PanelButton isDisabled={isBusy} onPress={() => price(0)}>
            Record
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => price(-1000)}>
            MSTR −10%
          </PanelButton>
          <PanelButton isDisabled={isBusy} onPress={() => price(1000)}>
            MSTR +10%
          </PanelButton>
        </Group>
        {due.length > 0 && (
          <Group title="Due">
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
          </Group>
        )}
        <Group title="Chain">
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
        </Group>
        <p role="status" className="min-h-10 text-xs break-words text-muted">
          {message}
        </p>
      </div>
    </details>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={title}>
      <p className="mb-1 text-xs text-muted">{title}</p>
      <div className="flex flex-wrap gap-1">{children}</div>
    </div>
  )
}

type PanelButtonProps = { isDisabled: boolean; onPress: () => unknown; children: ReactNode }

function PanelButton({ isDisabled, onPress, children }: PanelButtonProps) {
  return (
    <Button size="small" disabled={isDisabled} onClick={() => void onPress()}>
      {children}
    </Button>
  )
}

function clockText(seconds: number) {
  return `Chain time: ${new Date(seconds * 1000).toLocaleString(undefined, { timeZoneName: 'short' })}`
}

function accountOf(value: string): Address | undefined {
  return accounts.find(({ address }) => address === value)?.address
}
