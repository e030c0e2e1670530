import { useSearchParams } from 'wouter'

/**
 * What a person chose on a page, kept in its address: reload, Back and a sent link show the same. Only ever a choice
 * among what the page shows; never an address, a spender or a node. Undefined takes a choice back. trust.md X7
 */
export function useUrlChoice(
  name: string,
): readonly [string | undefined, (value: string | undefined) => void] {
  const [params, setParams] = useSearchParams()
  const choose = (value: string | undefined) =>
    setParams(
      (former) => {
        const next = new URLSearchParams(former)
        if (value === undefined) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [params.get(name) ?? undefined, choose]
}
