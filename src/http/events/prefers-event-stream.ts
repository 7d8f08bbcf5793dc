const EVENT_STREAM = 'text/event-stream';
const JSON_TYPE = 'application/json';

interface Preference {
  /** 0, refused, to 1. */
  readonly quality: number;
  /** 0 for no range at all, 1 for any type, 2 for `type/*`, 3 for the type itself. */
  readonly precision: number;
}

const NO_RANGE: Preference = { quality: 0, precision: 0 };

/**
 * Whether an Accept header (RFC 9110, section 12.5.1) would rather have an event stream than JSON. JSON is what
 * comes where both are as welcome and as precisely named, or neither is.
 */
export function prefersEventStream(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  const stream = preference(accept, EVENT_STREAM);
  const json = preference(accept, JSON_TYPE);
  if (stream.quality !== json.quality) return stream.quality > json.quality;
  return stream.quality > 0 && stream.precision > json.precision;
}

/** What the range that names `type` most precisely says of it. */
function preference(accept: string, type: string): Preference {
  return accept
    .split(',')
    .map((range) => rangePreference(range, type))
    .reduce((best, next) => (next.precision > best.precision ? next : best), NO_RANGE);
}

function rangePreference(range: string, type: string): Preference {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const precision = ['*/*', `${type.split('/')[0]}/*`, type].indexOf(name) + 1;
  if (precision === 0) return NO_RANGE;
  const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
  const quality = weight === undefined ? 1 : Number(weight.replace(/^q\s*=\s*/, ''));
  return { precision, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
