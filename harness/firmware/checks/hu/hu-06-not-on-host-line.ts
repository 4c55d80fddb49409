import type { Bench } from "../../bench.ts";
import { playedCard, powered } from "../../cards.ts";
import { answers, heardUntil, LISTEN_MS } from "../../heard.ts";
import { HOST_WAIT_MS } from "../../host-side.ts";
import { bytesTell } from "../../pin-forms.ts";
import { askForPin, testPin } from "../../pin-pad.ts";
import { padCheck } from "./pad-check.ts";

/** Digits typed at the pad go to the card alone: the host never sees them. */
export const notOnHostLine = padCheck({
  id: "HU-06",
  title: { ja: "暗証番号をホストへ送らない", en: "digits never cross the host's line" },
  expected: {
    ja: "入力中も応答でも、ホスト側の回線に数字（ASCII・BCD・値）が現れない",
    en: "neither during the entry nor in its answer are the digits on the host's line, be it as ASCII, BCD or values",
  },
  clause: "USB CCID 1.1 §6.1.11, §6.2.1; firmware-validation.md §8 HU",
  severity: "critical",
  next: {
    ja: "PC_to_RDR_Secureの応答にはカードの応答だけを入れてください",
    en: "put nothing but the card's answer into the answer to PC_to_RDR_Secure",
  },
  *play(bench: Bench) {
    yield* powered(bench, playedCard(bench, bench.contactSlot));
    const pin = testPin(bench.rng, "HU-06");
    bench.step("a PIN is typed and used, and everything the host hears is looked at");
    const command = yield* askForPin(bench);
    bench.card.type(pin);
    bench.card.key("enter");
    const all = [
      ...(yield* heardUntil(bench, answers(command), HOST_WAIT_MS.transfer)),
      ...(yield* bench.host.during(LISTEN_MS)),
    ];
    const telling = all.find(({ event }) => "bytes" in event && bytesTell(event.bytes, pin));
    bench.require(
      telling === undefined,
      { ja: "入力した数字がホストに送られた", en: "the digits went to the host" },
      telling?.seq,
    );
    bench.require(
      all.some(({ event }) => answers(command)(event)),
      {
        ja: "暗証番号の入力が終わったのにホストへ応答がない",
        en: "the PIN entry is over and the host got no answer",
      },
    );
    return {
      ja: `ホストが受けた${all.length}件に数字はない`,
      en: `no digits in the ${all.length} messages the host heard`,
    };
  },
});
