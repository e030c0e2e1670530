import { amountText } from '../math/amount'
import { knownValue } from '../math/reading'
import { silosIn } from '../math/silos-figures'
import type { Todo } from '../system/overview'
import { par, worthDown } from '../system/worth'
import { closingOf } from './closing'
import { matterText, type Proposal } from './proposals'
import { usdcUnit, xtzUnit, type Silos } from './snapshot'
import { xtzPrice } from './worth'
import { t } from '../words/t'

/** What waits for the account, and for a trustee what anyone could do and nobody has done. rules.md S5, S8, S18 */
export function todosOf({ holder, state }: Pick<Silos, 'holder' | 'state'>): readonly Todo[] {
  const todo = (key: string, what: string, why: string, part: string, action = t`View`): Todo => {
    return { key, what, why, href: `/silos/trustees?part=${part}`, action }
  }
  const price = xtzPrice(knownValue(state))
  const owed = [
    [knownValue(holder?.owedUsd) ?? 0n, usdcUnit, par(usdcUnit.symbol)],
    [knownValue(holder?.owedXtz) ?? 0n, xtzUnit, price],
  ] as const
  const claims = owed
    .filter(([amount]) => amount > 0n)
    .map(([amount, unit, usd]): Todo => {
      const why = t`It was credited by a distribution.`
      return {
        ...todo(unit.symbol, t`Claim ${amountText(amount, unit)}`, why, 'dividends', t`Claim`),
        ...(usd && { usdWad: worthDown(amount, unit.decimals, usd) }),
      }
    })
  const known = knownValue(state)
  if (!known || knownValue(holder?.isTrustee) !== true) return claims
  const [, silo2] = silosIn(known)
  return [
    ...(silo2.standing === 'alarm'
      ? [todo('replenish', t`Replenish Silo 2`, t`It is short; Silo 3 can buy XTZ for it.`, 'replenish')]
      : []),
    ...claims,
    ...(closingOf(known).kind === 'due'
      ? [
          todo(
            'cycle',
            t`Close cycle ${known.cycle.number + 1n}`,
            t`It has ended; anyone may close it.`,
            'cycle',
          ),
        ]
      : []),
  ]
}

/** Open votes in which the account, a trustee, has not voted; what this app can't read it lets nobody vote for. rules.md S18 */
export function voteTodos(proposals: readonly Proposal[]): readonly Todo[] {
  return proposals.flatMap(({ id, stage, matter, endsAt, hasVoted }): readonly Todo[] =>
    stage !== 'voting' || matter.kind === 'unknown' || knownValue(hasVoted) !== false
      ? []
      : [
          {
            ...{ key: `vote ${id}`, what: t`Vote on proposal ${id}, or leave it`, why: matterText(matter) },
            ...{ href: '/silos/trustees?part=proposals', action: t`View`, voidAt: endsAt },
          },
        ],
  )
}
