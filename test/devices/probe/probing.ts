import type { Card } from "../../../devices/cards/card.ts";
import { type CommandApdu, encodeCommand, type ResponseApdu, response } from "../../../devices/iso7816/apdu.ts";
import type { Transmit } from "../../../devices/iso7816/commands.ts";
import { probeCard } from "../../../devices/probe/probe.ts";
import type { ProbeReport } from "../../../devices/probe/report.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { type Process, start } from "../../../simulator/kernel/process.ts";

/** Runs a process that never waits. */
export function atOnce<T>(process: Process<T>): T {
  let settled: { readonly value: T } | { readonly error: unknown } | undefined;
  start(process, (outcome) => {
    settled = outcome;
  });
  if (settled === undefined) throw new Error("the process waits");
  if ("error" in settled) throw settled.error;
  return settled.value;
}

/** A card that answers by a function, as a process. */
export function answering(answer: (apdu: CommandApdu) => ResponseApdu): Transmit {
  // biome-ignore lint/correctness/useYield: a process that never waits
  return function* (apdu) {
    return answer(apdu);
  };
}

/** Answers by the hexadecimal of the command; what is in no row is not found. */
export function scripted(rows: Readonly<Record<string, string>>): Transmit {
  return answering((apdu) => {
    const answer = fromHex(rows[toHex(encodeCommand(apdu))] ?? "6A82");
    return response(((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0), answer.slice(0, -2));
  });
}

/** Probes an emulated card that lies on a reader. */
export function probed(card: Card): ProbeReport {
  const atr = card.powerOn();
  return atOnce(
    probeCard(
      atr,
      answering((apdu) => card.transmit(apdu).response),
    ),
  );
}
