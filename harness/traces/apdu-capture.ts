import type { CardNames } from "../../devices/cards/words/card-names.ts";
import { readKeptCommand, readKeptResponse } from "../../devices/cards/words/kept-text.ts";
import { enhancedPacket, interfaceDescription, sectionHeader } from "../../devices/iso7816/pcapng.ts";
import { NO_ANSWER } from "../../devices/iso7816/status-word.ts";
import { encodeUpperPdu, UPPER_PDU, type UpperPduHeader } from "../../devices/iso7816/upper-pdu.ts";
import type { Bilingual, Language } from "../../simulator/kernel/bilingual.ts";
import { concat } from "../../simulator/kernel/bytes.ts";
import { oneLine } from "../reports/plain-text.ts";
import type { CardEvent } from "./card-events.ts";
import { EventWords } from "./event-words.ts";

/** What a capture file says of itself, and in which language it words the packets. */
export interface CaptureOptions {
  /** Program and version. */
  readonly application: string;
  readonly comment: string;
  readonly language: Language;
}

/** Some bytes of a packet that was longer. */
interface Part {
  readonly bytes: Uint8Array;
  readonly lengthBytes: number;
}

const NOTHING = new Uint8Array(0);
const HEADER_BYTES = 4;
/** An extended APDU with its length fields and status word; a longer text is no APDU and is cut. */
const MAX_APDU_BYTES = 65_536 + 16;

/**
 * Writes the events between readers and cards as a pcapng file, piece by piece: what {@link open} and {@link add}
 * return, one after another, is the file (docs/decisions/0011-apdu-traces-in-wireshark.md). One interface a reader, one
 * packet a direction, the words as its comment.
 */
export class ApduCapture {
  readonly #options: CaptureOptions;
  readonly #words: EventWords;
  readonly #interfaces = new Map<string, number>();

  constructor(names: CardNames, options: CaptureOptions) {
    this.#words = new EventWords(names);
    this.#options = options;
  }

  /** The beginning of the file. */
  open(): Uint8Array {
    const { application, comment } = this.#options;
    return sectionHeader.encode({ application, comment: oneLine(comment) });
  }

  /** The next event. Throws a `MisuseError` when its time is none. */
  add(event: CardEvent): Uint8Array {
    const { reader } = event.message;
    const known = this.#interfaces.get(reader);
    const interfaceNumber = known ?? this.#interfaces.size;
    this.#interfaces.set(reader, interfaceNumber);
    const description =
      known === undefined
        ? interfaceDescription.encode({ linkType: UPPER_PDU, name: oneLine(reader) || "-" })
        : NOTHING;
    return concat(description, ...this.#packets(event, { interfaceNumber, atMs: event.atMs }));
  }

  #packets(event: CardEvent, at: { interfaceNumber: number; atMs: number }): readonly Uint8Array[] {
    const packet = (header: UpperPduHeader, { bytes, lengthBytes }: Part, ...comments: readonly Bilingual[]) => {
      const pdu = encodeUpperPdu(header);
      return enhancedPacket.encode({
        ...at,
        direction: header.direction && WIRE_DIRECTION[header.direction],
        bytes: concat(pdu, bytes),
        originalLengthBytes: pdu.length + lengthBytes,
        comments: comments.map((comment) => oneLine(comment[this.#options.language])),
      });
    };
    if (event.pco === "card.field") {
      const atr = whole(event.message.atr ?? "");
      return [packet(atr.lengthBytes > 0 ? RECEIVED : EVENT, atr, this.#words.field(event))];
    }
    if (event.pco === "card.supply")
      return [packet(EVENT, { bytes: NOTHING, lengthBytes: 0 }, this.#words.supply(event))];
    const { command, response, notes } = this.#words.exchange(event);
    const answer = responsePart(event.message.response);
    const sent = commandPart(event.message.command);
    if (answer === undefined) return [packet(SENT, sent, command, response, ...notes)];
    return [packet(SENT, sent, command), packet(RECEIVED, answer, response, ...notes)];
  }
}

/** A whole capture file. */
export function apduCapture(events: readonly CardEvent[], names: CardNames, options: CaptureOptions): Uint8Array {
  const capture = new ApduCapture(names, options);
  return new Uint8Array(Buffer.concat([capture.open(), ...events.map((event) => capture.add(event))]));
}

const WIRE_DIRECTION = { sent: "outbound", received: "inbound" } as const;
const SENT: UpperPduHeader = { dissector: "iso7816", direction: "sent" };
const RECEIVED: UpperPduHeader = { dissector: "iso7816", direction: "received" };
/** No bytes crossed; the comment is all there is. */
const EVENT: UpperPduHeader = { dissector: "data", protocolColumn: "card field" };

/**
 * A command without what a mark hides: its header, and the length says that more was sent. Ours: how much is not known,
 * so the least is told, Lc and one byte. Wireshark then shows "packet size limited during capture", which is the truth.
 */
function commandPart(text: string): Part {
  const command = readKeptCommand(text);
  const all = whole(text);
  if (command === undefined) return all;
  const { withheld, strayBytes } = command;
  const header = whole(text.slice(0, HEADER_BYTES * 2)).bytes;
  if (withheld.length > 0) return { bytes: header, lengthBytes: HEADER_BYTES + 2 };
  if (strayBytes !== undefined) return { bytes: header.subarray(0, strayBytes), lengthBytes: strayBytes };
  return all;
}

/** An answer; only its status word where a mark hides data. Undefined when none came. */
function responsePart(text: string): Part | undefined {
  const { sw, data } = readKeptResponse(text);
  if (sw === undefined || sw === NO_ANSWER) return undefined;
  return data === undefined ? { bytes: Uint8Array.of(sw >> 8, sw & 255), lengthBytes: 2 } : whole(text);
}

/** The bytes of a hexadecimal text, blanks allowed; none where it is anything else. */
function whole(text: string): Part {
  const digits = text.replaceAll(" ", "");
  const bytes = /^(?:[0-9A-Fa-f]{2})*$/.test(digits) ? Uint8Array.from(Buffer.from(digits, "hex")) : NOTHING;
  return { bytes: bytes.subarray(0, MAX_APDU_BYTES), lengthBytes: bytes.length };
}
