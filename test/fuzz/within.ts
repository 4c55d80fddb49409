import { Script } from "node:vm";

const script = new Script("work()");

/** Runs work of this thread and throws when it takes longer: V8 breaks off even a loop that never waits. */
export function within(ms: number, work: () => void): void {
  script.runInNewContext({ work }, { timeout: ms });
}
