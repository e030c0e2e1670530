import { useState } from 'react'

import { useClient } from '../chain/network'
import { inTime } from '../ui/chunk'
import { walletReason } from './wallet-reason'

/** Asks the wallet to change to the network on screen, and to add it if the wallet does not know it. */
export function useSwitchNetwork(): {
  readonly switchNetwork: () => void
  readonly isAsking: boolean
  readonly problem: string | undefined
} {
  const client = useClient()
  const [isAsking, setIsAsking] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function ask(): Promise<void> {
    setIsAsking(true)
    setProblem(undefined)
    try {
      const { askToSwitch } = await inTime(import('./session'))
      await askToSwitch(client)
    } catch (error) {
      setProblem(walletReason(error))
    }
    setIsAsking(false)
  }

  return { switchNetwork: () => void ask(), isAsking, problem }
}
