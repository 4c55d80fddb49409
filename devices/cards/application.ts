import type { KeyObject } from "node:crypto";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import type { PrivateKind } from "../../simulator/kernel/trace.ts";
import type { CommandApdu, ResponseApdu } from "../iso7816/apdu.ts";
import type { CardImage } from "./card-image.ts";
import type { CardSession } from "./card-session.ts";
import type { AccessRule, AnyFile } from "./elementary-file.ts";
import type { PinReference } from "./pin.ts";

/** A private key of the card: it signs, it is never read. */
export interface KeyReference {
  readonly kind: "key";
  readonly fid: number;
  readonly name: Bilingual;
  readonly use: AccessRule;
  key(image: CardImage): KeyObject;
}

/** A CA key the card checks terminal certificates against; proving such a certificate grants the right `fid`. */
export interface AnchorReference {
  readonly kind: "anchor";
  readonly fid: number;
  readonly name: Bilingual;
  key(image: CardImage): KeyObject;
}

/** Whatever a SELECT by file id can find. */
export type CardObject = AnyFile | PinReference | KeyReference | AnchorReference;

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
export type CommandTable = ReadonlyMap<number, CommandHandler>;

/** An application (DF) of the card. */
export interface CardApplication {
  readonly aid: Uint8Array;
  readonly id: string;
  readonly name: Bilingual;
  readonly objects: readonly CardObject[];
  /** The key `80 2A` takes when P2 is 00; undefined where the application has no default key. */
  readonly defaultKey?: number;
  readonly commands: CommandTable;
}
