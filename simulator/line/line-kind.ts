import type { Bilingual } from "../kernel/bilingual.ts";

/** A kind of dedicated line (readers-and-line.md §10.1). */
export interface LineKind {
  readonly id: string;
  readonly title: Bilingual;
  readonly source: string;
  /** Whether 回線認証 binds the line to its address prefix. */
  readonly lineAuthentication: boolean;
  /** Travel time of one message, ms (ours; no public figure). */
  readonly oneWayMs: number;
  /** A prefix traffic may come from, and whether a line bound to `fd00:99:1::/64` is let through. */
  readonly vectors: readonly { readonly prefix: string; readonly accepted: boolean }[];
}
