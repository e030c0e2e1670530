import { useState } from 'react'
import { getAddress } from 'viem'

import { Choices } from '../ui/Choices'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { Skeleton } from '../ui/Skeleton'
import type { Oracle } from './oracle-view'
import { t } from '../words/t'

const PriceHistory = lazyPart(() => import('./PriceHistory'))

/** Events are only read for those who ask, one price at a time. */
export function PastPrices({ oracles, now }: { oracles: readonly Oracle[]; now: bigint }) {
  const [chosen, choose] = useState<string>()
  const told = oracles.flatMap(({ name, prices, module }) => {
    const address = module?.frozenAt.source.contract
    return prices.isKnown && address !== undefined
      ? [{ name, prices: prices.value, module: getAddress(address) }]
      : []
  })
  const one = told.find(({ module }) => module === chosen)
  return (
    <div className="mt-4 grid gap-2 border-t pt-4">
      <p className="text-xs text-muted">{t`What a price has been, step by step:`}</p>
      <Choices
        label={t`History of a price`}
        choices={told.map(({ module, name }) => ({ id: module, label: name }))}
        chosen={chosen}
        onChoose={choose}
      />
      {one && (
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <PriceHistory key={one.module} {...one} now={now} />
        </Later>
      )}
    </div>
  )
}
