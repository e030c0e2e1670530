import { connection } from '../chain/connection'
import { Button } from '../ui/Button'
import { Callout } from '../ui/Callout'
import { t } from '../words/t'

/** Says that the wallet at the other end of a relay has left: nothing else on the page would. */
export function WalletEnded() {
  return (
    <div role="status">
      <Callout
        tone="warn"
        title={t`Your wallet has ended the connection`}
        action={
          <Button size="small" onClick={() => connection.set({ status: 'none' })}>
            {t`Close`}
          </Button>
        }
      >
        <p>{t`Connect it again to send anything. What was sent before is followed all the same.`}</p>
      </Callout>
    </div>
  )
}
