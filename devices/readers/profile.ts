import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { ReaderMessageCode } from "./messages.ts";
import type { Origin } from "./origin.ts";
import type { ScreenId } from "./screens.ts";
import type { Signal, SignalEvent } from "./signals.ts";
import type { SupportLine } from "./support-line.ts";

/** Ways to confirm a person at a reader (readers-and-line.md §4, §5). */
export type ConfirmationMethod = "face" | "pin" | "visual" | "phone";

/** How a reader reads smartphones: not, with a general reader beside it, or by itself (readers-and-line.md §1). */
export type PhoneSupport = "none" | "paired-reader" | "built-in";

/** Who lets the staff confirm by eye: the terminal's menu, or the reader, by the facility's password (readers-and-line.md §5.2). */
export type VisualMode = "terminal-menu" | "on-reader";

/** What goes wrong with a reader itself (readers-and-line.md §6, §15 RF-23). */
export type ReaderTrouble = "chip-not-felt" | "reader-lost";

/** How the card goes in; it differs per model and no page says for which (readers-and-line.md §5, S00). */
export interface CardPlacing {
  readonly orientation: "horizontal" | "vertical";
  readonly photoTowards: "reader" | "patient";
}

/** How staff reach a reader's settings. */
export interface Management {
  readonly entry: Bilingual;
  /** Rights one can have there. */
  readonly rights: readonly Bilingual[];
}

/** A value the maker's software returns, and what to do about it. */
export interface ReturnValue {
  readonly means: Bilingual;
  readonly staff: Bilingual;
}

/** What the emulated reader says of itself on the wire; never a real maker's text or number (firmware-validation.md §11). */
export interface WireIdentity {
  readonly firmwareText: string;
  /** dwMaxCCIDMessageLength, header included. */
  readonly maxMessageBytes: number;
  /** On a serial line it sends the host's frame back before its answer (firmware-validation.md §2). */
  readonly echoes: boolean;
}

/** A model of reader as data: what is public about it, and our labelled choices where nothing is. */
export interface ReaderProfile {
  readonly id: string;
  readonly title: Bilingual;
  /** Undefined where it is nobody's. */
  readonly maker: Bilingual | undefined;
  /** Public name; undefined where there is none. */
  readonly product: string | undefined;
  readonly support: SupportLine | undefined;
  readonly methods: readonly ConfirmationMethod[];
  readonly phone: PhoneSupport;
  readonly visualModes: readonly VisualMode[];
  readonly placing: CardPlacing;
  /** It also reads insurance cards of paper or plastic, by camera. */
  readonly readsPaperCard: boolean;
  readonly connection: "usb" | "com-over-usb";
  readonly signals: Readonly<Record<SignalEvent, Signal>>;
  readonly management: Management | undefined;
  /** Steps in order. */
  readonly recovery: Readonly<Record<ReaderTrouble, readonly Bilingual[]>>;
  /** By the value as it is written. */
  readonly returnValues: Readonly<Record<string, ReturnValue>>;
  /** The screens it has, under its own titles. */
  readonly screens: Readonly<Partial<Record<ScreenId, Bilingual>>>;
  /** The messages it shows, in its own wording. */
  readonly messages: Readonly<Partial<Record<ReaderMessageCode, Bilingual>>>;
  readonly face: {
    /** Tries before the reader offers another way. */
    readonly tries: number;
    readonly tryMs: number;
    /** The same face at this score or above, in thousandths. */
    readonly threshold: number;
    /** A living one at this score or above, in thousandths. */
    readonly liveThreshold: number;
  };
  /** How long a screen waits for a touch, ms. */
  readonly choiceMs: number;
  readonly pinMs: number;
  readonly consentMs: number;
  /** How long the reader waits for the card to be taken, ms. */
  readonly removalMs: number;
  readonly wire: WireIdentity;
  /** Where the values come from. */
  readonly origins: Origins;
}

type Field = Exclude<keyof ReaderProfile, "origins">;

/** An origin for every field, and for values deeper down (`support.newYear`) where theirs differs from the field's. */
export type Origins = Readonly<Record<Field, Origin>> & { readonly [deeper: `${Field}.${string}`]: Origin };
