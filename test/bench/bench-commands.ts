import { jpki, USER_CERTIFICATE } from "../../devices/cards/applications/jpki.ts";
import { COMMAND } from "../../devices/ccid/constants.ts";
import { plainCommand, powerOn, xfrBlock } from "../../devices/ccid/writer.ts";
import { encodeMessage } from "../../devices/ccid-serial/frame.ts";
import { encodeCommand } from "../../devices/iso7816/apdu.ts";
import { readBinary, selectApplication, selectFile } from "../../devices/iso7816/commands.ts";

/** A command on the serial line, and how long its answer is there. */
export interface Exchange {
  readonly command: Uint8Array;
  readonly answerBytes: number;
}

const TO = { slot: 0, sequence: 1 };
/** 03 06, the header of the message, and LRC. */
const FRAME_BYTES = 13;
/** So many bytes that the answer has the 64 bytes of performance.md §6, status word and framing included. */
const READ_BYTES = 49;

const transfer = (apdu: Uint8Array): Uint8Array => encodeMessage(xfrBlock(TO, apdu));

/** Power, and the selection of a file that anybody may read. */
export const BEFORE: readonly Uint8Array[] = [
  encodeMessage(powerOn(TO, 0)),
  transfer(encodeCommand(selectApplication(jpki.aid))),
  transfer(encodeCommand(selectFile(USER_CERTIFICATE))),
];

/** GetSlotStatus. */
export const STATUS: Exchange = {
  command: encodeMessage(plainCommand(COMMAND.getSlotStatus, TO)),
  answerBytes: FRAME_BYTES,
};

/** READ BINARY of 49 bytes of the selected file. */
export const READING: Exchange = {
  command: transfer(encodeCommand(readBinary(0, READ_BYTES))),
  answerBytes: FRAME_BYTES + READ_BYTES + 2,
};
