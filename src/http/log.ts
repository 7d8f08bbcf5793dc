type Write = (fields: object, message: string) => void;

/** What the service needs of a logger; pino's fits. Fields become members of one JSON line. */
export interface Log {
  readonly debug: Write;
  readonly info: Write;
  readonly warn: Write;
  readonly error: Write;
}
