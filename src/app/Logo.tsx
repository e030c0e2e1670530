/** A load line: the mark on a hull that says how deep it may lie. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 20" aria-hidden="true" className="h-5 w-7 text-accent">
      <circle cx="14" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M7 10a7 7 0 0 0 14 0Z" fill="currentColor" />
      <path d="M2 10h24" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
