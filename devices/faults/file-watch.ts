import type { ApduExchange } from "../cards/field.ts";
import type { CommandApdu } from "../iso7816/apdu.ts";
import { SW } from "../iso7816/status-word.ts";

const [SELECT, READ_BINARY, READ_RECORD, VERIFY] = [0xa4, 0xb0, 0xb2, 0x20];
const [BY_NAME, BY_FILE_ID] = [0x04, 0x02];

/** Where an exchange took place. */
export interface Place {
  /** Id of the application; undefined for the card manager. */
  readonly application: string | undefined;
  /** The current EF, key or PIN; undefined when none is, or when it was selected before anybody watched. */
  readonly fid: number | undefined;
}

/**
 * Follows which file is current at each reader, from the exchanges alone: an interceptor sees nothing else. Shown every
 * exchange in order, it tells where that one took place. A power cut shows as the application that is gone.
 */
export function watchFiles(): (exchange: ApduExchange) => Place {
  const places = new Map<string, Place>();
  return (exchange) => {
    const { reader, application } = exchange;
    const before = places.get(reader);
    const kept = before?.application === application ? before?.fid : undefined;
    const made = madeCurrent(exchange);
    const place = { application, fid: made === undefined ? kept : made.fid };
    places.set(reader, place);
    return place;
  };
}

/** The file a command made current, undefined when it left the current one alone (my-number-card.md §2.2 to §2.4). */
function madeCurrent({ command, response, strayBytes }: ApduExchange): Pick<Place, "fid"> | undefined {
  if (strayBytes !== undefined) return undefined;
  const { ins, p1, p2, data } = command;
  if (ins === SELECT) {
    if (response.sw !== SW.ok) return undefined;
    if (p1 === BY_NAME) return { fid: undefined };
    return p1 === BY_FILE_ID ? { fid: ((data[0] ?? 0) << 8) | (data[1] ?? 0) } : undefined;
  }
  // A short id makes its file current even where the command is refused afterwards, unless there is no such file.
  const shortId = shortIdOf(ins, p1, p2);
  const refused = response.sw === SW.notFound || response.sw === SW.wrongP1P2;
  return shortId === 0 || refused ? undefined : { fid: shortId };
}

function shortIdOf(ins: number, p1: number, p2: number): number {
  if (ins === READ_BINARY) return (p1 & 0x80) === 0 ? 0 : p1 & 0x1f;
  if (ins === READ_RECORD) return p2 >> 3;
  return ins === VERIFY ? p2 & 0x1f : 0;
}

/** Offset of a READ BINARY; undefined for every other command. */
export function readOffset({ ins, p1, p2 }: CommandApdu): number | undefined {
  if (ins !== READ_BINARY) return undefined;
  return (p1 & 0x80) === 0 ? (p1 << 8) | p2 : p2;
}
