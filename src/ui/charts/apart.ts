/**
 * Where texts stand that belong at `places` (pixels from the top, ascending): at their own, or as far below the one
 * before as a text is high; what that pushes beyond `end` goes up again.
 */
export function apart(places: readonly number[], gap: number, end: number): readonly number[] {
  const down: number[] = []
  for (const place of places) down.push(Math.max(place, (down.at(-1) ?? -Infinity) + gap))
  const up: number[] = []
  for (const place of down.toReversed()) up.push(Math.min(place, (up.at(-1) ?? end + gap) - gap))
  return up.reverse()
}
