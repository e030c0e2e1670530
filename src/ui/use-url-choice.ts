import { useSearchParams } from 'wouter'

/**
 * What a person chose on a page, kept in its address: reload, Back and a sent link show the same. Only ever a choice
 * among what the page shows; never an address, a spender or a node. trust.md X7
 */
export function useUrlChoice(name: string): readonly [string | undefined, (value: string) => void] {
  const [params, setParams] = useSearchParams()
  const choose = (value: string) =>
    setParams(
      (former) => {
        const next = new URLSearchParams(former)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [params.get(name) ?? undefined, choose]
}
