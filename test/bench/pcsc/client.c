/*
 * A PC/SC program that does nothing but measure. Times are nanoseconds of CLOCK_MONOTONIC, the clock of Node's
 * process.hrtime.bigint.
 *
 *   client rate SECONDS select|read READER…   a thread a reader; a line each: commands, elapsed, median, 99th percentile
 *   client watch READER                       a line a change: "present TIME" or "absent TIME", until it is ended
 */
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <winscard.h>

#define MAX_READERS 16
#define MAX_SAMPLES 4000000
#define WARM_UP 500

/* SELECT of the JPKI application, of its user certificate, and READ BINARY of 256 bytes (my-number-card.md §1.2). */
static const uint8_t SELECT[] = {0x00, 0xa4, 0x04, 0x0c, 0x0a, 0xd3, 0x92, 0xf0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
static const uint8_t SELECT_FILE[] = {0x00, 0xa4, 0x02, 0x0c, 0x02, 0x00, 0x0a};
static const uint8_t READ[] = {0x00, 0xb0, 0x00, 0x00, 0x00};

struct worker {
  const char *reader;
  uint32_t *samples;
  size_t count;
  uint64_t elapsed;
};

static struct worker workers[MAX_READERS];
static pthread_barrier_t together;
static double seconds;
static int reading;

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

static void must(LONG code, const char *call) {
  if (code == SCARD_S_SUCCESS) return;
  fprintf(stderr, "%s: %s\n", call, pcsc_stringify_error(code));
  exit(1);
}

static void transmit(SCARDHANDLE card, const uint8_t *command, DWORD length, DWORD wanted) {
  uint8_t answer[258];
  DWORD got = sizeof answer;
  must(SCardTransmit(card, SCARD_PCI_T1, command, length, NULL, answer, &got), "SCardTransmit");
  if (got == wanted && answer[got - 2] == 0x90 && answer[got - 1] == 0x00) return;
  fprintf(stderr, "the card answered %lu bytes, not %lu with 9000\n", (unsigned long)got, (unsigned long)wanted);
  exit(1);
}

static void one(SCARDHANDLE card) {
  if (reading) transmit(card, READ, sizeof READ, 258);
  else transmit(card, SELECT, sizeof SELECT, 2);
}

static void *work(void *given) {
  struct worker *self = given;
  SCARDCONTEXT context;
  SCARDHANDLE card;
  DWORD protocol;
  must(SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context), "SCardEstablishContext");
  must(SCardConnect(context, self->reader, SCARD_SHARE_SHARED, SCARD_PROTOCOL_T1, &card, &protocol), "SCardConnect");
  transmit(card, SELECT, sizeof SELECT, 2);
  transmit(card, SELECT_FILE, sizeof SELECT_FILE, 2);
  for (int n = 0; n < WARM_UP; n++) one(card);
  pthread_barrier_wait(&together);
  const uint64_t start = now(), end = start + (uint64_t)(seconds * 1e9);
  uint64_t last = start;
  while (last < end && self->count < MAX_SAMPLES) {
    one(card);
    const uint64_t at = now();
    self->samples[self->count++] = (uint32_t)(at - last);
    last = at;
  }
  self->elapsed = last - start;
  SCardDisconnect(card, SCARD_LEAVE_CARD);
  SCardReleaseContext(context);
  return NULL;
}

static int ascending(const void *a, const void *b) {
  const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

static int rate(int count, char **readers) {
  pthread_t threads[MAX_READERS];
  pthread_barrier_init(&together, NULL, (unsigned)count);
  for (int n = 0; n < count; n++) {
    workers[n].reader = readers[n];
    workers[n].samples = malloc(MAX_SAMPLES * sizeof *workers[n].samples);
    if (workers[n].samples == NULL || pthread_create(&threads[n], NULL, work, &workers[n]) != 0) return 1;
  }
  for (int n = 0; n < count; n++) pthread_join(threads[n], NULL);
  for (int n = 0; n < count; n++) {
    struct worker *w = &workers[n];
    qsort(w->samples, w->count, sizeof *w->samples, ascending);
    printf("%zu %llu %u %u\n", w->count, (unsigned long long)w->elapsed, w->samples[w->count / 2],
           w->samples[w->count * 99 / 100]);
  }
  return 0;
}

static void watch(const char *reader) {
  SCARDCONTEXT context;
  SCARD_READERSTATE state = {.szReader = reader, .dwCurrentState = SCARD_STATE_UNAWARE};
  must(SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context), "SCardEstablishContext");
  DWORD before = 0;
  for (;;) {
    must(SCardGetStatusChange(context, INFINITE, &state, 1), "SCardGetStatusChange");
    const uint64_t at = now();
    const DWORD is = state.dwEventState & (SCARD_STATE_PRESENT | SCARD_STATE_EMPTY);
    if (is != before) {
      printf("%s %llu\n", is & SCARD_STATE_PRESENT ? "present" : "absent", (unsigned long long)at);
      fflush(stdout);
    }
    before = is;
    state.dwCurrentState = state.dwEventState;
  }
}

int main(int count, char **words) {
  if (count == 3 && strcmp(words[1], "watch") == 0) watch(words[2]);
  if (count < 5 || count > 4 + MAX_READERS || strcmp(words[1], "rate") != 0) {
    fprintf(stderr, "client rate SECONDS select|read READER… | client watch READER\n");
    return 2;
  }
  seconds = atof(words[2]);
  reading = strcmp(words[3], "read") == 0;
  return rate(count - 4, words + 4);
}
