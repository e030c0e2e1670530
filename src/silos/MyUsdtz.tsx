import { Link } from 'wouter'

import { amountText, displayAmount, exactText } from '../math/amount'
import { knownValue } from '../math/reading'
import { Figure } from '../ui/Figure'
import { Panel } from '../ui/Panel'
import type { PageProps } from './SilosFrame'
import { usdcUnit, usdtzUnit } from './snapshot'
import { t } from '../words/t'

/** The person's own, and where to move it. Nothing for who is not connected but the way there. */
export function MyUsdtz({ silos: { holder } }: PageProps) {
  const mine = knownValue(holder?.usdtz)
  return (
    <Panel title={t`Your USDtz`}>
      {holder ? (
        <Figure
          label={t`You hold`}
          reading={holder.usdtz}
          format={(value) => displayAmount(value, 6)}
          full={(value) => exactText(value, usdtzUnit)}
          unit="USDtz"
          {...(mine !== undefined && mine > 0n && { hint: t`Redeems for ${amountText(mine, usdcUnit)}.` })}
        />
      ) : (
        <p className="text-sm text-muted">{t`Connect a wallet to see what it holds.`}</p>
      )}
      <Link
        href="/silos/usdtz"
        className="mt-2 inline-flex min-h-11 w-full items-center justify-center rounded-md bg-accent text-sm font-medium text-accent-ink hover:bg-accent/90 sm:min-h-9"
      >
        {t`Mint or redeem`}
      </Link>
    </Panel>
  )
}
