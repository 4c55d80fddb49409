/** What a clerk saw on a web screen of the terminal: which function, and what came of it (a row of rules §15.1, §15.2). */
export interface WebScreenShown {
  readonly visit: string;
  readonly gate: "outage" | "disaster";
  readonly outcome: string;
  /** The eligibility stands there without its numbers, so there is nothing to type: 医療扶助 without a ticket (§13.3). */
  readonly withheld?: true;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between the terminal's web screen and the clerk: observed only. */
    "web.screen": { readonly live: WebScreenShown; readonly kept: WebScreenShown };
  }
}
