import { SW } from "../../iso7816/status-word.ts";
import type { CommandHandler } from "../application.ts";
import { statusOnly } from "./status-only.ts";

/** SET SESSION KEY `80 AE` in an application that has no session keys, 共通カード and 券面事項確認 (my-number-card.md §2.7). */
export const noSessionKey: CommandHandler = () => statusOnly(SW.sessionKeyNotSupported);

/**
 * SET SESSION KEY `80 AE` where the real card opens secure messaging after the PIN: 6982 before it; after it 6985, because
 * secure messaging is out of our scope (ours, my-number-card.md §2.7 O).
 */
export const sessionKeyRefused =
  (pin: number): CommandHandler =>
  (session) =>
    statusOnly(session.holds(pin) ? SW.conditionsNotSatisfied : SW.securityStatusNotSatisfied);

/** The same in JPKI and 住基: no right that is known opens it, both PINs do not (my-number-card.md §2.7; myna-card, text.rs). */
export const sessionKeyOutOfReach: CommandHandler = () => statusOnly(SW.securityStatusNotSatisfied);

/** `80 FC 00 00`: the iPhone token's last-command indicator; the plastic card says 6700 (my-number-card.md §2.7). */
export const noLastCommandIndicator: CommandHandler = () => statusOnly(SW.wrongLength);
