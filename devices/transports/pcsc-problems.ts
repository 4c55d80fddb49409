import { distance } from "fastest-levenshtein";
import type { TransportProblem } from "./transport-problem.ts";

/** What the names of PC/SC errors mean to whoever stands before the reader; names as pcsc-mini gives them. */
const ERRORS: Readonly<Record<string, TransportProblem>> = {
  NoService: {
    code: "no-service",
    message: "the PC/SC service does not answer",
    fix: "start it (Debian: systemctl start pcscd, Windows: the service Smart Card); where PCSCLITE_CSOCK_NAME is set, it names the socket of a service that runs",
  },
  ServiceStopped: {
    code: "no-service",
    message: "the PC/SC service was stopped",
    fix: "start it again, then try again",
  },
  NoSmartCard: { code: "no-card", message: "no card lies on the reader", fix: "put the card on the reader" },
  RemovedCard: { code: "card-removed", message: "the card was taken away", fix: "put it back and connect again" },
  NotTransacted: {
    code: "card-removed",
    message: "the card could not be reached any more: taken away, or it does not answer",
    fix: "put the card on the reader again, keep it still, and connect again",
  },
  ResetCard: {
    code: "reset-by-another",
    message: "another program reset the card: what was selected and allowed is lost",
    fix: "reset, and start again from SELECT",
  },
  SharingViolation: {
    code: "in-use",
    message: "another program uses the card",
    fix: "close it (browser, e-Tax software, the terminal's own software) and try again",
  },
  UnresponsiveCard: {
    code: "mute",
    message: "the card gives no ATR",
    fix: "turn the card over, clean its contacts, or put it flat on the reader, away from other cards",
  },
  UnpoweredCard: { code: "mute", message: "the card has no power", fix: "take the card off and put it on again" },
  ReaderUnavailable: { code: "reader-gone", message: "the reader was unplugged", fix: "plug it in again" },
  UnknownReader: { code: "reader-gone", message: "the reader was unplugged", fix: "plug it in again" },
  NoReadersAvailable: { code: "no-reader", message: "no reader is connected", fix: "plug a reader in" },
  ProtoMismatch: {
    code: "no-protocol",
    message: "reader and card have no protocol in common",
    fix: "try another reader; the My Number card speaks T=1",
  },
  CommError: {
    code: "no-contact",
    message: "reader and card do not understand each other",
    fix: "put the card on again and keep it still",
  },
};

/** Fix for a PC/SC error that is in no row. */
const UNKNOWN_FIX = "take the card off and put it on again; if that does not help, plug the reader in again";

/** The problem behind an exception of pcsc-mini, whose `code` names the PC/SC error. */
export function problemOfError(error: unknown): TransportProblem {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
  return ERRORS[code] ?? { code: "pcsc", message: `the PC/SC service reports ${code}`, fix: UNKNOWN_FIX };
}

/** The binding could not be loaded: no package for this machine, or the PC/SC library is missing. */
export function problemOfLoading(error: unknown): TransportProblem {
  const text = error instanceof Error ? error.message : String(error);
  if (/libpcsclite|winscard/i.test(text)) {
    return {
      code: "no-library",
      message: "the PC/SC library of this machine is missing",
      fix: "install it (Debian: apt-get install libpcsclite1 pcscd)",
    };
  }
  return {
    code: "no-binding",
    message: "the package pcsc-mini has no binary for this machine, or was installed without its optional packages",
    fix: "run npm install without --omit=optional; supported are Windows, macOS and Linux on x64 and arm64",
  };
}

/** A command was sent and nothing came back: what vpcd's driver makes of a card that was torn away. */
export const EMPTY_ANSWER: TransportProblem = {
  code: "card-removed",
  message: "the answer had no status word: the card was taken away, or it does not answer",
  fix: "put the card on the reader again, keep it still, and connect again",
};

/** Nobody answers within the time given. */
export const TOO_LATE: TransportProblem = {
  code: "too-late",
  message: "nothing happened within the time given",
  fix: "put the card on the reader, or give more time",
};

const MOST_NEAR = 3;

/**
 * The reader a person means: its whole name, or a part that only one name has (case does not matter). Otherwise the
 * problem lists the names, the nearest first.
 */
export function readerNamed(wanted: string, names: readonly string[]): string | TransportProblem {
  if (names.includes(wanted)) return wanted;
  const low = wanted.toLowerCase();
  const [only, second] = names.filter((name) => name.toLowerCase().includes(low));
  if (only !== undefined && second === undefined) return only;
  if (names.length === 0) {
    return { code: "no-reader", message: "no reader is connected", fix: "plug a reader in and look for its driver" };
  }
  const score = (name: string): number => distance(low, name.toLowerCase());
  const near = names.toSorted((a, b) => score(a) - score(b));
  const listed = near.map((name) => `"${name}"`).join(", ");
  return only === undefined
    ? {
        code: "unknown-reader",
        message: `there is no reader "${wanted}"; nearest first: ${listed}`,
        fix: `use a name from the list, or a part of one; near: ${near.slice(0, MOST_NEAR).join(", ")}`,
      }
    : {
        code: "ambiguous-reader",
        message: `"${wanted}" is part of more than one name; readers: ${listed}`,
        fix: "give more of the name",
      };
}
