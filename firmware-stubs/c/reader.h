/*
 * Everything the firmware knows, in one struct, and every function that one file offers to another. There is no other
 * state: what is not in here does not exist. "notes" in the comments is firmware-validation.md, our notes on public
 * sources; standards are cited by clause.
 */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a port to a board decides first. */
#define MAX_MESSAGE 271u   /* dwMaxCCIDMessageLength: longer commands and answers go in parts */
#define MAX_COMMAND 65544u /* 4 + 3 + 65,535 + 2 (ISO/IEC 7816-4 5.1): less only where the descriptor says short APDUs */
#define MAX_ANSWER 65538u  /* 65,536 bytes and the status word */
#define CLOCK_KHZ 4000u    /* what feeds the card */
#define LINE_ALLOWANCE_MS 120u /* added to every wait for the card: on a bench a busy machine plays it; 0 on a board */

#define HEADER 10u /* bMessageType, dwLength (4), bSlot, bSeq, three that depend on the type (USB CCID 1.1 6.1) */
#define MAX_PART (MAX_MESSAGE - HEADER)
#define MAX_FRAME (2u + MAX_MESSAGE + 1u)
#define MAX_ATR 33u /* ISO/IEC 7816-3 8.2.1 */
#define MAX_INF 254u

/* How something ended: FINE, or the bError the host is told (USB CCID 1.1 6.2.6). 0 is an error, so FINE is not 0. */
enum {
  FINE = -1,
  NOT_SUPPORTED = 0x00,
  BAD_LENGTH = 0x01,
  BAD_SLOT = 0x05,
  BAD_BYTE_7 = 0x07,
  BAD_LEVEL = 0x08,
  BAD_RATE = 0x0e,
  SLOT_BUSY = 0xe0,
  PROTOCOL_NOT_SUPPORTED = 0xf6,
  BAD_ATR_TCK = 0xf7,
  BAD_ATR_TS = 0xf8,
  PARITY = 0xfd,
  MUTE = 0xfe,
  ABORTED = 0xff
};

/* One end of a line: bytes that came and nobody took yet. */
struct port {
  int in, out;
  bool is_open;
  uint8_t bytes[512];
  size_t taken, filled;
};

/* The host's line: the frame that comes, and the one that went last. */
struct serial_line {
  enum { LINE_IDLE, LINE_CONTROL, LINE_NAK, LINE_FRAME } state;
  uint8_t frame[MAX_FRAME];
  size_t filled, wanted;
  uint32_t heard_ms;
  uint8_t sent[MAX_FRAME];
  size_t sent_length;
  unsigned resends;
  bool notices_at_once;
  unsigned notices; /* movements the host was not told of; the last one made the slot what it is */
};

/* A command of the host, taken apart. */
struct command {
  uint8_t type, slot, sequence, b7, b8, b9;
  size_t length;
  uint8_t data[MAX_PART];
};

/* What an ATR says of T=1 (ISO/IEC 7816-3 8.2, 11.4). */
struct atr {
  uint8_t bytes[MAX_ATR];
  size_t length;
  bool offers_t1, wants_crc;
  uint8_t ifsc, waiting; /* TA3; TB3: BWI, CWI */
};

/* The slot with contacts. */
struct contact {
  bool is_present, is_active;
  struct atr atr;
  uint8_t parameters[7]; /* of T=1, as GetParameters tells them */
  uint8_t clock_and_rate[8]; /* as they were set: kHz and bit/s, least significant byte first */
  uint8_t heard[512]; /* characters of the card that nobody took yet */
  size_t taken, filled;
};

/* The session with the card (ISO/IEC 7816-3 11). */
struct t1 {
  uint8_t ns, nr, ifsc;
  uint32_t bwt_ms, cwt_ms;
  bool is_in_step, is_dead, heard_anything;
  uint32_t blocks_left;
};

struct reader {
  struct port host, bench;
  struct serial_line line;
  struct contact contact;
  struct t1 t1;
  uint8_t bench_head[4]; /* length, type, slot of the message that comes */
  size_t bench_taken;

  enum { IDLE, ASKED, WORKING } work;
  struct command running;
  int broken_off;       /* FINE, or why the command under way must end now */
  bool is_abort_asked;
  uint8_t abort_sequence;
  uint32_t told_ms;     /* when the host last heard that we work */

  uint8_t apdu[MAX_COMMAND];
  size_t apdu_length;
  bool is_chained;      /* more parts of the command have to come */
  uint8_t answer[MAX_ANSWER];
  size_t answer_length, answer_given;
};

/* main.c: lets both lines work until the card said something, the command has to end, or time is up. */
enum waited { CARD_SAID, BROKEN_OFF, TIME_UP };
enum waited reader_wait(struct reader *r, uint32_t wait_ms);

/* serial_line.c */
void line_take(struct reader *r, uint8_t byte);
void line_watch(struct reader *r);
void line_answer(struct reader *r, const uint8_t header[HEADER], const uint8_t *data, size_t length);
void line_moved(struct reader *r);

/* ccid.c */
void ccid_take(struct reader *r, const uint8_t *message, size_t length);
void ccid_work(struct reader *r);
void ccid_extend(struct reader *r, uint8_t multiplier);

/* description.c */
#define DESCRIPTOR_LENGTH 54u
extern const uint8_t descriptor[DESCRIPTOR_LENGTH];
extern const uint32_t data_rates[];
extern const size_t data_rate_count;
void put_le32(uint8_t *at, uint32_t value);
uint32_t get_le32(const uint8_t *at);

/* apdu.c */
int apdu_exchange(struct reader *r);

/* contact.c */
int contact_power_on(struct reader *r, uint8_t select);
void contact_power_off(struct reader *r);
void contact_reset_parameters(struct reader *r);
void contact_moved(struct reader *r, bool is_present);
void contact_hear(struct reader *r, uint8_t character);
bool contact_take(struct reader *r, uint8_t *character);
void contact_say(struct reader *r, const uint8_t *characters, size_t length);

/* t1.c */
void t1_begin(struct reader *r);
int t1_negotiate(struct reader *r);
int t1_transceive(struct reader *r, const uint8_t *command, size_t length);

/* bench_port.c: the pins. A board has its own in this place. */
void bench_take(struct reader *r, uint8_t byte);
void pins_power(struct reader *r, uint8_t voltage); /* 1 = 5 V, 2 = 3 V, 3 = 1.8 V, 0 off */
void pins_say(struct reader *r, const uint8_t *characters, size_t length);

/* platform_posix.c: everything the operating system is asked for. A board has its own in this place. */
void platform_open(struct reader *r);
uint32_t platform_ms(void);
void platform_sleep(struct reader *r, uint32_t ms);
void platform_fill(struct port *port);
void platform_write(struct port *port, const uint8_t *bytes, size_t length);
void platform_close(struct port *port);

#endif
