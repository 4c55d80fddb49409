import { blankPictures } from "../../devices/cards/card-image.ts";
import { CardSlot } from "../../devices/cards/card-slot.ts";
import { goodPcscDecisions, type PcscDecisions } from "../../firmware-stubs/pcsc-decisions.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { civilDate, midnightMs } from "../../simulator/kernel/civil-time.ts";
import { type Clock, VirtualClock } from "../../simulator/kernel/clock.ts";
import { Switchboard } from "../../simulator/kernel/pco.ts";
import { type Process, sleep } from "../../simulator/kernel/process.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { checkedInKeys } from "../../simulator/pki/key-source.ts";
import { Population } from "../../simulator/population/person.ts";
import { castActor, personalise } from "../stage.ts";
import { referenceIcs } from "./reference-ics.ts";
import type { FirmwareSubject, PcscCard } from "./subject.ts";
import { runVirtually } from "./virtual-run.ts";

/** Nobody's card and day matter here: nothing of the holder is read. */
const SEED = 1;
const TODAY = civilDate("2026-02-10");
const READER = "SIM-READER 00 00";
/** How long a reset takes (ours). */
const RESET_MS = 100;

/** A reader of ours as PC/SC shows it, with an emulated card on it, in this process and on virtual time. */
export function pcscStubSubject(
  id: string,
  title: Bilingual,
  decisions: PcscDecisions = goodPcscDecisions,
): FirmwareSubject {
  const clock = new VirtualClock(midnightMs(TODAY));
  let problem: string | undefined;
  const onDefect = (error: unknown): void => {
    problem ??= String(error);
  };
  const slot = new CardSlot({ reader: READER, clock, board: new Switchboard(clock, () => 0), onDefect });
  slot.insert(employeesCard());
  return {
    id,
    title,
    ics: referenceIcs,
    mode: "simulate",
    clock,
    pcsc: shownBy(decisions, slot, clock),
    run: async (process) => runVirtually(clock, process),
    close: async () => slot.remove(),
    problem: () => problem,
  };
}

function employeesCard() {
  const trust = { keys: checkedInKeys };
  const rng = rngFromSeed(SEED);
  const actor = castActor("employee", new Population(SEED, { asOf: TODAY }), TODAY, trust, rng);
  return personalise(actor, { pictures: blankPictures, trust, rng });
}

function shownBy(decisions: PcscDecisions, slot: CardSlot, clock: Clock): PcscCard {
  const atr = decisions.atr(slot.powerOn() ?? new Uint8Array(0));
  return {
    reader: slot.reader,
    atr: () => atr,
    *transmit(command) {
      const response = yield* exchanged(slot, decisions.toCard(command));
      return response && decisions.toProgram(response, command);
    },
    *reset() {
      yield* sleep(clock, RESET_MS);
      return !decisions.resetsCard || slot.powerOn() !== undefined;
    },
  };
}

function* exchanged(slot: CardSlot, command: Uint8Array): Process<Uint8Array | undefined> {
  let answer: Uint8Array | undefined;
  yield (resume) => {
    slot.exchange(command, (response) => {
      answer = response;
      resume();
    });
    return () => {};
  };
  return answer;
}
