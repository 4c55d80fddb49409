/*
 * Commands of USB CCID 1.1 6.1 and their answers (6.2), one row each. A slot does one command at a time: what has to wait
 * for the card is kept in `running` and carried out by the loop; everything else is answered where it stands.
 */
#include <string.h>

#include "reader.h"

/* PC_to_RDR */
enum {
  SET_PARAMETERS = 0x61,
  ICC_POWER_ON = 0x62,
  ICC_POWER_OFF = 0x63,
  GET_SLOT_STATUS = 0x65,
  ESCAPE = 0x6b,
  GET_PARAMETERS = 0x6c,
  RESET_PARAMETERS = 0x6d,
  ICC_CLOCK = 0x6e,
  XFR_BLOCK = 0x6f,
  ABORT = 0x72,
  SET_DATA_RATE = 0x73
};
/* RDR_to_PC */
enum { DATA_BLOCK = 0x80, SLOT_STATUS = 0x81, PARAMETERS = 0x82, ESCAPE_ANSWER = 0x83, DATA_RATE = 0x84 };
/* bmCommandStatus, and bmICCStatus (6.2.6) */
enum { STATUS_OK = 0x00, STATUS_FAILED = 0x40, STATUS_TIME_EXTENSION = 0x80 };
enum { ICC_ACTIVE = 0, ICC_INACTIVE = 1, ICC_ABSENT = 2 };
/* wLevelParameter and bChainParameter (6.1.4, 6.2.1) */
enum { WHOLE = 0x00, BEGINS = 0x01, ENDS = 0x02, CONTINUES = 0x03, NEXT = 0x10 };

#define FIRMWARE_TEXT "C-STUB 1.0"

/* What a command comes to. */
struct reply {
  int error;
  uint8_t b9;
  const uint8_t *data;
  size_t length;
};

static const struct reply done = {.error = FINE};

static struct reply failed(int error)
{
  return (struct reply){.error = error};
}

static uint8_t icc_status(const struct reader *r)
{
  if (!r->contact.is_present) return ICC_ABSENT;
  return r->contact.is_active ? ICC_ACTIVE : ICC_INACTIVE;
}

static void send(struct reader *r, const struct command *c, uint8_t type, uint8_t command_status, struct reply reply)
{
  uint8_t header[HEADER] = {type};
  put_le32(header + 1, (uint32_t)reply.length);
  header[5] = c->slot;
  header[6] = c->sequence; /* an answer carries the number of its command, else the host drops it as stale */
  header[7] = (uint8_t)(command_status | (c->slot == 0 ? icc_status(r) : ICC_ABSENT));
  header[8] = command_status == STATUS_OK ? 0 : (uint8_t)reply.error;
  header[9] = reply.b9;
  line_answer(r, header, reply.data, reply.length);
}

static void answer(struct reader *r, const struct command *c, uint8_t type, struct reply reply)
{
  send(r, c, type, reply.error == FINE ? STATUS_OK : STATUS_FAILED, reply);
}

/* Time extension: "still working, wait so many times as long for what comes next" (6.2.6). */
void ccid_extend(struct reader *r, uint8_t multiplier)
{
  r->told_ms = platform_ms();
  send(r, &r->running, DATA_BLOCK, STATUS_TIME_EXTENSION, failed(multiplier));
}

static struct reply slot_status(struct reader *r, const struct command *c)
{
  (void)r;
  (void)c;
  return done;
}

static struct reply power_on(struct reader *r, const struct command *c)
{
  if (c->b7 > 3) return failed(BAD_BYTE_7);
  const int error = contact_power_on(r, c->b7);
  if (error != FINE) return failed(error);
  return (struct reply){.error = FINE, .data = r->contact.atr.bytes, .length = r->contact.atr.length};
}

static struct reply power_off(struct reader *r, const struct command *c)
{
  (void)c;
  contact_power_off(r);
  return done;
}

static struct reply tell_parameters(struct reader *r, const struct command *c)
{
  (void)c;
  const uint8_t t1_protocol = 1;
  return (struct reply){FINE, t1_protocol, r->contact.parameters, sizeof r->contact.parameters};
}

static struct reply reset_parameters(struct reader *r, const struct command *c)
{
  contact_reset_parameters(r);
  return tell_parameters(r, c);
}

/* The host's parameters are told back; sizes and times are those of ATR and S(IFS), which the card knows of. */
static struct reply set_parameters(struct reader *r, const struct command *c)
{
  const bool is_t1 = c->b7 == 1 && c->length == sizeof r->contact.parameters;
  if (!is_t1 || c->data[5] == 0 || c->data[5] > MAX_INF) return failed(PROTOCOL_NOT_SUPPORTED);
  memcpy(r->contact.parameters, c->data, sizeof r->contact.parameters);
  return tell_parameters(r, c);
}

/* 02: who are you. 01 01 xx: movements with the next answer, or (ours) at once (notes 2, 11). */
static struct reply escape(struct reader *r, const struct command *c)
{
  if (c->length >= 1 && c->data[0] == 0x02)
    return (struct reply){FINE, 0, (const uint8_t *)FIRMWARE_TEXT, sizeof FIRMWARE_TEXT - 1};
  if (c->length < 3 || c->data[0] != 0x01 || c->data[1] != 0x01) return failed(NOT_SUPPORTED);
  r->line.notices_at_once = c->data[2] == 0;
  return done;
}

/* Only rates that were declared: a rate that cannot be kept makes every card slow (notes 9 X15). */
static struct reply set_data_rate(struct reader *r, const struct command *c)
{
  uint8_t *set = r->contact.clock_and_rate;
  for (size_t row = 0; row < data_rate_count; row++) {
    if (data_rates[row] != get_le32(c->data + 4)) continue;
    put_le32(set, CLOCK_KHZ);
    put_le32(set + 4, data_rates[row]);
    return (struct reply){.error = FINE, .data = set, .length = sizeof r->contact.clock_and_rate};
  }
  return failed(BAD_RATE);
}

/* The next part of the answer and where it stands in it. */
static struct reply next_part(struct reader *r)
{
  const size_t from = r->answer_given;
  const size_t left = r->answer_length - from;
  const size_t length = left < MAX_PART ? left : MAX_PART;
  const bool is_last = length == left;
  r->answer_given += length;
  const uint8_t chain = from == 0 ? (is_last ? WHOLE : BEGINS) : (is_last ? ENDS : CONTINUES);
  return (struct reply){FINE, chain, r->answer + from, length};
}

/* Joins the parts of a long command; FINE with more to come while `is_chained`. */
static int take_part(struct reader *r, const struct command *c, unsigned level)
{
  const bool is_first = level == WHOLE || level == BEGINS;
  const bool fits_here = is_first || ((level == CONTINUES || level == ENDS) && r->is_chained);
  if (is_first) r->apdu_length = 0;
  r->answer_length = r->answer_given = 0;
  r->is_chained = fits_here && (level == BEGINS || level == CONTINUES);
  if (!fits_here || c->length > MAX_COMMAND - r->apdu_length) {
    r->is_chained = false;
    return BAD_LEVEL;
  }
  memcpy(r->apdu + r->apdu_length, c->data, c->length);
  r->apdu_length += c->length;
  return FINE;
}

static struct reply xfr_block(struct reader *r, const struct command *c)
{
  const unsigned level = c->b8 | ((unsigned)c->b9 << 8);
  if (level == NEXT) return r->answer_given < r->answer_length ? next_part(r) : failed(BAD_LEVEL);
  int error = take_part(r, c, level);
  if (error != FINE) return failed(error);
  if (r->is_chained) return (struct reply){.error = FINE, .b9 = NEXT}; /* an empty block: "go on" */
  error = r->contact.is_active ? apdu_exchange(r) : MUTE;
  if (error == FINE) return next_part(r);
  r->answer_length = r->answer_given = 0;
  return failed(error);
}

/* Lengths dwLength may have, one bit each; 0 where any will do. */
#define LENGTH(bytes) ((uint16_t)(1u << (bytes)))

struct row {
  uint8_t type, answer;
  uint16_t lengths;
  bool waits_for_card;
  struct reply (*run)(struct reader *r, const struct command *c);
};

/* What is not here is answered as not supported. */
static const struct row rows[] = {
    {ICC_POWER_ON, DATA_BLOCK, LENGTH(0), true, power_on},
    {ICC_POWER_OFF, SLOT_STATUS, LENGTH(0), false, power_off},
    {GET_SLOT_STATUS, SLOT_STATUS, LENGTH(0), false, slot_status},
    {XFR_BLOCK, DATA_BLOCK, 0, true, xfr_block},
    {GET_PARAMETERS, PARAMETERS, LENGTH(0), false, tell_parameters},
    {RESET_PARAMETERS, PARAMETERS, LENGTH(0), false, reset_parameters},
    {SET_PARAMETERS, PARAMETERS, LENGTH(5) | LENGTH(7), false, set_parameters},
    {ESCAPE, ESCAPE_ANSWER, 0, false, escape},
    {ICC_CLOCK, SLOT_STATUS, LENGTH(0), false, slot_status}, /* bClockStatus 00: it keeps running */
    {SET_DATA_RATE, DATA_RATE, LENGTH(8), false, set_data_rate},
    {ABORT, SLOT_STATUS, LENGTH(0), false, slot_status},
};

static const struct row *row_of(uint8_t type)
{
  for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++) {
    if (rows[row].type == type) return &rows[row];
  }
  return NULL;
}

/* bError of a command that cannot be carried out; reserved bytes are not looked at. */
static int refusal(const struct reader *r, const struct row *row, const struct command *c)
{
  if (row == NULL) return NOT_SUPPORTED;
  if (c->slot != 0) return BAD_SLOT;
  if (row->lengths != 0 && (c->length > 15 || (row->lengths & LENGTH(c->length)) == 0)) return BAD_LENGTH;
  return r->work == IDLE || c->type == ABORT ? FINE : SLOT_BUSY;
}

/* A whole message of the host. `message` is the line's own memory and is gone with its next byte. */
void ccid_take(struct reader *r, const uint8_t *message, size_t length)
{
  struct command c = {message[0], message[5], message[6], message[7], message[8], message[9], length - HEADER, {0}};
  memcpy(c.data, message + HEADER, c.length);
  const struct row *row = row_of(c.type);
  const int error = refusal(r, row, &c);
  if (error != FINE) {
    answer(r, &c, SLOT_STATUS, failed(error));
  } else if (c.type == ABORT && r->work == WORKING) {
    r->broken_off = ABORTED; /* on a serial line 72 is both halves of an abort (notes 1.4, our choice) */
    r->is_abort_asked = true;
    r->abort_sequence = c.sequence;
  } else if (row->waits_for_card) {
    r->running = c;
    r->work = ASKED;
  } else {
    answer(r, &c, row->answer, row->run(r, &c));
  }
}

/* Carries out the command that waits for the card. An abort is answered behind it: first the one that ends, then itself. */
void ccid_work(struct reader *r)
{
  const struct row *row = row_of(r->running.type);
  r->work = WORKING;
  r->told_ms = platform_ms();
  const struct reply reply = row->run(r, &r->running);
  answer(r, &r->running, row->answer, reply);
  if (r->is_abort_asked) {
    r->running.sequence = r->abort_sequence;
    answer(r, &r->running, SLOT_STATUS, done);
  }
  memset(&r->running, 0, sizeof r->running); /* it may have held a PIN */
  r->is_abort_asked = false;
  r->broken_off = FINE;
  r->work = IDLE;
}
