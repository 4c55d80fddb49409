import { describe, expect, it } from "vitest";
import type { ConfirmationMethod, ReaderProfile } from "../../../devices/readers/profile.ts";
import { type ReaderId, readerProfiles } from "../../../devices/readers/profiles/index.ts";
import type { Trace } from "../../../simulator/kernel/trace.ts";
import { counter, type PersonaId, type Visitor } from "./counter.ts";

const all = Object.entries(readerProfiles) as readonly (readonly [ReaderId, ReaderProfile])[];

/** A day on which readers still asked about limit-amount data (readers-and-line.md §5.1). */
const LIMIT_ASKED = "2024-10-06";

interface Walk extends Visitor {
  readonly reader: ReaderId;
  readonly persona?: PersonaId;
  readonly method: ConfirmationMethod;
  readonly policyDate?: string;
}

/** One check-in at a reader: what became of it, and what the patient saw. */
async function walk({ reader, persona = "employee", method, policyDate, ...visitor }: Walk) {
  const day = policyDate === undefined ? {} : { policyDate };
  const { checkIn, trace } = await counter([persona], { reader, faces: method === "face", ...day });
  const outcome = checkIn(persona, { methods: [method], ...visitor });
  return { outcome, ...seen(trace()) };
}

function seen(trace: Trace) {
  const views = trace.on("reader.screen").map(({ message }) => message);
  return {
    screens: views.map(({ screen }) => screen),
    messages: views.flatMap(({ message }) => message ?? []),
  };
}

describe.each(all)("the reader %s", (id, profile) => {
  it.each(profile.methods)("ends a check-in by %s", async (method) => {
    expect((await walk({ reader: id, method })).outcome).toMatchObject({ kind: "done", method });
  });

  it("shows every screen of its table in some check-in, no other, and no message it does not list", async () => {
    const walks = [
      ...(await Promise.all(profile.methods.map((method) => walk({ reader: id, method })))),
      await walk({ reader: id, method: "visual", policyDate: LIMIT_ASKED }),
      await walk({ reader: id, method: "visual", persona: "certificate-near-end" }),
      await walk({ reader: id, method: "visual", persona: "certificate-in-grace" }),
      await walk({ reader: id, method: "visual", persona: "certificate-expired" }),
      await walk({ reader: id, method: "pin", wrongPins: 3 }),
    ];
    const screens = new Set(walks.flatMap((each) => each.screens));
    expect([...screens].sort()).toEqual(Object.keys(profile.screens).sort());
    expect(walks.flatMap(({ messages }) => messages).filter((code) => !(code in profile.messages))).toEqual([]);
  });
});
