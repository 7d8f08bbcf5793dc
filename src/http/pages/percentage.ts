/** A probability as a person reads it; nothing is ever wholly certain. */
export function percentage(probability: number): string {
  if (probability > 0.99) return 'over 99 %';
  if (probability < 0.01) return 'under 1 %';
  return `${Math.round(probability * 100)} %`;
}
