import { toHex } from "../../simulator/kernel/bytes.ts";
import { mark, type PrivateKind } from "../../simulator/kernel/trace.ts";
import { type CommandApdu, encodeCommand, type ResponseApdu } from "../iso7816/apdu.ts";
import { type Atr, atrText } from "../iso7816/atr.ts";
import { statusWordText } from "../iso7816/status-word.ts";
import type { CardReply } from "./application.ts";
import type { Supply } from "./card.ts";

/** A card enters or leaves the field of a reader; `atr` is what the reader makes of it, or undefined for a mute chip. */
export interface FieldChange {
  readonly reader: string;
  readonly change: "inserted" | "removed";
  readonly atr: Atr | undefined;
  /** More than one card answers, and the reader can talk to none of them. */
  readonly collision?: true;
}

/** One command on its way into the chip, with what feeds the chip meanwhile. */
export interface CardSupply {
  readonly reader: string;
  readonly command: CommandApdu;
  /** `swapped`: another card lies there since the last command, if there is one at hand. */
  readonly supply: Supply | "swapped";
}

/** One command and its answer, as they pass between reader and chip. */
export interface ApduExchange {
  readonly reader: string;
  readonly command: CommandApdu;
  readonly response: ResponseApdu;
  /** Application selected when the answer was given. */
  readonly application: string | undefined;
  readonly holds: CardReply["holds"];
  /** Bytes that came instead of a command; set where they were none, `command` then holds the header alone. */
  readonly strayBytes?: number;
  /** How often the chip asked for more time before it answered, S(WTX) of ISO/IEC 14443-4; left out for never. */
  readonly waitingTimeExtensions?: number;
}

declare module "../../simulator/kernel/pco.ts" {
  interface Pcos {
    /** Between card and field. */
    "card.field": { readonly live: FieldChange; readonly kept: KeptFieldChange };
    /** What feeds the chip during a command. Crossed quietly: the evidence has it only where a fault laid hands on it. */
    "card.supply": { readonly live: CardSupply; readonly kept: KeptSupply };
    /** Between reader and chip. */
    "card.apdu": { readonly live: ApduExchange; readonly kept: KeptApdu };
  }
}

/** {@link FieldChange} as evidence. */
export type KeptFieldChange = {
  readonly reader: string;
  readonly change: "inserted" | "removed";
  readonly atr?: string;
  readonly collision?: true;
};
/** {@link CardSupply} as evidence: the header of the command and what happened to the power. */
export type KeptSupply = { readonly reader: string; readonly command: string; readonly supply: CardSupply["supply"] };
/** {@link ApduExchange} as evidence: hexadecimal, with a mark where private data stood. */
export type KeptApdu = {
  readonly reader: string;
  readonly application?: string;
  readonly command: string;
  readonly response: string;
  readonly waitingTimeExtensions?: number;
};

/** Keeps a field change. */
export function keepFieldChange({ reader, change, atr, collision }: FieldChange): KeptFieldChange {
  return {
    reader,
    change,
    ...(atr === undefined ? {} : { atr: atrText(atr) }),
    ...(collision === undefined ? {} : { collision }),
  };
}

const NOTHING = new Uint8Array(0);
const headerOf = (command: CommandApdu): string => toHex(encodeCommand({ ...command, data: NOTHING, ne: 0 }));

/** Keeps what fed the chip; of the command the header alone, its data may be private. */
export function keepSupply({ reader, command, supply }: CardSupply): KeptSupply {
  return { reader, command: headerOf(command), supply };
}

/** Keeps an exchange; data the card calls private are replaced by their mark before a byte is stored. */
export function keepApdu(exchange: ApduExchange): {
  readonly message: KeptApdu;
  readonly marks: readonly PrivateKind[];
} {
  const { reader, command, response, application, holds, strayBytes, waitingTimeExtensions } = exchange;
  const commandHex =
    holds?.command === undefined || command.data.length === 0
      ? toHex(encodeCommand(command))
      : `${headerOf(command)}${mark(holds.command)}`;
  const data =
    holds?.response === undefined || response.data.length === 0 ? toHex(response.data) : mark(holds.response);
  const sent = strayBytes === undefined ? commandHex : `${commandHex}(${strayBytes} bytes, no command)`;
  const answered = `${data}${statusWordText(response.sw)}`;
  const kept: KeptApdu =
    application === undefined
      ? { reader, command: sent, response: answered }
      : { reader, application, command: sent, response: answered };
  return {
    message: waitingTimeExtensions === undefined ? kept : { ...kept, waitingTimeExtensions },
    marks: holds === undefined ? UNMARKED : [holds.command, holds.response].filter((kind) => kind !== undefined),
  };
}

const UNMARKED: readonly PrivateKind[] = [];
