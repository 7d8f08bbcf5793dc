/** What came is not what Footnote answers: a proxy's page, another service, or a stream that was cut off. */
export class UnexpectedResponseError extends Error {
  readonly status: number;
  readonly contentType: string;

  constructor(message: string, response: Response) {
    super(message);
    this.name = 'UnexpectedResponseError';
    this.status = response.status;
    this.contentType = response.headers.get('content-type') ?? '';
  }
}
