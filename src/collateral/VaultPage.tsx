import { ErrorState } from '../ui/ErrorState'
import { OneOf } from './OneOf'
import { standOf } from './vault-view'
import { VaultView } from './VaultView'
import { t } from '../words/t'

export default function VaultPage() {
  return (
    <OneOf
      what="vault"
      lead={t`What it holds and owes, and how far it is from liquidation. Anybody can watch it.`}
    >
      {({ collateral, type, ...shown }) => {
        const stand = standOf(collateral, type)
        if ('why' in stand) return <ErrorState reason={stand.why} retry={() => window.location.reload()} />
        return <VaultView {...shown} collateral={collateral} type={type} stand={stand} />
      }}
    </OneOf>
  )
}
