import { defaultTerminalSettings, type TerminalSettings, terminalSettings } from "../../devices/terminal/settings.ts";
import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../simulator/kernel/rng.ts";
import { defaultProfile, type Profile } from "../../simulator/messages/profile.ts";
import { namedFacility } from "../../simulator/population/facility.ts";
import type { RuleRowId } from "../../simulator/rules/index.ts";
import { loadMedicalDocuments } from "../edges/medical-documents.ts";
import { inside, prepareFolder, writeWhole } from "../edges/output-folder.ts";
import { japanTime } from "../reports/japan-time.ts";
import { exitCodes } from "../verdict.ts";
import { profileFrom } from "./profile-run.ts";
import type { SendOptions } from "./send.ts";
import { openCentre } from "./send-centre.ts";
import { consentNow, medicalKeysOf } from "./send-consent.ts";
import { exampleRequest } from "./send-example.ts";
import { asksForPdf, instantOf, type RequestFile, readRequest, requestFile } from "./send-request.ts";
import { type NamedFile, type Sent, sendThrough } from "./send-through.ts";
import { freePartText, kindText, resultRemarks, ruleText, switchedOffText, warningText } from "./send-words.ts";

/** Where the command writes: files on one stream, what they mean on the other. */
export interface Streams {
  readonly stdout: { write(content: string | Uint8Array): unknown };
  readonly stderr: { write(content: string | Uint8Array): unknown };
}

const ELSEWHERE = "choose another folder with --out";

/** Runs `madoguchi send` and returns its exit code. */
export async function runSend(
  path: string | undefined,
  options: SendOptions,
  streams: Streams = process,
): Promise<number> {
  const nowMs = instantOf(options.on);
  const given = options.profile === undefined ? undefined : profileFrom(options.profile).profile;
  const profile = given ?? defaultProfile;
  if (options.example !== undefined) return giveExample(path, options, profile, nowMs, streams);
  if (path === undefined) throw new MisuseError("request", "name a request file, or ask for one with --example");
  if (options.index !== undefined)
    throw new MisuseError("--index", "chooses the person of --example; a request names its own");
  const { lang, seed, ledger, out } = options;
  const settings = settingsOf(given, options.encoding);
  const file = requestFile(path, options.kind, settings);
  const read = readRequest(file, settings);
  const tell = (text: string) => streams.stderr.write(`${text}\n`);
  tell(kindText(file.kind, lang));
  const off = switchedOffText(file.kind, profile, lang);
  const unusual = freePartText(file.name, settings.name.free.usual, lang);
  for (const note of [off, unusual]) if (note !== undefined) tell(note);
  for (const warning of read.ok ? read.warnings : []) tell(warningText(warning, lang));
  // Before the centre is asked: what it accepts is in the ledger, and its reception number in the answer alone.
  if (out !== undefined) prepareFolder(out, ELSEWHERE);
  const documents = read.ok && asksForPdf(read.record) ? await loadMedicalDocuments() : undefined;
  await using somewhere = await openCentre({ ledger, seed, nowMs, profile, documents });
  // What cannot be read is refused by whatever terminal it is laid into.
  const facility = read.ok ? read.record.MessageHeader.MedicalInstitutionCode : namedFacility("clinic").code;
  const when = japanTime(nowMs).slice(0, -4);
  const name = nameOf(somewhere.facilityByCode(facility), lang);
  tell({ ja: `${facility} ${name}、${when}、シード${seed}`, en: `${facility} ${name}, ${when}, seed ${seed}` }[lang]);
  if (options.consent !== undefined) {
    const keys = read.ok ? medicalKeysOf(read.record) : undefined;
    if (keys === undefined) throw new MisuseError("--consent", `${file.kind.code} asks for nothing one consents to`);
    const { consent } = options;
    await somewhere.store.transact(() => consentNow(keys, consent, facility, nowMs));
  }
  const rules: RuleRowId[] = [];
  const sent = await sendThrough(file, {
    facility,
    nowMs,
    settings,
    rng: rngFromSeed(seed).fork("terminal"),
    ask: async (request) => {
      const { answer, by = [] } = await somewhere.centre.serve(request);
      rules.push(...by);
      return answer;
    },
  });
  for (const rule of rules) tell(ruleText(rule, lang));
  return giveResult(sent, file, settings, options, streams);
}

/** The terminal as the profile says; without one it writes as the layout paper has it, in the encoding it was asked in. */
function settingsOf(profile: Profile | undefined, encoding: SendOptions["encoding"]): TerminalSettings {
  const usual = { ...defaultTerminalSettings, resultOrder: "paper", resultEncoding: "as-request" } as const;
  const settings = profile === undefined ? usual : terminalSettings(profile);
  return { ...settings, writeStyle: "whole", ...(encoding && { resultEncoding: encoding }) };
}

function giveExample(
  path: string | undefined,
  { example, seed, index, out, lang }: SendOptions,
  profile: Profile,
  nowMs: number,
  { stdout, stderr }: Streams,
): number {
  if (path !== undefined) throw new MisuseError("--example", "makes a request; leave the file away");
  const { kind, bytes } = exampleRequest(example ?? true, seed, index, nowMs);
  const name = `${kind.code}req_000000000001.xml`;
  if (out !== undefined) keep({ name, bytes }, out, stdout);
  else {
    stdout.write(bytes);
    stderr.write({ ja: `${name} などの名前で保存してください\n`, en: `save it under a name like ${name}\n` }[lang]);
  }
  const off = switchedOffText(kind, profile, lang);
  if (off !== undefined) stderr.write(`${off}\n`);
  return exitCodes.pass;
}

function giveResult(
  { results, answer }: Sent,
  { kind }: RequestFile,
  { zip }: TerminalSettings,
  { out, lang }: SendOptions,
  { stdout, stderr }: Streams,
): number {
  const refusal = results.find(({ name }) => name.endsWith(".err"));
  if (refusal !== undefined) {
    stderr.write(refusal.bytes);
    return exitCodes.fail;
  }
  if (results.length === 0)
    stderr.write({ ja: "端末は何も書き込みませんでした\n", en: "the terminal wrote nothing\n" }[lang]);
  for (const file of results) {
    if (out === undefined) stdout.write(file.bytes);
    else keep(file, out, stdout);
    for (const text of resultRemarks(kind, file, zip, lang)) stderr.write(`${text}\n`);
  }
  return answer?.status === "ok" ? exitCodes.pass : exitCodes.fail;
}

function keep({ name, bytes }: NamedFile, folder: string, stdout: Streams["stdout"]): void {
  try {
    writeWhole(inside(folder, name), bytes, `it stands on stdout instead; ${ELSEWHERE}`);
  } catch (error) {
    stdout.write(bytes); // the centre may not give it a second time
    throw error;
  }
  stdout.write(`${inside(folder, name)}\n`);
}

const nameOf = (facility: { readonly name: Readonly<Record<Language, string>> } | undefined, lang: Language): string =>
  facility?.name[lang] ?? { ja: "（中央側にない医療機関）", en: "(not known to the centre)" }[lang];
