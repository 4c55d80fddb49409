import { jpki } from "../../devices/cards/applications/jpki.ts";
import { readObject, selectApplication, selectFile, type Transmit } from "../../devices/iso7816/commands.ts";
import { SW } from "../../devices/iso7816/status-word.ts";
import { sameBytes } from "../../simulator/kernel/bytes.ts";
import type { Process } from "../../simulator/kernel/process.ts";

/** 利用者証明用CA証明書: anybody may read it, and nothing in it is the holder's (my-number-card.md §1.2). */
const AUTHENTICATION_CA = 0x000b;

/** Who issued what lies there; `none` where there is no such card, or it tells nobody. */
export type Issuer = "ours" | "another" | "none";

/**
 * Tells the cards of the simulation from everybody else's by their CA, before a PIN or a number is shown to them: a wrong
 * one would cost a real card a try. `ours`: the DER of the CAs a world knows.
 */
export function* issuerOf(transmit: Transmit, ours: readonly Uint8Array[]): Process<Issuer> {
  for (const select of [selectApplication(jpki.aid), selectFile(AUTHENTICATION_CA)])
    if ((yield* transmit(select)).sw !== SW.ok) return "none";
  const certificate = yield* readObject(transmit);
  if (certificate === undefined) return "none";
  return ours.some((der) => sameBytes(der, certificate)) ? "ours" : "another";
}
