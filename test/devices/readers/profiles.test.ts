import { describe, expect, it } from "vitest";
import { readerMessages } from "../../../devices/readers/messages.ts";
import { leavesOf, originAt } from "../../../devices/readers/origin.ts";
import type { ReaderProfile } from "../../../devices/readers/profile.ts";
import { readerProfiles } from "../../../devices/readers/profiles/index.ts";
import { screenTitles } from "../../../devices/readers/screens.ts";
import { assumedNewYear, assumedSummer } from "../../../devices/readers/support-line.ts";

const all: readonly (readonly [string, ReaderProfile])[] = Object.entries(readerProfiles);
const { general, "simulated-face": simulatedFace } = readerProfiles;
/** Readers somebody makes or will make: they hold facts, or our choice as the simulated reader has it. */
const real = all.filter(([, profile]) => profile !== simulatedFace && profile !== general);

const valuesOf = ({ origins: _, ...values }: ReaderProfile) => leavesOf(values);

/** What is ours in a maker's profile and not in the simulated reader's. */
const assumed = new Map(leavesOf({ support: { newYear: assumedNewYear, summer: assumedSummer } }));

/** Values of a profile without an origin, and origins without a value. */
function gaps(profile: ReaderProfile): readonly string[] {
  const { origins } = profile;
  const paths = valuesOf(profile).map(([path]) => path);
  return [
    ...paths.filter((path) => originAt(origins, path) === undefined),
    ...Object.keys(origins).filter((path) => !paths.some((leaf) => leaf === path || leaf.startsWith(`${path}.`))),
  ];
}

/** Values called ours that neither the simulated reader nor an assumption of ours has. */
function invented(profile: ReaderProfile): readonly string[] {
  const choices = new Map(valuesOf(simulatedFace));
  const known = (path: string) => [choices.get(path), assumed.get(path)].map((value) => JSON.stringify(value));
  return valuesOf(profile)
    .filter(([path]) => path !== "id" && !path.startsWith("title."))
    .filter(([path]) => originAt(profile.origins, path)?.origin === "ours")
    .filter(([path, value]) => !known(path).includes(JSON.stringify(value)))
    .map(([path]) => path);
}

describe("what a reader profile says", () => {
  it.each(all)("%s: has an origin for every value, and a value for every origin", (_id, profile) => {
    expect(gaps(profile)).toEqual([]);
  });

  it("a value without an origin is seen, and an origin of nothing too", () => {
    const { face: _, ...origins } = simulatedFace.origins;
    expect(gaps({ ...simulatedFace, origins: origins as ReaderProfile["origins"] })).toContain("face.tries");
    const misspelt = { ...simulatedFace.origins, "face.trise": simulatedFace.origins.face };
    expect(gaps({ ...simulatedFace, origins: misspelt })).toEqual(["face.trise"]);
  });

  it.each(all)("%s: every origin names a section or says that nothing is public", (_id, { origins }) => {
    for (const { origin, source } of Object.values(origins)) {
      expect(source).toMatch(origin === "public" ? /\.md §\d/ : /\.md|nothing public/);
    }
  });

  it.each(real)("%s: invents nothing: whatever is ours is as the simulated reader has it", (_id, profile) => {
    expect(invented(profile)).toEqual([]);
  });

  it.each(real)("%s: days it is only taken to be closed are marked as ours", (_id, { support, origins }) => {
    const taken = [
      ...(support?.newYear === assumedNewYear ? ["support.newYear"] : []),
      ...(support?.summer === assumedSummer ? ["support.summer"] : []),
    ];
    expect(taken.map((path) => originAt(origins, path)?.origin)).toEqual(taken.map(() => "ours"));
  });

  it("an invented value is seen", () => {
    const invention = { ...readerProfiles.fujitsu, choiceMs: 20_000 };
    expect(invented(invention)).toEqual(["choiceMs"]);
  });

  it.each(all)("%s: is filed under its id", (id, profile) => {
    expect(profile.id).toBe(id);
  });

  it.each(all)("%s: lists screens and messages that exist", (_id, { screens, messages }) => {
    expect(Object.keys(screens).filter((id) => !(id in screenTitles))).toEqual([]);
    expect(Object.keys(messages).filter((code) => !(code in readerMessages))).toEqual([]);
  });

  it.each(all)("%s: says nothing of a maker on the wire", (_id, { wire }) => {
    expect(wire.firmwareText).toMatch(/^SIM-READER \d+\.\d+$/);
  });

  it("the phone numbers are those of the reference", () => {
    expect(Object.fromEntries(all.map(([id, { support }]) => [id, support?.phone]))).toMatchObject({
      fujitsu: "0120-924-524",
      panasonic: "0120-878-400",
      almex: "0120-346-400",
      canon: "03-6636-0333",
      atlas: "06-6946-2488",
    });
  });
});
