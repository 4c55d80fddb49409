import { ANSWER, ERROR } from "../ccid/constants.ts";
import type { CcidFrame } from "../ccid/frame.ts";
import type { Reply } from "./commands.ts";
import type { CcidReader } from "./reader.ts";

/** 01 01 xx: movement is told with the next answer, or for 00 at once. */
const NOTICES = [0x01, 0x01] as const;
/** B2 A0 00 4D 4C and ten strings of 16 characters: what the pad is to show. */
const LOAD_TEXTS = [0xb2, 0xa0, 0x00, 0x4d, 0x4c] as const;

/**
 * PC_to_RDR_Escape: what the public serial driver asks of its device types, and no more (firmware-validation.md §2; the
 * texts: CCID 1.5.2, `ccid.c` ccid_open_hack_post). Its question for features, 6A, is refused, which it takes for an
 * answer.
 */
export function escapeCommand({ parts, line }: CcidReader, { data }: CcidFrame): Reply {
  const { firmwareText, firmwareTextEscape, pinPad } = parts.identity;
  if (data[0] === firmwareTextEscape && parts.decisions.command.tellsFirmwareText)
    return { type: ANSWER.escape, data: new Uint8Array(Buffer.from(firmwareText, "latin1")) };
  const value = data[NOTICES.length];
  if (value !== undefined && begins(data, NOTICES)) {
    line.setSynchronous(value !== 0);
    return { type: ANSWER.escape };
  }
  // Taken and not shown: the pad has words of its own (our choice).
  if (pinPad && begins(data, LOAD_TEXTS)) return { type: ANSWER.escape };
  return { error: ERROR.commandNotSupported };
}

const begins = (data: Uint8Array, with_: readonly number[]): boolean => with_.every((byte, at) => data[at] === byte);
