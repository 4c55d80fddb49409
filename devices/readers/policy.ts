/** Consent screens as the policy of the day has them (readers-and-line.md §5.1). */
export interface ConsentPolicy {
  /** The limit-amount screen was removed on 2024-10-07. */
  readonly limitScreenAsked: boolean;
  readonly bundledConsent: boolean;
}
