/** Of a number in a table: on a wide screen its column's header says it, on a narrow one the number itself. */
export const Unit = ({ children }: { children: string }) => (
  <span className="text-muted sm:hidden"> {children}</span>
)
