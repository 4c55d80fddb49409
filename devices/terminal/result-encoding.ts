import { toHex } from "../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { encodeMessage, type MessageEncoding } from "../../simulator/messages/index.ts";
import { withOfficialCodes } from "../../simulator/messages/official-codes.ts";
import { kindsOf } from "../../simulator/messages/profiled-kinds.ts";
import type { TerminalSettings } from "./settings.ts";

/** OQSCD005: what the header says of the file's encoding (receipt-system-interface.md §1.5). */
const CHARACTER_CODE = { "UTF-8": "0", Shift_JIS: "1" } as const;

/** §8.10 (ours): 32 hexadecimal characters, first in `MessageBody`, in results of one person's eligibility. */
const KEY = "QualificationConfirmationKey";
const KEY_BYTES = 16;
const KEYED = "OQSsiquc01";

/**
 * The bytes of a result file: the centre's record, the header items the terminal adds, and the encoding and order of
 * its settings. A record the kind's table cannot hold is the centre's fault and a {@link MisuseError}.
 */
export function encodeResult(
  code: string,
  answer: object,
  header: Readonly<Record<string, string | undefined>>,
  requested: MessageEncoding | undefined,
  settings: TerminalSettings,
  rng: Rng,
): Uint8Array {
  const kind = kindsOf(settings)(code);
  if (kind === undefined) throw new MisuseError("kind", `${code} is no message kind`);
  const encoding = settings.resultEncoding === "as-request" ? (requested ?? "UTF-8") : settings.resultEncoding;
  const given = "MessageHeader" in answer ? answer.MessageHeader : {};
  const record = {
    ...answer,
    MessageHeader: { ...(given as object), ...dropUndefined(header), ...kind.characterCode(CHARACTER_CODE[encoding]) },
  };
  return encodeMessage(kind.answer, withOfficialCodes(record, settings.codes), {
    encoding,
    order: settings.resultOrder === "shuffled" ? rng.fork("order") : settings.resultOrder,
    emptyOptionals: settings.emptyOptionals,
    ...(settings.faceKey && code === KEYED ? { extras: { [KEY]: toHex(rng.bytes(KEY_BYTES)).toLowerCase() } } : {}),
  });
}

function dropUndefined(items: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
