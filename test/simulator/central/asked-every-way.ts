import type { ComputedRows, ConsentKind, LedgerChange } from "../../../simulator/central/ledger.ts";
import { computedRows } from "../../../simulator/central/population-rows.ts";
import { type CivilDate, MINUTE_MS } from "../../../simulator/kernel/civil-time.ts";
import { type BulkInquiryAnswer, muquc02 } from "../../../simulator/messages/kinds/muquc02.ts";
import { mutic02 } from "../../../simulator/messages/kinds/mutic02.ts";
import type { PulledPeople } from "../../../simulator/messages/kinds/pulled-people.ts";
import {
  type QualificationAnswer,
  type QualificationResult,
  siquc01,
} from "../../../simulator/messages/kinds/siquc01.ts";
import { type Problem, validate } from "../../../simulator/messages/validate.ts";
import type { MedicalAid } from "../../../simulator/population/medical-aid.ts";
import { type InsuredPerson, Population } from "../../../simulator/population/person.ts";
import { bodyOf, type Centre, centre, clinic, conclude, type TakenIn } from "./fixture.ts";

/** Whom to ask about, when, and how. */
export interface Asking {
  readonly index: number;
  /** The day at the centre. */
  readonly today: CivilDate;
  /** The day asked about, by number and by batch. */
  readonly on: CivilDate;
  /** The tickets of the person, if any, are made out to the clinic that asks. */
  readonly entrusted: boolean;
  readonly withBranch: boolean;
  readonly limitFlag: "0" | "1";
  readonly given: readonly ConsentKind[];
  readonly eligibilityOnly: boolean;
}

/** What one way of asking said about one person. */
export interface Answered {
  readonly path: "card" | "number" | "ticket" | "bulk" | "pull";
  readonly on: CivilDate;
  readonly validity: string | undefined;
  readonly reference: string | undefined;
  /** What was sent to ask, and what of it came back; undefined where nothing is echoed. */
  readonly echo?: { readonly asked: object; readonly echoed: object | undefined };
  readonly results: readonly QualificationResult[];
}

/** The header of a batch against its rows. */
export interface Counted {
  readonly header: Readonly<Partial<Record<string, string>>>;
  readonly statuses: readonly string[];
}

const SEED = 7;
/** A number of a dialogue the centre never gave out. */
const DIALOGUE = "0011223344556677";
/** The people who may be asked about. */
export const PEOPLE = 200_000;
const KINDS: readonly ConsentKind[] = ["checkup", "drug", "care", "surgery", "disease", "limit"];

/** Indices of some who are of a rare kind by a day: chance alone would hardly meet them. */
export function someWho(
  asOf: CivilDate,
  most: number,
  are: (population: Population, index: number) => boolean,
): readonly number[] {
  const population = new Population(SEED, { asOf, size: PEOPLE });
  const found: number[] = [];
  for (let index = 0; index < PEOPLE && found.length < most; index += 1) if (are(population, index)) found.push(index);
  return found;
}

interface Stage {
  readonly person: InsuredPerson;
  readonly aid: MedicalAid | undefined;
  readonly rows: readonly LedgerChange[];
  readonly computed: ComputedRows;
}

/** A computed person as the centre of a day holds them; undefined for somebody not born yet. */
function stageOf({ index, today, entrusted }: Asking): Stage | undefined {
  const computed = computedRows(new Population(SEED, { asOf: today, size: PEOPLE }));
  const person = computed("person", `p${index}`);
  if (person === undefined) return undefined;
  const insured = person.eligibilities.flatMap(({ insurerNumber, number }): readonly LedgerChange[] => {
    const key = `${insurerNumber}/${number}`;
    const ids = computed("insured", key)?.personIds ?? [];
    return [
      { table: "insured", key, row: { personIds: ids } },
      ...ids.map((id): LedgerChange => ({ table: "person", key: id, row: computed("person", id) })),
    ];
  });
  const known = computed("aid", person.id);
  if (known === undefined) return { person, aid: undefined, rows: [...insured], computed };
  const facility = { code: clinic.code, name: clinic.name.ja };
  const aid = { ...known, tickets: known.tickets.map((ticket) => (entrusted ? { ...ticket, facility } : ticket)) };
  const row = { personIds: [person.id] };
  return {
    person,
    aid,
    computed,
    rows: [
      ...insured,
      { table: "person", key: person.id, row: person },
      { table: "aid", key: person.id, row: aid },
      { table: "recipient", key: `${aid.payerNumber}/${aid.recipientNumber}`, row },
      { table: "entrusted", key: `${clinic.code}/${today.slice(0, 6)}`, row },
    ],
  };
}

/** Everything the centre said of one person. */
export interface Said {
  readonly person: InsuredPerson;
  readonly answers: readonly Answered[];
  readonly counted: readonly Counted[];
  readonly headers: readonly object[];
  /** What the tables of the message kinds find wrong with any of it. */
  readonly problems: readonly Problem[];
}

/** Asks by card, by each number, by ticket, in a batch and in the monthly pull; undefined for somebody not born yet. */
export function askedEveryWay(asking: Asking): Said | undefined {
  const stage = stageOf(asking);
  if (stage === undefined) return undefined;
  const { person, aid, rows, computed } = stage;
  const under = centre({ rows, computed, today: asking.today });
  const searches = [
    ...person.eligibilities.map((row) => ({
      InsurerNumber: row.insurerNumber,
      ...(row.symbol === undefined ? {} : { InsuredCardSymbol: row.symbol }),
      InsuredIdentificationNumber: row.number,
      ...(row.branch === undefined || !asking.withBranch ? {} : { InsuredBranchNumber: row.branch }),
      Birthdate: person.birthdate,
      LimitApplicationCertificateRelatedConsFlg: asking.limitFlag,
      ArbitraryIdentifier: `${person.id}_1`,
    })),
    ...(aid === undefined
      ? []
      : [
          {
            InsurerNumber: aid.payerNumber,
            InsuredIdentificationNumber: aid.recipientNumber,
            Birthdate: person.birthdate,
            LimitApplicationCertificateRelatedConsFlg: asking.limitFlag,
          },
        ]),
  ];
  const singles = searches.map((search) => byNumber(under, search, asking.on));
  const card = byCard(under, person, asking);
  const batches = [...inBatch(under, searches, asking.on), pulled(under, asking.today)];
  return {
    person,
    answers: [card, ...singles, ...batches].flatMap(({ answers }) => answers),
    counted: batches.map(({ counted }) => counted),
    headers: [card, ...singles, ...batches].map(({ header }) => header),
    problems: [card, ...singles, ...batches].flatMap(({ problems }) => problems),
  };
}

/** One message of the centre, taken apart. */
interface Heard {
  readonly header: object;
  readonly answers: readonly Answered[];
  readonly problems: readonly Problem[];
}

type Search = { readonly InsurerNumber: string; readonly InsuredCardSymbol?: string };

/** The terminal adds the character code. */
const withCode = <M extends { readonly MessageHeader: object }>(message: M): object => ({
  ...message,
  MessageHeader: { ...message.MessageHeader, CharacterCodeIdentifier: "0" },
});

function read(path: Answered["path"], on: CivilDate, answer: QualificationAnswer, asked?: Search): Heard {
  const { MessageHeader, MessageBody } = answer;
  const validity = MessageBody.QualificationValidity;
  const results = MessageBody.ResultList?.ResultOfQualificationConfirmation ?? [];
  const reference = MessageHeader.ReferenceClassification;
  const echoed = MessageBody.QualificationConfirmSearchInfo;
  return {
    header: MessageHeader,
    answers: [
      {
        path,
        on,
        validity,
        reference,
        results,
        ...(echoed === undefined && asked === undefined ? {} : { echo: { asked: asked ?? {}, echoed } }),
      },
    ],
    problems: validate(siquc01.answer, withCode(answer)),
  };
}

function byCard(under: Centre, { id }: InsuredPerson, { today, given, eligibilityOnly }: Asking): Heard {
  const expiresAtMs = under.clock.nowMs + MINUTE_MS;
  const row = { personId: id, facility: clinic.code, eligibilityOnly, nearEnd: false, expiresAtMs };
  under.ledger.apply([{ table: "dialogue", key: DIALOGUE, row }]);
  return read("card", today, bodyOf<QualificationAnswer>(conclude(under, DIALOGUE, KINDS, given)));
}

const isAid = ({ InsurerNumber }: Search): boolean => InsurerNumber.startsWith("12");

function byNumber({ ask }: Centre, search: Search, on: CivilDate): Heard {
  const body = {
    MessageHeader: { QualificationConfirmationDate: on, MedicalInstitutionCode: clinic.code },
    MessageBody: { QualificationConfirmSearchInfo: search },
  };
  const answer = bodyOf<QualificationAnswer>(ask("OQSsiquc01", body));
  return read(isAid(search) ? "ticket" : "number", on, answer, search);
}

function inBatch(under: Centre, searches: readonly Search[], on: CivilDate) {
  if (searches.length === 0) return [];
  const answer = job<BulkInquiryAnswer>(under, "OQSmuquc", {
    MessageHeader: { QualificationConfirmationDate: on, MedicalInstitutionCode: clinic.code },
    MessageBody: { QualificationConfirmSearchInfo: searches },
  });
  const problems = validate(muquc02.answer, withCode(answer));
  const { answers, ...rest } = unitsOf("bulk", on, answer);
  const echoes = answer.MessageBody.BulkConfirmUnit.map(({ QualificationConfirmSearchInfo: echoed }, at) => ({
    echo: { asked: searches[at] ?? {}, echoed },
  }));
  return [{ ...rest, answers: answers.map((one, at) => ({ ...one, ...echoes[at] })), problems }];
}

function pulled(under: Centre, today: CivilDate) {
  const answer = job<PulledPeople>(under, "OQSmutic", {
    MessageHeader: { MedicalInstitutionCode: clinic.code },
    MessageBody: { QualificationConfirmSearchInfo: { MedicalTreatmentMonth: today.slice(0, 6) } },
  });
  return { ...unitsOf("pull", today, answer), problems: validate(mutic02.answer, withCode(answer)) };
}

/** The people of a batch, and its header against them. */
function unitsOf(
  path: "bulk" | "pull",
  on: CivilDate,
  { MessageHeader, MessageBody }: BulkInquiryAnswer | PulledPeople,
) {
  const units = MessageBody.BulkConfirmUnit;
  return {
    header: MessageHeader,
    answers: units.map(
      ({ QualificationValidity: validity, ResultOfQualificationConfirmation: result = [] }): Answered => ({
        path,
        on,
        validity,
        reference: undefined,
        results: [result].flat(),
      }),
    ),
    counted: {
      header: { ...MessageHeader },
      statuses: units.map(({ ProcessingResultStatus }) => ProcessingResultStatus),
    },
  };
}

/** Hands a job in, waits until it is ready, fetches the result. */
function job<R extends object>({ ask, clock }: Centre, kind: string, body: object): R {
  const { ReceptionNumber } = bodyOf<TakenIn>(ask(`${kind}01`, body)).MessageBody;
  clock.advanceTo(clock.nowMs + MINUTE_MS);
  const fetch = { MessageHeader: { MedicalInstitutionCode: clinic.code }, MessageBody: { ReceptionNumber } };
  return bodyOf<R>(ask(`${kind}02`, fetch));
}
