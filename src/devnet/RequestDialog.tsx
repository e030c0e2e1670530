import { type ReactNode, useSyncExternalStore } from 'react'
import { formatEther, hexToBigInt, isAddressEqual, type Address } from 'viem'
import { accounts } from '../../devnet/accounts'
import type { Network } from '../chain/config'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import type { NamedContract } from '../../devnet/system'
import { decodeCall } from './decode'
import { labelOf, useNamedContracts } from './named-contracts'
import { currentRequest, subscribeRequests } from './requests'
import type { ConnectRequest, DevnetTransaction, SendRequest } from './requests'

/** The devnet wallet's own window: what the extension's popup is to a real wallet. */
export function RequestDialog({ network }: { network: Network }) {
  const request = useSyncExternalStore(subscribeRequests, currentRequest)
  if (!request) return null
  if (request.kind === 'connect') return <ConnectDialog request={request} />
  return <SendDialog key={request.id} request={request} network={network} />
}

function ConnectDialog({ request }: { request: ConnectRequest }) {
  return (
    <Dialog isOpen title="Devnet wallet: connect" onClose={() => request.answer(undefined)}>
      <p className="mb-3 text-muted">Which account may this site see?</p>
      <ul className="grid gap-1">
        {accounts.map(({ address, label }) => (
          <li key={address}>
            <Button variant="quiet" isWide onClick={() => request.answer(address)}>
              <span className="flex w-full items-baseline justify-between gap-3">
                {label}{' '}
                <span className="font-mono text-xs text-muted">{`${address.slice(0, 8)}…${address.slice(-4)}`}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function SendDialog({ request, network }: { request: SendRequest; network: Network }) {
  return (
    <Dialog
      isOpen
      title="Devnet wallet: confirm"
      onClose={() => request.answer(false)}
      footer={
        <>
          <Button onClick={() => request.answer(false)}>Reject</Button>
          <Button variant="primary" onClick={() => request.answer(true)}>
            Confirm
          </Button>
        </>
      }
    >
      <TransactionDetails transaction={request.transaction} network={network} />
    </Dialog>
  )
}

function TransactionDetails({ transaction, network }: { transaction: DevnetTransaction; network: Network }) {
  const { from, to, data = '0x', value } = transaction
  const named = useNamedContracts(network)
  const target = to && named?.find(({ address }) => isAddressEqual(address, to))
  const call = target && decodeCall(target.abi, data)
  return (
    <dl className="grid gap-3">
      <Line name="From">
        <Party named={named} address={from} />
      </Line>
      <Line name="To">{to ? <Party named={named} address={to} /> : 'A new contract'}</Line>
      {call && (
        <Line name="Function">
          <span className="font-mono">{call.functionName}</span>
        </Line>
      )}
      {call?.args.map(({ name, text, address }) => (
        <Line key={name} name={name}>
          {address ? (
            <Party named={named} address={address} />
          ) : (
            <span className="font-mono break-all">{text}</span>
          )}
        </Line>
      ))}
      {named && !call && data !== '0x' && (
        <Line name="Data, not a function of a contract the devnet knows">
          <span className="font-mono break-all">{data}</span>
        </Line>
      )}
      <Line name="Ether">{formatEther(value ? hexToBigInt(value) : 0n)}</Line>
    </dl>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Party({ named, address }: { named: readonly NamedContract[] | undefined; address: Address }) {
  const label = labelOf(named ?? [], address)
  return (
    <>
      {label ?? (named ? 'Not one of the devnet’s contracts' : 'Looking it up…')}
      <br />
      <span className="font-mono text-xs break-all text-muted">{address}</span>
    </>
  )
}
