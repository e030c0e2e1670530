import { displayAmount } from '../math/amount'
import { conditionsOf } from '../math/silos-state'
import { lazyPart } from '../ui/chunk'
import { Later } from '../ui/Later'
import { Panel } from '../ui/Panel'
import { Skeleton } from '../ui/Skeleton'
import { Answers, Keys } from './Answers'
import { MyUsdtz } from './MyUsdtz'
import { NextPanel } from './NextPanel'
import { PriceFacts } from './PriceFacts'
import { ReserveFigures } from './ReserveFigures'
import { SheetPanel } from './SheetPanel'
import { SilosFrame, type PageProps } from './SilosFrame'
import { SiloTable } from './SiloTable'
import { RatioBar, Vessels } from './Vessels'
import { t } from '../words/t'

const SiloHistory = lazyPart(() => import('./SiloHistory'))

export default function ReservePage() {
  return (
    <SilosFrame
      title={t`Reserve of USDtz`}
      lead={t`Four silos stand behind each USDtz: two of USDC, two of XTZ.`}
    >
      {(props) => <ReserveView {...props} />}
    </SilosFrame>
  )
}

function ReserveView({ silos, state, person }: PageProps) {
  const isPriced = conditionsOf(state).priceState === 'Fresh'
  return (
    <>
      <ReserveFigures silos={silos} state={state} />
      {isPriced && state.supply > 0n && <RatioBar state={state} />}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          <Panel title={t`The four silos`} lead={t`Each can hold what all USDtz is worth.`}>
            <div className="grid gap-4">
              <Vessels state={state} />
              <Answers state={state} />
              <Keys state={state} />
            </div>
          </Panel>
          <Panel
            title={t`Silo by silo`}
            lead={t`Amounts are on chain, block ${displayAmount(silos.blockNumber, 0)}.`}
          >
            <SiloTable state={state} />
          </Panel>
        </div>
        <div className="grid gap-4">
          <NextPanel state={state} />
          <MyUsdtz silos={silos} state={state} person={person} />
          <PriceFacts state={state} />
        </div>
      </div>
      <SheetPanel silos={silos} />
      <Panel title={t`History`} lead={t`What the reserve’s own events tell.`}>
        <Later waiting={<Skeleton className="h-56 w-full" />}>
          <SiloHistory silos={silos} state={state} />
        </Later>
      </Panel>
    </>
  )
}
