/** First and last day a date may mean, as ISO 8601 text to compare: `2025` may be any day of it. The last day of a month is written 31, whatever the month. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/** The days that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` may mean. */
export function publishedDays(published: string): DayRange {
  const [year, month, day] = published.split('-');
  return {
    first: `${year}-${month ?? '01'}-${day ?? '01'}`,
    last: `${year}-${month ?? '12'}-${day ?? '31'}`,
  };
}
