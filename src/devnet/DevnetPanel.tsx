import { useState, useSyncExternalStore } from 'react'
import type { Address } from 'viem'
import { accounts } from '../../devnet/accounts'
import { chainSeconds } from '../../devnet/actions'
import { connect } from '../../devnet/rpc'
import type { PanelGroup } from '../../devnet/system'
import { systemsIn } from '../../devnet/systems'
import { moveClock } from '../../devnet/time'
import type { Network } from '../chain/config'
import { ButtonGroup } from './ButtonGroup'
import { chainGroup, clockText, moneyGroup, timeGroup } from './chain-groups'
import { selectAccount, selectedAccount, subscribeAccount } from './selected-account'

/** What a person can do to the local chain: be somebody else, get money, let time pass, start over, and what its systems offer. */
export function DevnetPanel({ network }: { network: Network }) {
  const account = useSyncExternalStore(subscribeAccount, selectedAccount)
  const [isBusy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [offers, setOffers] = useState<readonly PanelGroup[]>([])
  const [rpcUrl] = network.rpcUrls
  if (!network.isDevnet || rpcUrl === undefined) return null

  const { contracts } = network
  const rpc = connect(rpcUrl)
  const chain = { rpc, moveClock: (seconds: number) => moveClock(rpc, contracts, seconds) }

  const run = async (work: () => Promise<string>) => {
    setBusy(true)
    try {
      setMessage(await work())
      const panels = systemsIn(contracts).map((present) => present.system.panel(chain, present.contracts))
      setOffers((await Promise.all(panels)).flat())
    } catch (error) {
      setMessage(error instanceof Error ? error.message : 'The devnet did not answer.')
    }
    setBusy(false)
  }

  return (
    <details
      className="fixed end-2 bottom-[calc(var(--bottom-bar)+0.5rem)] z-40 max-h-[80dvh] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface shadow-lg open:w-72 open:pb-3"
      onToggle={({ currentTarget }) =>
        currentTarget.open && run(async () => clockText(await chainSeconds(rpc)))
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
        <ButtonGroup
          group={moneyGroup(chain, contracts.shared?.usdt, account)}
          isDisabled={isBusy || !account}
          run={run}
        />
        {[timeGroup(chain, contracts), ...offers, chainGroup(chain)].map((group) => (
          <ButtonGroup key={group.title} group={group} isDisabled={isBusy} run={run} />
        ))}
        <p role="status" className="min-h-10 text-xs break-words text-muted">
          {message}
        </p>
      </div>
    </details>
  )
}

function accountOf(value: string): Address | undefined {
  return accounts.find(({ address }) => address === value)?.address
}
