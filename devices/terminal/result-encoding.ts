import { MisuseError } from "../../simulator/kernel/errors.ts";
import type { Rng } from "../../simulator/kernel/rng.ts";
import { encodeMessage, type MessageEncoding, messageKind } from "../../simulator/messages/index.ts";
import type { TerminalSettings } from "./settings.ts";

/** OQSCD005: what the header says of the file's encoding (receipt-system-interface.md §1.5). */
const CHARACTER_CODE = { "UTF-8": "0", Shift_JIS: "1" } as const;

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
  const kind = messageKind(code);
  if (kind === undefined) throw new MisuseError("kind", `${code} is no message kind`);
  const encoding = settings.resultEncoding === "as-request" ? (requested ?? "UTF-8") : settings.resultEncoding;
  const given = "MessageHeader" in answer ? answer.MessageHeader : {};
  const record = {
    ...answer,
    MessageHeader: { ...(given as object), ...dropUndefined(header), ...kind.characterCode(CHARACTER_CODE[encoding]) },
  };
  return encodeMessage(kind.answer, record, {
    encoding,
    order: settings.resultOrder === "shuffled" ? rng.fork("order") : "paper",
  });
}

function dropUndefined(items: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
