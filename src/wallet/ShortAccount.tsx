export function ShortAccount({ account }: { account: string }) {
  return <span className="font-mono text-xs">{`${account.slice(0, 6)}…${account.slice(-4)}`}</span>
}
