import type { Process } from "../../simulator/kernel/process.ts";
import { AUTHENTICATION_PIN, jpki, USER_CERTIFICATE } from "../cards/applications/jpki.ts";
import { type CardChannel, statusOf } from "../cards/card-channel.ts";
import { queryPin, selectApplication, selectFile } from "../iso7816/commands.ts";
import { type StatusWord, SW, saysNoApplication, triesLeftIn } from "../iso7816/status-word.ts";

/** A My Number card and what the reader needs to know to offer the right ways. */
export interface MyNumberCard {
  readonly kind: "my-number-card";
  /** 0 for a locked PIN, and for a 顔認証 card that has none. */
  readonly pinTriesLeft: number;
}

/** What lies on the reader: recognised by AID, never by ATR (my-number-card.md §3.3). */
export type CardFindings = MyNumberCard | { readonly kind: "other-card" } | { readonly kind: "unreadable" };

/** A locked PIN may say so in words of its own instead of 63C0 (my-number-card.md §2.4, D-02). */
const LOCKED: ReadonlySet<StatusWord> = new Set([SW.referenceDataNotUsable, SW.authenticationBlocked]);

/** Looks at the card without using up a try. */
export function* inspectCard(channel: CardChannel): Process<CardFindings> {
  const selected = yield* statusOf(channel, selectApplication(jpki.aid));
  if (saysNoApplication(selected)) return { kind: "other-card" };
  if (selected !== SW.ok) return { kind: "unreadable" };
  if ((yield* statusOf(channel, selectFile(AUTHENTICATION_PIN))) === SW.notFound) return yield* withoutPin(channel);
  const asked = yield* statusOf(channel, queryPin());
  const tries = LOCKED.has(asked) ? 0 : triesLeftIn(asked);
  return tries === undefined ? { kind: "unreadable" } : { kind: "my-number-card", pinTriesLeft: tries };
}

/** A 顔認証 card may be without the PIN object (D-08); a 住基カード has no user certificate either and is no My Number card. */
function* withoutPin(channel: CardChannel): Process<CardFindings> {
  const selected = yield* statusOf(channel, selectFile(USER_CERTIFICATE));
  if (selected === SW.notFound) return { kind: "other-card" };
  return selected === SW.ok ? { kind: "my-number-card", pinTriesLeft: 0 } : { kind: "unreadable" };
}
