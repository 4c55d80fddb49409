import type { KeyObject } from "node:crypto";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import { type CommandApdu, type ResponseApdu, response } from "../iso7816/apdu.ts";
import { encodeTlv } from "../iso7816/ber-tlv.ts";
import { type StatusWord, SW } from "../iso7816/status-word.ts";
import type { CardImage } from "./card-image.ts";
import type { CardSession } from "./card-session.ts";
import type { CardProfile } from "./choices.ts";
import { type AnyFile, type ObjectRow, type RightsMask, type RuleOf, rightsMask } from "./elementary-file.ts";
import { PinObject, type PinReference } from "./pin.ts";

/** A private key of the card: it signs, it is never read. */
export interface KeyReference<I> extends ObjectRow<I> {
  readonly kind: "key";
  readonly use: RuleOf<I>;
  /** `sign` answers COMPUTE DIGITAL SIGNATURE, `authenticate` INTERNAL AUTHENTICATE (my-number-card.md §2.7). */
  readonly does: "sign" | "authenticate";
  key(image: I): KeyObject;
}

/** A CA key the card checks terminal certificates against; proving such a certificate grants the right `fid`. */
export interface AnchorReference<I> extends ObjectRow<I> {
  readonly kind: "anchor";
  key(image: I): KeyObject;
}

/** Whatever a SELECT by file id can find. */
export type CardObject<I = CardImage> = AnyFile<I> | PinReference<I> | KeyReference<I> | AnchorReference<I>;

/** A data object of GET DATA; its answer is the value without the tag (my-number-card.md §1.7). */
export interface DataObject<I = CardImage> {
  readonly tag: number;
  readonly name: Bilingual;
  value(image: I): Uint8Array;
}

/** What a command answers, and which private data the exchange carried. */
export interface CardReply {
  readonly response: ResponseApdu;
  readonly holds?: { readonly command?: PrivateKind; readonly response?: PrivateKind };
}

/** One command of the card: it reads and changes the session and answers. Never throws on any command. */
export type CommandHandler = (session: CardSession, command: CommandApdu) => CardReply;

/** Class and instruction as one key of a command table. */
export const commandKey = (cla: number, ins: number): number => (cla << 8) | ins;

/** Handlers by {@link commandKey}. */
export type CommandTable = readonly (readonly [key: number, handler: CommandHandler])[];

/** An application (DF), as a table: what it holds, and what it understands. `I` is what personalisation knows of the card. */
export interface CardApplication<I = CardImage> {
  readonly aid: Uint8Array;
  readonly id: string;
  readonly name: Bilingual;
  readonly objects: readonly CardObject<I>[];
  readonly data?: readonly DataObject<I>[];
  /** The key `80 2A` takes when P2 is 00; undefined where the application has no default key. */
  readonly defaultKey?: number;
  readonly commands: CommandTable;
  /** What an FCI says besides the name: value of its proprietary template (ISO/IEC 7816-4 §5.3.3). */
  readonly proprietaryFci?: Uint8Array;
}

/** An object of one card: the row's rules and values, bound to what was personalised. */
export type BoundObject =
  | {
      readonly kind: "file";
      readonly fid: number;
      readonly structure: "transparent" | "records";
      readonly read: RightsMask;
      readonly holds: PrivateKind | undefined;
      /** The bytes, or the records; made at the first reading and kept. */
      readonly contents: () => readonly Uint8Array[];
    }
  | { readonly kind: "pin"; readonly fid: number; readonly holds: PrivateKind; readonly pin: PinObject }
  | {
      readonly kind: "key";
      readonly fid: number;
      readonly use: RightsMask;
      readonly does: "sign" | "authenticate";
      readonly key: () => KeyObject;
    }
  | { readonly kind: "anchor"; readonly fid: number; readonly key: () => KeyObject };

/** An application on one card. */
export interface BoundApplication {
  readonly id: string;
  readonly aid: Uint8Array;
  /** By file id, which is the short EF id too. */
  readonly objects: readonly (BoundObject | undefined)[];
  readonly data: ReadonlyMap<number, () => Uint8Array>;
  readonly defaultKey: number | undefined;
  /** Handlers by instruction, one table a class. */
  readonly iso: readonly (CommandHandler | undefined)[];
  readonly proprietary: readonly (CommandHandler | undefined)[];
  /** Answer to SELECT with FCI, made once. */
  readonly selected: CardReply;
}

/** ISO/IEC 7816-4 §5.3.3: template of file control information; in it the DF name and what is proprietary. */
const FCI = 0x6f;
const DF_NAME = 0x84;
const PROPRIETARY_TEMPLATE = 0xa5;
const IDS = 0x20;
const INSTRUCTIONS = 0x100;
const PROPRIETARY_CLASS = 0x80;
const BLOCKED_ANSWERS: Readonly<Record<CardProfile["blockedVerify"], StatusWord>> = {
  "6984": SW.referenceDataNotUsable,
  "6983": SW.authenticationBlocked,
};

/** Binds an application to one card: from here on nothing looks at the image again. */
export function bindApplication<I>(application: CardApplication<I>, image: I, profile: CardProfile): BoundApplication {
  const objects: (BoundObject | undefined)[] = Array.from({ length: IDS }, () => undefined);
  for (const row of application.objects) {
    const left = row.unknown === true && profile.unknownObjects === "absent";
    if (!left && (row.present?.(image) ?? true)) objects[row.fid] = bindObject(row, image, profile);
  }
  const table = (proprietary: boolean): (CommandHandler | undefined)[] => {
    const handlers: (CommandHandler | undefined)[] = Array.from({ length: INSTRUCTIONS }, () => undefined);
    for (const [key, handler] of application.commands)
      if ((key >> 8 === PROPRIETARY_CLASS) === proprietary) handlers[key & 0xff] = handler;
    return handlers;
  };
  const { aid, proprietaryFci } = application;
  const furtherFci = proprietaryFci === undefined ? [] : [encodeTlv(PROPRIETARY_TEMPLATE, proprietaryFci)];
  return {
    id: application.id,
    aid,
    objects,
    data: new Map((application.data ?? []).map((object) => [object.tag, () => object.value(image)])),
    defaultKey: application.defaultKey,
    iso: table(false),
    proprietary: table(true),
    selected: { response: response(SW.ok, encodeTlv(FCI, encodeTlv(DF_NAME, aid), ...furtherFci)) },
  };
}

function bindObject<I>(row: CardObject<I>, image: I, profile: CardProfile): BoundObject {
  const { fid } = row;
  switch (row.kind) {
    case "file": {
      let kept: readonly Uint8Array[] | undefined;
      const contents = (): readonly Uint8Array[] => {
        kept ??= row.contents(image);
        return kept;
      };
      return { kind: "file", fid, structure: row.structure, read: maskOf(row.read, image), holds: row.holds, contents };
    }
    case "pin": {
      const digits = row.digits(image);
      const tries = row.tries(image);
      const triesLeft = digits === undefined ? 0 : Math.max(0, tries - (row.triesUsed?.(image) ?? 0));
      const pin = new PinObject({ digits, triesLeft }, tries, row.format, BLOCKED_ANSWERS[profile.blockedVerify]);
      return { kind: "pin", fid, holds: row.holds, pin };
    }
    case "key":
      return { kind: "key", fid, use: maskOf(row.use, image), does: row.does, key: () => row.key(image) };
    case "anchor":
      return { kind: "anchor", fid, key: () => row.key(image) };
  }
}

const maskOf = <I>(rule: RuleOf<I>, image: I): RightsMask =>
  rightsMask(typeof rule === "function" ? rule(image) : rule);
