import type { MessageVector } from "../message-kind.ts";

const SENDER =
  "<ArbitraryFileIdentifier>SIMEXT000001</ArbitraryFileIdentifier><MedicalInstitutionCode>1319999015</MedicalInstitutionCode>";
const sender = { MedicalInstitutionCode: "1319999015", ArbitraryFileIdentifier: "SIMEXT000001" };
const ANSWERED =
  "<CharacterCodeIdentifier>0</CharacterCodeIdentifier><SegmentOfResult>1</SegmentOfResult><ProcessExecutionTime>20261121101502</ProcessExecutionTime>";
const answered = { ProcessExecutionTime: "20261121101502", SegmentOfResult: "1", CharacterCodeIdentifier: "0" };

const message = (header: string, body: string): string =>
  `<XmlMsg><MessageBody>${body}</MessageBody><MessageHeader>${header}</MessageHeader></XmlMsg>`;

/** A request of a kind that is ours, body first, in Shift_JIS. */
export function extRequest<R>(title: string, body: string, record: object): MessageVector<R> {
  const whole = { MessageHeader: sender, MessageBody: record } as R;
  return { title, encoding: "Shift_JIS", xml: message(SENDER, body), record: whole };
}

/** A request that is refused. */
export function extRefused<R>(
  title: string,
  body: string,
  refused: "SIM-E-001" | "SIM-E-002" | "SIM-E-003" | "SIM-E-004",
): MessageVector<R> {
  return { title, encoding: "UTF-8", xml: message(SENDER, body), refused };
}

/** A request without a sender, which says the only thing such a request can get wrong. */
export function extWithoutSender<R>(): MessageVector<R> {
  return { title: "without a facility code", encoding: "UTF-8", xml: message("", ""), refused: "SIM-E-002" };
}

/** An answer, elements shuffled. */
export function extAnswer<R>(title: string, body: string, record: object): MessageVector<R> {
  const whole = { MessageHeader: { ...answered, ...sender }, MessageBody: record } as R;
  return { title, encoding: "UTF-8", xml: message(ANSWERED + SENDER, body), record: whole };
}

/** An answer that does not fit its table. */
export function extBadAnswer<R>(title: string, body: string, refused: "SIM-E-003" | "SIM-E-004"): MessageVector<R> {
  return { title, encoding: "UTF-8", xml: message(ANSWERED + SENDER, body), refused };
}

const PERSON =
  "<Birthdate>19850505</Birthdate><InsuredIdentificationNumber>9001</InsuredIdentificationNumber><InsurerNumber>06139992</InsurerNumber>";
const person = { InsurerNumber: "06139992", InsuredIdentificationNumber: "9001", Birthdate: "19850505" };
const askedAbout = (search: string): string =>
  message(
    `${SENDER}<QualificationConfirmationDate>20261121</QualificationConfirmationDate>`,
    `<QualificationConfirmSearchInfo>${search}${PERSON}</QualificationConfirmSearchInfo>`,
  );

/** A request about one person: the keys stand, `search` and `record` are what is asked beside them. */
export function extPersonRequest<R>(title: string, search: string, record: object): MessageVector<R> {
  const whole = {
    MessageHeader: { ...sender, QualificationConfirmationDate: "20261121" },
    MessageBody: { QualificationConfirmSearchInfo: { ...person, ...record } },
  } as R;
  return { title, encoding: "Shift_JIS", xml: askedAbout(search), record: whole };
}

/** A request about one person that lacks an item. */
export function extPersonLacking<R>(title: string, search: string): MessageVector<R> {
  return { title, encoding: "UTF-8", xml: askedAbout(search), refused: "SIM-E-002" };
}
