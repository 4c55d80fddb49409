import type { Process } from "../../../../simulator/kernel/process.ts";

import type { Bench } from "../../bench.ts";
import { OK, playedCard, powered } from "../../cards.ts";
import { statusText, succeeded } from "../../host-side.ts";
import { enterPin, holdsPin, pinsGiven, testPin } from "../../pin-pad.ts";
import { apduCheck } from "./apdu-check.ts";
import { split } from "./exchange.ts";

/** Tries of the user's PIN (my-number-card.md §1.2), and what the card says to three wrong ones (§2.4). */
const TRIES = 3;
const WRONG = ["63C2", "63C1", "63C0"];
/** Long enough for a VERIFY that nobody asked for, ms. */
const LISTEN_MS = 100;

/** Three wrong PINs at the pad use up three tries and no more, and the host is told each time what the card said. */
export const wrongPins = apduCheck({
  id: "AP-09",
  title: { ja: "リーダーで暗証番号を3回誤る", en: "a wrong PIN at the pad, three times" },
  expected: {
    ja: "63C2、63C1、63C0がホストに届き、VERIFYは入力1回につき1回だけ。閉塞の解除後は9000",
    en: "63C2, 63C1 and 63C0 reach the host, one VERIFY for each entry and no more; after the unblock 9000",
  },
  clause: "ISO/IEC 7816-4, VERIFY; firmware-validation.md §7, §8 AP; my-number-card.md §2.4",
  severity: "critical",
  alsoNeeds: ["pin-pad"],
  next: {
    ja: "VERIFYを自動で再送しないでください。1回の入力で2回分の残りが減ります",
    en: "never send VERIFY again by yourself: one entry would use up two tries",
  },
  *play(bench: Bench) {
    // Whether the PIN is right is the check's word and not the digits': which digits a card is given is judged by set HU.
    let left = TRIES;
    let isRight = false;
    const card = playedCard(bench, bench.contactSlot, (command) => {
      if (!holdsPin(command) || isRight) return OK;
      left = Math.max(0, left - 1);
      return Uint8Array.of(0x63, 0xc0 | left);
    });
    yield* powered(bench, card);
    for (const [index, said] of WRONG.entries()) {
      bench.step(`wrong PIN ${index + 1} of ${TRIES}`);
      yield* expectEntry(bench, said);
    }
    yield* bench.host.during(LISTEN_MS);
    expectVerifies(bench, pinsGiven(card).length, TRIES);

    bench.step("the PIN is unblocked, at an office and not through the reader, and typed as it is");
    isRight = true;
    yield* expectEntry(bench, "9000");
    expectVerifies(bench, pinsGiven(card).length, TRIES + 1);
    return { ja: "63C2、63C1、63C0、解除後は9000", en: "63C2, 63C1, 63C0, and 9000 after the unblock" };
  },
});

function* expectEntry(bench: Bench, said: string): Process<void> {
  const answer = yield* enterPin(bench, testPin(bench.rng, "AP-09"));
  const { sw } = split(answer.data);
  bench.require(
    succeeded(answer) && sw === said,
    {
      ja: `カードの ${said} がホストには ${sw} として届いた（${statusText(answer)}）`,
      en: `the card said ${said}; the host got ${sw} (${statusText(answer)})`,
    },
    answer.seq,
  );
}

function expectVerifies(bench: Bench, came: number, entries: number): void {
  bench.require(came === entries, {
    ja: `入力は${entries}回なのに、VERIFYが${came}回カードに届いた`,
    en: `${entries} entries, and the card got ${came} VERIFY`,
  });
}
