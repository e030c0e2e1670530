import { Button } from './Button'
import { calendarFile, type CalendarEvent } from './calendar-file'
import { saveFile } from './save-file'

type CalendarButtonProps = {
  label: string
  /** Without its ending. */
  fileName: string
  /** Of now; undefined while something it is made of is not known. */
  event: CalendarEvent | undefined
}

/** Hands a date to the person's own calendar, as a file. */
export function CalendarButton({ label, fileName, event }: CalendarButtonProps) {
  if (!event) return null
  return (
    <span className="-ms-2.5 inline-block">
      <Button
        size="small"
        variant="quiet"
        onClick={() => saveFile(`${fileName}.ics`, 'text/calendar', calendarFile(event))}
      >
        {label}
      </Button>
    </span>
  )
}
