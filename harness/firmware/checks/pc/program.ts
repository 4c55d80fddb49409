import { jpki } from "../../../../devices/cards/applications/jpki.ts";
import { decodeResponse, encodeCommand, type ResponseApdu } from "../../../../devices/iso7816/apdu.ts";
import { selectApplication, selectFile } from "../../../../devices/iso7816/commands.ts";
import { SW, statusWordText } from "../../../../devices/iso7816/status-word.ts";
import { fromHex, toHex } from "../../../../simulator/kernel/bytes.ts";
import type { Process } from "../../../../simulator/kernel/process.ts";
import type { Bench } from "../../bench.ts";

/** 利用者証明用CA証明書: anybody may read it, and nothing in it is the holder's (my-number-card.md §1.2). */
const CA_CERTIFICATE = 0x000b;
/** Bytes of a command that name it in a message. */
const HEADER_BYTES = 4;

/** SELECT of the JPKI application, without FCI. */
export const SELECT_JPKI = encodeCommand(selectApplication(jpki.aid));
/** READ BINARY with extended Le 0000: all there is, 65,536 bytes at most (ISO/IEC 7816-4 §5.1). */
export const READ_ALL = fromHex("00 B0 00 00 00 00 00");

/**
 * Sends bytes as a program does; the clause is broken when nothing comes back, or less than a status word. A program gets
 * what the card says, so the commands of this set are SELECT, READ BINARY and GET DATA: no PIN, nothing of the holder.
 */
export function* ask(bench: Bench, command: Uint8Array): Process<ResponseApdu> {
  const bytes = yield* bench.pcsc.transmit(command);
  const header = toHex(command.subarray(0, HEADER_BYTES));
  bench.require(bytes !== undefined && bytes.length >= 2, {
    ja: `${header} に応答がない`,
    en: `no answer to ${header}`,
  });
  return decodeResponse(bytes);
}

/** An answer in words: how many bytes of data, and the status word. */
export const answerText = ({ data, sw }: ResponseApdu): { readonly ja: string; readonly en: string } => ({
  ja: `データ${data.length}バイトと ${statusWordText(sw)}`,
  en: `${data.length} bytes of data and ${statusWordText(sw)}`,
});

/** Resets the card as a program does; the clause is broken when it does not come back, for what follows would tell of no reset. */
export function* warmReset(bench: Bench): Process<void> {
  bench.require(yield* bench.pcsc.reset(), {
    ja: "リセット後にカードが応答しない",
    en: "the card did not come back from the reset",
  });
}

/** Makes the free CA certificate the current file; the clause is broken where there is none. */
export function* certificateSelected(bench: Bench): Process<void> {
  bench.step("SELECT of the JPKI application and of its CA certificate");
  for (const command of [SELECT_JPKI, encodeCommand(selectFile(CA_CERTIFICATE))]) {
    const answer = yield* ask(bench, command);
    const { ja, en } = answerText(answer);
    bench.require(answer.sw === SW.ok, {
      ja: `CA証明書を選択できない（${ja}）。マイナンバーカードを置いてください`,
      en: `the CA certificate cannot be selected: ${en}; put a My Number card on the reader`,
    });
  }
}
