import { Link } from 'wouter'
import { useChainHealth, useNetwork, useRuntime } from '../chain/network'
import { useBlock } from '../chain/use-block'
import { displayAmount } from '../math/amount'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { Popover } from '../ui/Popover'
import { toneText } from '../ui/tone'
import { t } from '../words/t'

const health = {
  ok: { word: t`Connected`, tone: 'success', icon: 'check' },
  degraded: { word: t`Degraded`, tone: 'warn', icon: 'warn' },
  offline: { word: t`No connection`, tone: 'danger', icon: 'stop' },
} as const

/** The network, how well it answers, and its newest block. */
export function NetworkBadge() {
  const network = useNetwork()
  const { status, detail } = useChainHealth()
  const { networks } = useRuntime().config
  const block = useBlock()
  const { word, tone, icon } = health[status]
  return (
    <div className="flex min-w-0 items-center gap-1 text-xs">
      <Popover
        label={t`Network ${network.name}: ${word}`}
        trigger={<Icon name={icon} className={toneText[tone]} />}
      >
        <p className="text-sm font-medium">{network.name}</p>
        <p className={classes('mt-1 font-medium', toneText[tone])}>{word}</p>
        <p className="text-muted">{detail}</p>
        <p className="mt-1 text-muted">{t`Chain id ${network.chainId}`}</p>
        {networks.length > 1 && (
          <Link
            href="/settings?part=network"
            className="mt-2 block text-sm font-medium text-accent underline underline-offset-2"
          >
            {t`Choose another network`}
          </Link>
        )}
      </Popover>
      <span className="min-w-0 leading-tight @max-2xs:hidden">
        <span className="block truncate font-medium">{status === 'ok' ? network.name : word}</span>
        <span className="block text-muted">
          {block ? t`Block ${displayAmount(block.number, 0)}` : t`No block yet`}
        </span>
      </span>
    </div>
  )
}
