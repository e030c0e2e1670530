import { sizeOf } from '../math/silos-figures'
import { conditionsOf } from '../math/silos-state'
import { FlowPicture } from '../system/FlowPicture'
import type { FrontNow, FrontPart } from '../system/front'
import { Term } from '../ui/Term'
import { fullText } from './format'
import type { Silos } from './snapshot'
import { terms } from './terms'
import { useSilos } from './use-silos'
import { noPriceText } from './words'
import { rich } from '../words/rich'
import { t } from '../words/t'

export const front: FrontPart = {
  what: rich`Hold ${(<Term of={terms.usdtz} />)}, a dollar coin with four reserves.`,
  steps: [
    t`You pay 1 USDC for each USDtz, and it lies in Silo 1. You can redeem each USDtz for 1 USDC, at any price of XTZ.`,
    rich`What the reserves earn fills four ${(<Term of={terms.silo}>{t`silos`}</Term>)} in turn, two of USDC and two of XTZ, each up to the worth of all USDtz.`,
    rich`When XTZ falls, Silo 3 buys XTZ for Silo 2. While Silo 2 is short, the ${(<Term of={terms.latch}>{t`latch`}</Term>)} lets nobody make new USDtz.`,
    rich`What is left over when all four are full is the ${(<Term of={terms.harvest}>{t`harvest`}</Term>)}. Trustees vote whether it makes the reserves grow or is paid out, to themselves among others.`,
  ],
  Picture: () => (
    <FlowPicture
      label={t`Holders pay USDC for USDtz and redeem it for USDC. Silos 1 and 2 back it twice, in USDC and in XTZ; Silos 3 and 4 fill after them and help when XTZ falls.`}
      stops={[
        { name: t`Holders`, does: t`hold USDtz` },
        { name: t`Silos 1 and 2`, does: t`USDC and XTZ: 200%` },
        { name: t`Silos 3 and 4`, does: t`USDC and XTZ: 400%` },
      ]}
      moves={[
        [{ label: '1 USDC' }, { label: t`1 USDC back`, isBack: true }],
        [{ label: t`2 the excess` }, { label: t`3 help in a fall`, isBack: true }],
      ]}
    />
  ),
  alsoCalls: undefined,
  useFront() {
    const view = useSilos(undefined)
    return {
      earn: (
        <>
          {rich`${(<b>{t`Nothing.`}</b>)} It is for holding and paying. What the reserves earn goes into them, and by vote to trustees and an ecosystem fund.`}
        </>
      ),
      lose: (
        <>
          {rich`${(<b>{t`What USDC loses.`}</b>)} Each USDtz redeems for 1 USDC, as long as USDC itself can be moved. Silos 2 and 4 rise and fall with XTZ.`}
        </>
      ),
      now: view.status === 'ready' ? nowOf(view) : view,
    }
  },
}

function nowOf({ state, isStale }: Silos): FrontNow {
  const shown = (answer: string, rest: string): FrontNow => ({ status: 'ready', isStale, answer, rest })
  if (!state.isKnown) return { status: 'error', reason: state.reason, retry: () => window.location.reload() }
  const { supply, worth } = sizeOf(state.value)
  if (supply === 0n) return shown(t`No USDtz`, t`there is nothing to back`)
  if (worth === undefined)
    return shown(t`Reserve not known`, noPriceText[conditionsOf(state.value).priceState])
  return shown(t`${fullText(worth, supply)} reserve`, t`behind each USDtz; full at 400%`)
}
