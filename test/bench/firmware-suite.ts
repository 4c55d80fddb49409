import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { goodDecisions } from "../../firmware-stubs/decisions.ts";
import { mutants } from "../../firmware-stubs/mutants/index.ts";
import { openExecSubject } from "../../harness/edges/firmware/exec-subject.ts";
import { firmwareChecks } from "../../harness/firmware/checks/index.ts";
import { referenceIcs } from "../../harness/firmware/reference-ics.ts";
import { planFor, runSuite } from "../../harness/firmware/run-suite.ts";
import { failuresOf, judged } from "../harness/firmware/kill-matrix.ts";
import { type Figure, figure } from "./figure.ts";

const REAL_ROUNDS = 3;
const VIRTUAL_ROUNDS = 9;
const MATRIX_ROUNDS = 3;
const SEED = 1;
const STUB = fileURLToPath(new URL("../../firmware-stubs/serve.ts", import.meta.url));

/** The whole firmware suite: against the reference as a program, in real time; in this process; and against every mutant. */
export async function measureFirmwareSuite(): Promise<readonly Figure[]> {
  const real = await roundsOf(REAL_ROUNDS, suiteOverPipes);
  const virtual = await roundsOf(VIRTUAL_ROUNDS, async () => demandPass(await failuresOf("reference", goodDecisions)));
  const matrix = await roundsOf(MATRIX_ROUNDS, async () => {
    for (const mutant of mutants) {
      const { missedBy } = await judged(mutant);
      if (missedBy.length > 0) throw new Error(`${mutant.id} was missed by ${missedBy.join(", ")}`);
    }
  });
  return [
    figure(`suite of ${firmwareChecks.length} checks, a program, real time`, "ms", real, "<= 20,000 ms"),
    figure("  the same in this process, virtual time", "ms", virtual),
    figure(`kill matrix, the suite against ${mutants.length} mutants`, "ms", matrix),
  ];
}

/** Milliseconds of each round. */
async function roundsOf(rounds: number, work: () => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return times;
}

async function suiteOverPipes(): Promise<void> {
  const subject = await openExecSubject(`${process.execPath} ${relative(process.cwd(), STUB)}`, referenceIcs, () => {});
  try {
    const record = await runSuite(subject, planFor(subject), SEED, () => {});
    const all = record.scenarios.flatMap(({ checks }) => checks);
    demandPass(all.filter(({ finding }) => finding.verdict !== "pass").map(({ id }) => id));
  } finally {
    await subject.close();
  }
}

function demandPass(failures: readonly string[]): void {
  if (failures.length > 0) throw new Error(`good firmware failed ${failures.join(", ")}`);
}
