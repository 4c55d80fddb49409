import { type ReaderMessageCode, readerMessages } from "../../devices/readers/messages.ts";
import type { Bilingual } from "../../simulator/kernel/bilingual.ts";
import { civilDate, dateAt } from "../../simulator/kernel/civil-time.ts";
import { ensure } from "../../simulator/kernel/errors.ts";
import type { AnyObservation } from "../../simulator/kernel/pco.ts";
import type { Trace } from "../../simulator/kernel/trace.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { readerModelByName } from "../catalogue.ts";
import { clockTime } from "../edges/card-view.ts";
import { openReader } from "../edges/outer/open-reader.ts";
import { inside, writeWhole } from "../edges/output-folder.ts";
import { preparePictures } from "../edges/prepare-pictures.ts";
import { type CheckInPlan, type CheckInResult, checkIn, checkInScenario } from "../outer/check-in.ts";
import { checkInWords } from "../outer/check-in-words.ts";
import { nextSteps } from "../outer/next-steps.ts";
import { personaById } from "../stage.ts";
import { writeTraceFile } from "../trace-file.ts";
import { exitCodes } from "../verdict.ts";
import type { CheckInOptions } from "./check-in.ts";

/** Runs `madoguchi check-in` and returns its exit code. */
export async function runCheckIn(options: CheckInOptions): Promise<number> {
  const { as, lang, seed, out } = options;
  const plan = planOf(options);
  const model = readerModelByName("--as", as);
  const pictures = await preparePictures(checkInScenario(plan), seed);
  const { reader, close } = await openReader(options, model);
  try {
    const watch = (crossing: AnyObservation): void => {
      const words = checkInWords(crossing);
      if (words !== undefined) process.stdout.write(`${clockTime(crossing.atMs)}  ${words[lang]}\n`);
    };
    return conclude(await checkIn(plan, pictures, reader, watch), out, (text) =>
      process.stdout.write(`${text[lang]}\n`),
    );
  } finally {
    await close();
  }
}

function planOf({ persona, method = ["face"], pin, seed, date }: CheckInOptions): CheckInPlan {
  personaById(persona);
  const [first = "face", ...others] = method;
  const day = date === undefined ? dateAt(Date.now()) : civilDate(date);
  return { persona: persona as PersonaId, methods: [first, ...others], pin, seed, date: day };
}

function conclude({ outcome, file, trace }: CheckInResult, out: string, say: (text: Bilingual) => void): number {
  writeWhole(inside(out, "check-in.ndjson"), writeTraceFile(trace));
  if (outcome.kind === "ended") {
    for (const line of endWords(outcome.message, trace)) say(line);
    return exitCodes.fail;
  }
  ensure(file !== undefined, "a check-in that is done leaves a face file");
  const path = inside(out, file.name);
  writeWhole(path, file.bytes);
  say({ ja: `\n受付完了: ${path}`, en: `\ndone: ${path}` });
  return exitCodes.pass;
}

/** The message at the end, what the staff do, and what to look at for each message on the way. */
function endWords(last: ReaderMessageCode, trace: Trace): readonly Bilingual[] {
  const { label, staff } = readerMessages[last];
  const shown = new Set([...trace.on("reader.screen").flatMap(({ message }) => message.message ?? []), last]);
  return [
    { ja: `\n受付できませんでした: ${label.ja}`, en: `\nended: ${label.en}` },
    { ja: `  職員の対応: ${staff.ja}`, en: `  what the staff do: ${staff.en}` },
    ...[...shown].flatMap((code) => {
      const step = nextSteps[code];
      return step === undefined
        ? []
        : [{ ja: `  確認すること（${code}）: ${step.ja}`, en: `  look at (${code}): ${step.en}` }];
    }),
  ];
}
