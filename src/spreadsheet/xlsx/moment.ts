/** Moments written as text (`2024-06-14T07:30:00`) as the serial numbers that Excel counts in. */

/** Serial days of the 1900 system, a time of day alone as part of a day; `null` where it is no moment. */
export function serialOf(text: string): number | null {
  const time = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/.exec(text)
  if (time !== null) return partOfDay(time[1], time[2], time[3])
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(
    text,
  )
  if (day === null) return null
  const [, year, month, date, hours, minutes, seconds] = day
  const instant = Date.UTC(Number(year), Number(month) - 1, Number(date))
  const isReal = new Date(instant).toISOString().startsWith(`${year}-${month}-${date}`)
  const part = hours === undefined ? 0 : partOfDay(hours, minutes, seconds)
  if (!isReal || part === null) return null
  const days = (instant - Date.UTC(1899, 11, 30)) / 86_400_000
  // Excel knows a 29 February 1900 that never was; before it, its days lie one earlier.
  return (days < 61 ? days - 1 : days) + part
}

function partOfDay(hours = '0', minutes = '0', seconds = '0'): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  return h < 24 && m < 60 && s < 60 ? (h * 3600 + m * 60 + s) / 86_400 : null
}
