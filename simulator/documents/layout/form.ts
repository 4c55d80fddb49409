import { ensure } from "../../kernel/errors.ts";
import type { Box } from "./box.ts";
import { BASE_LINE_EM, type Canvas } from "./canvas.ts";
import { fitText } from "./fit.ts";
import { embedWholeFont, type FormFont } from "./form-font.ts";
import { PT_PER_MM } from "./paper.ts";

/** A field somebody fills in. */
export interface FormField {
  /** Name in the file. */
  readonly name: string;
  /** What a reading aid says, and viewers show beside the pointer. */
  readonly description: string;
  readonly value: string;
  readonly required?: true;
  /** Several lines. */
  readonly multiline?: true;
  /** Closed list to choose from; left out for free text. */
  readonly choices?: readonly string[];
}

/** Name of the font in the form. */
const FONT = "FormJapanese";
const SIZE_PT = 11;
const PAD_PT = 3;
const LEADING_EM = 1.2;

/** Flags of fields (ISO 32000-1, tables 221, 228 and 230). */
const REQUIRED = 1 << 1;
const MULTILINE = 1 << 12;
const COMBO = 1 << 17;
/** A widget is printed (table 165). */
const PRINT = 1 << 2;

/** What pdfkit keeps of a form and does not show in its types. */
interface FormInternals {
  readonly _root: { readonly data: { readonly AcroForm: { readonly data: FormDictionary } } };
  readonly page: { readonly annotations: readonly PDFKit.PDFKitReference[] };
}

interface FormDictionary {
  DA: unknown;
  readonly DR: { readonly Font: Record<string, PDFKit.PDFKitReference> };
  readonly Fields: PDFKit.PDFKitReference[];
}

/** The fillable fields of a document, in a font that has every character somebody may type. */
export class Form {
  readonly #canvas: Canvas;
  readonly #font: FormFont;
  readonly #form: FormDictionary;

  constructor(canvas: Canvas) {
    const { pdf } = canvas;
    this.#canvas = canvas;
    this.#font = embedWholeFont(pdf, canvas.fonts.regular);
    pdf.font("regular").initForm();
    this.#form = (pdf as unknown as FormInternals)._root.data.AcroForm.data;
    this.#form.DR.Font[FONT] = this.#font.reference;
    this.#form.DA = appearance();
  }

  /** Lays a field over a box. */
  add(field: FormField, { xMm, yMm, widthMm, heightMm }: Box): void {
    const { name, description, value, required, multiline, choices } = field;
    const { pdf } = this.#canvas;
    const [x = 0, y = 0, width = 0, height = 0] = [xMm, yMm, widthMm, heightMm].map((mm) => mm * PT_PER_MM);
    const flags =
      (required === true ? REQUIRED : 0) | (multiline === true ? MULTILINE : 0) | (choices === undefined ? 0 : COMBO);
    // By hand: pdfkit's formText writes the field at once, with the font that embeds only what the page shows.
    const widget = {
      Subtype: "Widget",
      FT: choices === undefined ? "Tx" : "Ch",
      T: unicode(name),
      TU: unicode(description),
      V: unicode(value),
      DV: unicode(value),
      F: PRINT,
      Ff: flags,
      DA: appearance(),
      AP: { N: this.#drawn(field, width, height) },
      ...(choices === undefined ? {} : { Opt: choices.map(unicode) }),
    };
    pdf.annotate(x, y, width, height, widget as unknown as PDFKit.Mixins.AnnotationOption);
    const reference = (pdf as unknown as FormInternals).page.annotations.at(-1);
    ensure(reference !== undefined, "the page has the field just laid on it");
    this.#form.Fields.push(reference);
  }

  /** How the field looks before anybody touches it: viewers that draw no fields themselves need it. */
  #drawn({ name, value, multiline }: FormField, width: number, height: number): PDFKit.PDFKitReference {
    const { fonts, pdf } = this.#canvas;
    const { regular } = fonts;
    const roomPt = multiline === true ? height - 2 * PAD_PT : SIZE_PT;
    const set = fitText(name, regular.printable(value), regular, {
      widthMm: (width - 2 * PAD_PT) / PT_PER_MM,
      heightMm: roomPt / PT_PER_MM,
      sizePt: SIZE_PT,
      leadingEm: LEADING_EM,
    });
    const topPt = multiline === true ? height - PAD_PT : (height + set.heightMm * PT_PER_MM) / 2;
    const lines = set.lines.map((line, index) => {
      const baseLinePt = topPt - set.sizePt * (BASE_LINE_EM + index * LEADING_EM);
      return `1 0 0 1 ${PAD_PT} ${baseLinePt.toFixed(3)} Tm <${this.#font.encode(line)}> Tj`;
    });
    const reference = pdf.ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, 0, width, height],
      Resources: { Font: { [FONT]: this.#font.reference } },
    });
    const text = `q BT /${FONT} ${set.sizePt.toFixed(3)} Tf 0 g ${lines.join(" ")} ET Q`;
    reference.end(Buffer.from(`/Tx BMC ${value === "" ? "" : text} EMC`));
    return reference;
  }
}

/** Default appearance: font, size, black. */
const appearance = (): Buffer => Buffer.from(`/${FONT} ${SIZE_PT} Tf 0 g`);

/** A text string of PDF: UTF-16, high byte first, with its mark. */
const unicode = (text: string): Buffer => Buffer.from(`\ufeff${text}`, "utf16le").swap16();
