/** What went wrong, as the server says it: a code that never changes; the words are ours. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** What the server says in English; shown only as a detail, for those who ask us for help. */
  readonly detail: string;
  readonly retryAfterSeconds: number;
  readonly reasons: { code: string; path?: string; found?: string }[];

  constructor(status: number, body: unknown, retryAfterSeconds = 0) {
    const said = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
    const code = typeof said['code'] === 'string' ? said['code'] : status === 0 ? 'unreachable' : 'unknown';
    super(code);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = typeof said['detail'] === 'string' ? said['detail'] : '';
    this.retryAfterSeconds = retryAfterSeconds;
    const reasons = said['reasons'] ?? said['problems'];
    this.reasons = Array.isArray(reasons) ? (reasons as Problem['reasons']) : [];
  }

  /** Whether signing in again would help. */
  get signedOut(): boolean {
    return this.status === 401;
  }
}
