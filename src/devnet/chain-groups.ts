import type { Address } from 'viem'
import { chainSeconds, fund, reset, type Gift } from '../../devnet/actions'
import type { Groups, PanelGroup, Running } from '../../devnet/system'
import { edgeKinds, nextEdge } from '../../devnet/time'

const day = 86_400

/** Money for an account. */
export function moneyGroup({ rpc }: Running, usdt: Address | undefined, to: Address | undefined): PanelGroup {
  const give = (what: string, gift: Gift) => ({
    label: `Get ${what}`,
    run: async () => {
      if (!usdt || !to) return 'There is no account to give to, or no USDT on this chain.'
      await fund(rpc, usdt, to, gift)
      return `${what} sent to ${to}.`
    },
  })
  return {
    title: 'Money',
    actions: [
      give('10,000 USDT', { usdtAmount: 10_000_000_000n, wei: 0n }),
      give('10 ether', { usdtAmount: 0n, wei: 10n ** 19n }),
    ],
  }
}

/** Time passes: by a day, to the next thing that happens in any system, or to the next of a kind. */
export function timeGroup({ rpc, moveClock }: Running, contracts: Groups): PanelGroup {
  const oneDay = async () => {
    await moveClock((await chainSeconds(rpc)) + day)
    return clockText(await chainSeconds(rpc))
  }
  const jump = (label: string, kind?: string) => ({
    label,
    run: async () => {
      const edge = await nextEdge(rpc, contracts, kind)
      if (!edge) return 'Nothing opens, closes or ends any more. Reset starts over.'
      await moveClock(edge.seconds)
      return `${edge.what}. ${clockText(edge.seconds)}`
    },
  })
  const mine = async () => {
    await rpc('evm_mine')
    return 'A block was mined.'
  }
  const kinds = edgeKinds(contracts).map((kind) => jump(`Next ${kind}`, kind))
  return {
    title: 'Time',
    actions: [
      { label: '+1 day', run: oneDay },
      jump('Next window'),
      ...kinds,
      { label: 'Mine a block', run: mine },
    ],
  }
}

/** Starts over. */
export function chainGroup({ rpc }: Running): PanelGroup {
  const startOver = async () => {
    await reset(rpc)
    // Another past: nothing that is on screen or in memory holds any more.
    location.reload()
    return 'Reset.'
  }
  return { title: 'Chain', actions: [{ label: 'Reset to the start', run: startOver }] }
}

/** "Chain time: …" of unix seconds. */
export function clockText(seconds: number): string {
  return `Chain time: ${new Date(seconds * 1000).toLocaleString(undefined, { timeZoneName: 'short' })}`
}
