import { useState } from 'react'

import { useNetwork } from '../../../src/chain/network'
import { usePerson } from '../../../src/chain/use-person'
import { actOn, planOf } from '../../../src/tx/plan/build'
import { useAction } from '../../../src/tx/use-action'
import { Button } from '../../../src/ui/Button'
import { Figure } from '../../../src/ui/Figure'
import { PageHeader } from '../../../src/ui/PageHeader'
import { Panel } from '../../../src/ui/Panel'
import { jarAbi } from './abi'
import { jarAddress } from './system'
import { useLevel } from './use-level'

export default function JarPage() {
  const network = useNetwork()
  const { account } = usePerson()
  const action = useAction()
  const view = useLevel()
  const pour = (drops: bigint) => {
    if (account === undefined) return
    const target = { address: jarAddress(network), label: 'Jar', abi: jarAbi }
    const title = `Pour ${drops} drops`
    const event = { name: 'Poured', args: { who: account, drops } }
    const act = actOn(target, { title, functionName: 'pour', args: [drops], event })
    // The jar is in config.json: a plan rests on no node's word for it.
    const { chainId } = network
    action.start(planOf({ system: 'jar', kind: 'jar.pour', chainId, account, acts: [act], restsOn: [] }))
  }
  return (
    <>
      <PageHeader title="Pour" lead="Ten drops fit." />
      <Figure
        label="Level"
        reading={view.status === 'ready' ? view.snapshot.data.level : undefined}
        format={(level) => `${level} drops`}
      />
      <Button onClick={() => pour(3n)}>Pour 3</Button>
      <Button onClick={() => pour(30n)}>Pour 30</Button>
      <Panel title="Lid">
        <Lid />
      </Panel>
    </>
  )
}

function Lid() {
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken) throw new Error('The lid is broken.')
  return <Button onClick={() => setIsBroken(true)}>Drop the lid</Button>
}
