#define _GNU_SOURCE
#include "CEditline.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

// A signal handler may do next to nothing; it writes a byte to this pipe and a thread does the rest. A
// handler, not a blocked signal, so that programs started from here (the pager) get the default back.
static int channel[2] = {-1, -1};

struct watch {
  void (*caught)(void *context);
  void *context;
};

static void on_interrupt(int number) {
  (void)number;
  int saved = errno;
  char byte = 1;
  ssize_t written = write(channel[1], &byte, 1);
  (void)written;
  errno = saved;
}

static void *watching(void *argument) {
  struct watch *watch = argument;
  char byte;
  for (;;) {
    ssize_t count = read(channel[0], &byte, 1);
    if (count == 1) watch->caught(watch->context);
    else if (count == 0 || errno != EINTR) return NULL;
  }
}

int ce_watch_interrupts(void (*caught)(void *context), void *context) {
  if (channel[0] != -1 || pipe2(channel, O_CLOEXEC) != 0) return 0;
  struct watch *watch = malloc(sizeof *watch);
  if (watch == NULL) return 0;
  watch->caught = caught;
  watch->context = context;
  pthread_t thread;
  if (pthread_create(&thread, NULL, watching, watch) != 0) {
    free(watch);
    return 0;
  }
  pthread_detach(thread);
  struct sigaction action = {0};
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_RESTART;
  return sigaction(SIGINT, &action, NULL) == 0;
}
