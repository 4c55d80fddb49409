import { COMMAND, HEADER_BYTES } from "../../../../devices/ccid/constants.ts";
import { plainCommand, xfrBlock } from "../../../../devices/ccid/writer.ts";
import type { Bench } from "../../bench.ts";
import { counted, OK, playedCard, powered, SELECT, withOk } from "../../cards.ts";
import { firmwareCheck } from "../../firmware-check.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { answerIn, type Heard, HOST_WAIT_MS, isTimeExtension } from "../../host-side.ts";

/** Multiples of a USB packet: behind those a reader may think that an empty packet is due. */
const MESSAGE_BYTES = [64, 65, 128] as const;

/** An answer is what its dwLength says, and there is one of it. */
export const nothingBehind = firmwareCheck({
  id: "CC-01",
  set: "CC",
  title: { ja: "dwLengthと実データの一致", en: "dwLength is true and nothing follows" },
  expected: {
    ja: "dwLengthはデータ長と一致し、応答は1つだけ。64の倍数の長さでも空のパケットが続かない",
    en: "dwLength is the length of the data, an answer comes once, and no empty packet follows a multiple of 64 bytes",
  },
  clause:
    "USB CCID 1.1 §6.2; firmware-validation.md §9 X16 (a zero-length packet as a serial line shows it: our choice)",
  severity: "must",
  needs: ["ccid", "bench", "t1"],
  next: {
    ja: "応答の後に空の応答を送っていないか、dwLengthの計算を確認してください",
    en: "look for an empty answer sent behind the full one, and at how dwLength is computed",
  },
  *run(bench: Bench) {
    const { host, contactSlot } = bench;
    const card = playedCard(bench, contactSlot, (_command, index) =>
      withOk(counted((MESSAGE_BYTES[index] ?? 0) - HEADER_BYTES - OK.length)),
    );
    yield* powered(bench, card);
    const commands = [
      plainCommand(COMMAND.getSlotStatus, host.to(contactSlot)),
      ...MESSAGE_BYTES.map(() => xfrBlock(host.to(contactSlot), SELECT)),
    ];
    const all: Heard[] = [];
    for (const command of commands) {
      bench.step(`a command whose answer is looked at, type ${command.type.toString(16)}`);
      host.send(command);
      all.push(...(yield* heardUntil(bench, answers(command), HOST_WAIT_MS.transfer)));
    }
    all.push(...(yield* host.during(LISTEN_MS)));
    const damaged = all.find(({ event }) => event.kind === "damaged");
    bench.require(
      damaged === undefined,
      { ja: "dwLengthとデータが合わず、フレームが壊れた", en: "a frame does not fit its dwLength" },
      damaged?.seq,
    );
    const told = all.filter(isAnswer);
    bench.require(
      told.length === commands.length,
      {
        ja: `${commands.length} 個のコマンドに応答が ${told.length} 個`,
        en: `${told.length} answers to ${commands.length} commands`,
      },
      told.at(-1)?.seq,
    );
    return { ja: `${told.length} 個の応答がすべて1つずつ`, en: `${told.length} answers, each of them once` };
  },
});

function isAnswer({ event }: Heard): boolean {
  const answer = answerIn(event);
  return answer !== undefined && !isTimeExtension(answer);
}
