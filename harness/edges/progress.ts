import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { ScenarioRecord } from "../run-record.ts";
import { verdictNames } from "../verdict.ts";

/** What is told of a part that is done: a scenario, or a check. */
export type Done = Pick<ScenarioRecord, "id" | "title" | "verdict">;

/** Tells how far a run is: a bar on a terminal, a line a scenario elsewhere (CI logs keep no moving bars). */
export interface Progress {
  begin(total: number): void;
  done(part: Done): void;
  end(): void;
}

/** A progress display for a stream. */
export async function progressFor(stream: NodeJS.WriteStream, language: Language): Promise<Progress> {
  return stream.isTTY ? await bar(stream, language) : lines(stream, language);
}

async function bar(stream: NodeJS.WriteStream, language: Language): Promise<Progress> {
  const { Presets, SingleBar } = await import("cli-progress");
  const single = new SingleBar(
    { stream, format: "{bar} {value}/{total}  {scenario}", hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  return {
    begin: (total) => single.start(total, 0, { scenario: "" }),
    done: (record) => single.increment({ scenario: `${record.id} ${record.title[language]}` }),
    end: () => single.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, language: Language): Progress {
  let total = 0;
  let count = 0;
  return {
    begin: (planned) => {
      total = planned;
    },
    done: (record) => {
      count++;
      stream.write(
        `${count}/${total}  ${record.id}  ${verdictNames[record.verdict][language]}  ${record.title[language]}\n`,
      );
    },
    end: () => undefined,
  };
}
