import type { Person } from '../chain/use-person'
import { EpochCalendar } from './EpochCalendar'
import { ExitFigures } from './ExitFigures'
import { RedeemPanel } from './RedeemPanel'
import { RequestList } from './RequestList'
import { RequestPanel } from './RequestPanel'
import type { Vault, VaultState } from './snapshot'
import { VaultFrame } from './VaultFrame'
import { t } from '../words/t'

export default function ExitPage() {
  return (
    <VaultFrame
      title={t`Withdraw from mUSDT`}
      lead={t`Burn mUSDT for USDT at the vault’s price.`}
      whatConnectingShows={t`Connect a wallet to see its mUSDT, its requests, and what can be redeemed now.`}
    >
      {({ vault, person }) =>
        vault.state.isKnown ? (
          <Exit vault={vault} state={vault.state.value} person={person} />
        ) : (
          <ExitFigures vault={vault} hasEpochs />
        )
      }
    </VaultFrame>
  )
}

/** By request, in the epoch it was asked for; or at once where the vault has no epochs. rules.md M8 */
function Exit({ vault, state, person }: { vault: Vault; state: VaultState; person: Person }) {
  const { epochs } = state
  if (!epochs)
    return (
      <>
        <ExitFigures vault={vault} hasEpochs={false} />
        <div className="w-full max-w-xl">
          <RedeemPanel vault={vault} state={state} person={person} />
        </div>
      </>
    )
  return (
    <>
      <ExitFigures vault={vault} hasEpochs />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <RequestPanel vault={vault} state={state} epochs={epochs} person={person} />
        <RedeemPanel vault={vault} state={state} person={person} />
      </div>
      <RequestList vault={vault} state={state} person={person} />
      <EpochCalendar vault={vault} state={state} epochs={epochs} person={person} />
    </>
  )
}
